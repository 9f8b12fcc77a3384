"""Half precision where it is fast."""

from __future__ import annotations

from functools import cache

import torch


@cache
def half_is_fast(where: torch.device) -> bool:
    """Whether a device multiplies bfloat16 itself (AMX, AVX-512 BF16; CUDA since Ampere).

    Where it does not, bfloat16 is computed in single precision and converted to and fro: on such a
    processor a MobileNetV2 runs at a tenth of its speed.
    """
    if where.type == "cuda":
        return torch.cuda.get_device_capability(where) >= (8, 0)
    # An older torch cannot be asked.
    can = getattr(torch.cpu, "get_capabilities", dict)()
    return bool(can.get("amx_bf16") or can.get("avx512_bf16"))


def mixed(where: torch.device, wanted: bool = True) -> torch.autocast:
    """Give the context of a network's run: mixed precision if it is wanted and fast there."""
    fast = wanted and half_is_fast(where)
    return torch.autocast(where.type, dtype=torch.bfloat16, enabled=fast)
