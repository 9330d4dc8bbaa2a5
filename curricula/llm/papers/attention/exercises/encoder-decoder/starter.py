from __future__ import annotations

import numpy as np


def transformer(
    source: np.ndarray, target: np.ndarray, weights: dict, heads: int, start: int = 1, padding: int = 0
) -> np.ndarray:
    """The encoder-decoder of Figure 1, in evaluation, up to the logits.

    source: whole numbers (batch, sources), padded at the ends with `padding`. target: whole numbers (batch, targets).
    weights: embedding (vocabulary, d_model); encoder and decoder, a list of dicts each, one dict for each layer.
    heads: number of heads of all attentions. start: the token that the decoder reads first.
    Returns logits (batch, targets, vocabulary); position t predicts target token t.
    """
    # TODO: bring your positional_encoding, encoder_layer and decoder_layer here
    # TODO: embed the source, run the encoder
    # TODO: shift and embed the target, run the decoder
    # TODO: project to the vocabulary with the same matrix
    raise NotImplementedError("transformer: embed, encode, decode, project")
