"""Random changes of training patches.

A user's raster comes as reflectance, not as an 8-bit JPEG, through another atmosphere and another
resampling: what a model must not notice is varied here.
"""

from __future__ import annotations

import io

import numpy as np
import torch
from PIL import Image
from torch.nn import functional

from .config import AugmentConfig
from .device import reflectance

CPU = torch.device("cpu")


def augment(
    pixels: np.ndarray,
    full_scale: float,
    config: AugmentConfig,
    rng: np.random.Generator,
    where: torch.device = CPU,
) -> torch.Tensor:
    """Change a batch at random and give it as reflectance.

    Parameters
    ----------
    pixels
        uint8 (n, h, w, bands), as stored.
    full_scale
        Reflectance of the value 255.
    config
        What is changed and by how much.
    rng
        The only source of randomness.
    where
        Device that changes the patches, and gets them. The same numbers change them on each, but
        for the noise, which is drawn there.

    Returns
    -------
    torch.Tensor
        float32 (n, bands, h, w), reflectance.
    """
    pixels = _recompress(pixels, config.jpeg, rng)
    x = reflectance(pixels, full_scale, where)
    x = _radiometry(x, config, rng)
    return _geometry(x, config, rng)


def _recompress(pixels: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    """Send a share of three-band patches through JPEG once more, at a random quality."""
    chosen = rng.random(len(pixels)) < share
    if pixels.shape[-1] != 3 or not chosen.any():
        return pixels
    pixels = pixels.copy()
    for i in np.flatnonzero(chosen):
        buffer = io.BytesIO()
        Image.fromarray(pixels[i]).save(buffer, "JPEG", quality=int(rng.integers(50, 96)))
        pixels[i] = np.asarray(Image.open(buffer))
    return pixels


def _radiometry(x: torch.Tensor, config: AugmentConfig, rng: np.random.Generator) -> torch.Tensor:
    """Vary sharpness, gain and offset (all bands together and each alone), and add noise."""
    n, bands = x.shape[:2]

    def here(numbers: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(numbers.astype(np.float32)).to(x.device)

    def normal(scale: float, *shape: int) -> torch.Tensor:
        return here(rng.normal(0, scale, shape))

    amount = here(rng.uniform(-config.sharpness, config.sharpness, (n, 1, 1, 1)))
    blurred = functional.avg_pool2d(functional.pad(x, (1, 1, 1, 1), mode="reflect"), 3, stride=1)
    x = x + amount * (x - blurred)
    x = x * (1 + normal(config.gain, n, 1, 1, 1)) * (1 + normal(config.band_gain, n, bands, 1, 1))
    x = x + normal(config.offset, n, 1, 1, 1) + normal(config.offset / 2, n, bands, 1, 1)
    strength = here(rng.uniform(0, config.noise, (n, 1, 1, 1)))
    return x + strength * _noise(x, rng)


def _noise(x: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
    """Draw a number for each pixel: on another device there, for drawing them would be the wait."""
    if x.device.type == "cpu":
        return torch.from_numpy(rng.standard_normal(tuple(x.shape), dtype=np.float32))
    generator = torch.Generator(x.device).manual_seed(int(rng.integers(2**63)))
    return torch.randn(x.shape, generator=generator, device=x.device)


def _geometry(x: torch.Tensor, config: AugmentConfig, rng: np.random.Generator) -> torch.Tensor:
    """One of the eight turns and mirrors, and a shift by whole pixels with mirrored edges."""
    size = x.shape[-1]
    out = torch.empty_like(x)
    turns = rng.integers(0, 8, len(x)) if config.flips else np.zeros(len(x), dtype=np.int64)
    limit = min(config.shift, size - 1)
    shifts = rng.integers(-limit, limit + 1, (len(x), 2))
    padded = functional.pad(x, (limit,) * 4, mode="reflect") if limit else x
    for i in range(len(x)):
        top, left = (int(v) + limit for v in shifts[i])
        patch = padded[i, :, top : top + size, left : left + size]
        patch = torch.rot90(patch, int(turns[i]) % 4, (1, 2))
        out[i] = patch.flip(2) if turns[i] >= 4 else patch
    return out
