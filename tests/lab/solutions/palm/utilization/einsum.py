"""Utilization as observed speed over the speed that the peak would allow, as Appendix B writes it."""
import numpy as np


def utilization(parameters, layers, heads, size, context, tokens_per_second, chips, peak, recompute):
    """Returns mfu, mfu_without_attention and hfu."""
    per_token = np.array([
        [6 * parameters, 12 * layers * heads * size * context, 0],
        [6 * parameters, 0, 0],
        [6 * parameters, 12 * layers * heads * size * context, recompute * (2 * parameters + 4 * layers * heads * size * context)],
    ], dtype=float)
    most = chips * peak / np.einsum("ij->i", per_token)
    mfu, bare, hfu = tokens_per_second / most
    return {"mfu": mfu, "mfu_without_attention": bare, "hfu": hfu}
