"""Half precision where it is fast."""

from __future__ import annotations

from functools import cache

import torch


@cache
def half_is_fast() -> bool:
    """Whether the processor multiplies bfloat16 itself (AMX, AVX-512 BF16).

    Where it does not, bfloat16 is computed in single precision and converted to and fro: a
    MobileNetV2 runs at a tenth of its speed.
    """
    # An older torch cannot be asked.
    can = getattr(torch.cpu, "get_capabilities", dict)()
    return bool(can.get("amx_bf16") or can.get("avx512_bf16"))


def mixed(wanted: bool = True) -> torch.autocast:
    """Give the context of a network's run: mixed precision if it is wanted and fast."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=wanted and half_is_fast())
