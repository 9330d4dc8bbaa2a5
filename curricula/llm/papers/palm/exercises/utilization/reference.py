"""How much of a machine a training run uses (Section 4.1, Appendix B)."""
from __future__ import annotations


def utilization(
    parameters: float, layers: int, heads: int, size: int, context: int,
    tokens_per_second: float, chips: int, peak: float, recompute: float,
) -> dict[str, float]:
    """Returns mfu, mfu_without_attention and hfu, three shares."""
    matrices = 6.0 * parameters
    attention = 12.0 * layers * heads * size * context
    forward = (matrices + attention) / 3.0
    machine = chips * peak
    rate = tokens_per_second / machine
    mfu = (matrices + attention) * rate
    bare = matrices * rate
    hfu = (matrices + attention + recompute * forward) * rate
    return {"mfu": mfu, "mfu_without_attention": bare, "hfu": hfu}
