from __future__ import annotations


def count(layers: int, width: int, attention: int, inner: int, context: int, vocabulary: int) -> dict[str, object]:
    """Parameters and forward FLOPs per token of a Transformer (Table 1, eqs. (2.1) and (2.2)).

    Returns a dict: parameters and flops (each a dict: embed, qkv, mask, project, feed_forward, deembed),
    non_embedding and forward.
    """
    # TODO: the parameters of each part, then its FLOPs
    # TODO: N, and the forward pass without embedding and de-embedding
    raise NotImplementedError("count: fill in Table 1")
