"""Binary codes: packing, counting and comparing bits.

A code of K bits (K a multiple of 64) is K/64 words of uint64; bit ``i`` of the code is bit
``i % 64``, least significant first, of word ``i // 64``. An archive of n codes is kept as one
array of n words for each word position, so that a search reads memory in sequence and a shorter
nested code is simply the first arrays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

WORD = 64
BLOCK = 1 << 15  # rows at a time: the temporaries of one block stay in a core's cache

Words = npt.NDArray[np.uint64]


def pack(bits: npt.NDArray[np.bool_]) -> Words:
    """Pack bits into words.

    Parameters
    ----------
    bits : (n, K) array of bool
        K a multiple of 64. Logits are turned into bits by ``logits > 0``.

    Returns
    -------
    (n, K // 64) array of uint64
    """
    if bits.ndim != 2 or bits.shape[1] == 0 or bits.shape[1] % WORD:
        raise ValueError(f"expected (n, K) bits, K a multiple of {WORD}, not {bits.shape}")
    octets = np.packbits(np.asarray(bits, dtype=bool), axis=1, bitorder="little")
    return np.ascontiguousarray(octets).view("<u8").astype(np.uint64, copy=False)


def unpack(words: Words) -> npt.NDArray[np.bool_]:
    """Inverse of `pack`: (n, W) words to (n, 64 W) bits."""
    octets = np.ascontiguousarray(words.astype("<u8", copy=False)).view(np.uint8)
    return np.unpackbits(octets, axis=1, bitorder="little").astype(bool)


def columns(codes: Words) -> tuple[Words, ...]:
    """Split (n, W) codes into the W contiguous arrays of n words that a search reads."""
    return tuple(np.ascontiguousarray(codes[:, w]) for w in range(codes.shape[1]))


def take(words: Sequence[Words], rows: npt.NDArray[np.integer]) -> Words:
    """Gather the codes of some rows: W arrays of n words to (len(rows), W)."""
    return np.stack([word[rows] for word in words], axis=1)


def _popcount_arithmetic(words: Words) -> npt.NDArray[np.uint8]:
    """Count bits without `numpy.bitwise_count` (numpy < 2): sums in ever wider fields."""
    x = words - ((words >> np.uint64(1)) & np.uint64(0x5555555555555555))
    pairs = np.uint64(0x3333333333333333)
    x = (x & pairs) + ((x >> np.uint64(2)) & pairs)
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    x *= np.uint64(0x0101010101010101)
    x >>= np.uint64(56)
    return x.astype(np.uint8)


def popcount(words: Words) -> npt.NDArray[np.uint8]:
    """Count the ones of each word (array of uint64) as uint8, on numpy 1 and 2 alike."""
    if hasattr(np, "bitwise_count"):
        return np.bitwise_count(words)
    return _popcount_arithmetic(words)


def distance_dtype(bits: int) -> type[np.uint8] | type[np.uint16]:
    """Return the smallest dtype that holds distances 0..bits and a marker above them."""
    return np.uint8 if bits < 255 else np.uint16


def hamming(
    words: Sequence[Words], code: Words, out: npt.NDArray[np.unsignedinteger] | None = None
) -> npt.NDArray[np.unsignedinteger]:
    """Hamming distances between one code and a run of codes.

    Parameters
    ----------
    words : W arrays of n uint64
        The archive, one array a word position (may be slices of a memory map).
    code : (W,) array of uint64
        The query.
    out : (n,) array, optional
        Where to put the distances.

    Returns
    -------
    (n,) array of uint8, or of uint16 where codes have more than 254 bits
    """
    rows = len(words[0])
    dtype = distance_dtype(WORD * len(words))
    distances = np.empty(rows, dtype) if out is None else out
    for start in range(0, rows, BLOCK):
        part = slice(start, start + BLOCK)
        total = popcount(words[0][part] ^ code[0]).astype(dtype, copy=False)
        for word, wanted in zip(words[1:], code[1:]):
            total += popcount(word[part] ^ wanted)  # type: ignore[misc]
        distances[part] = total
    return distances
