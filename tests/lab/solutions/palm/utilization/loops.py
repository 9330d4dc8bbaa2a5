"""Utilization, counted layer by layer and pass by pass."""


def utilization(parameters, layers, heads, size, context, tokens_per_second, chips, peak, recompute):
    """Returns mfu, mfu_without_attention and hfu."""
    products = sum(2 for _ in ("forward", "by inputs", "by weights"))
    attention = 0
    for _ in range(layers):
        # Scores and weighted values: each a multiplication and an addition for every earlier position.
        attention += 2 * (2 * heads * size * context)
    need = products * parameters + 3 * attention
    again = recompute * (2 * parameters + attention)
    second = tokens_per_second / chips / peak
    return {"mfu": need * second, "mfu_without_attention": products * parameters * second, "hfu": (need + again) * second}
