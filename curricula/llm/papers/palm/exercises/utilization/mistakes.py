"""Well-known wrong utilizations."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "forward-only",
    "6.0 * parameters", "2.0 * parameters",
    "12.0 * layers", "4.0 * layers",
    "Only the forward pass is counted. Training also has the backward pass, which costs twice as much: 6N + 12LHQT.",
)
wrong(
    "four-n",
    "6.0 * parameters", "4.0 * parameters",
    "12.0 * layers", "8.0 * layers",
    "The backward pass is counted like the forward pass. It needs the gradients of inputs and of weights, twice as much.",
)
wrong(
    "kaplan-attention",
    "12.0 * layers", "6.0 * layers",
    "Attention is counted with 6LHQT, as if half of the scores were never computed. Appendix B counts all of them: 12LHQT.",
)
wrong(
    "attention-of-the-forward-pass",
    "12.0 * layers", "4.0 * layers",
    "Attention is counted for the forward pass alone, 4LHQT. Forward and backward need 12LHQT.",
)
wrong(
    "squared-context",
    "size * context", "size * context**2",
    "Attention is counted for a whole sequence. For one token it is 12LHQT, with the context once.",
)
wrong(
    "no-heads",
    "layers * heads * size * context", "layers * size * context",
    "The number of heads is missing in the attention term 12LHQT.",
)
wrong(
    "one-layer",
    "12.0 * layers * heads", "12.0 * heads",
    "The number of layers is missing in the attention term 12LHQT.",
)
wrong(
    "one-chip",
    "machine = chips * peak", "machine = peak",
    "The rate of the whole system is divided by the peak of one chip. Divide by that of all chips.",
)
wrong(
    "sequences",
    "rate = tokens_per_second / machine", "rate = tokens_per_second * context / machine",
    "The rate is taken as sequences a second. It is given in tokens.",
)
wrong(
    "recompute-in-mfu",
    "mfu = (matrices + attention) * rate", "mfu = (matrices + attention + recompute * forward) * rate",
    "MFU counts what is computed a second time. It counts only what the model needs, so that it does not depend on the implementation.",
)
wrong(
    "hfu-is-mfu",
    "(matrices + attention + recompute * forward)", "(matrices + attention)",
    "HFU leaves out what is computed a second time. It counts recompute times a forward pass more.",
)
wrong(
    "recomputes-everything",
    "recompute * forward", "recompute * (matrices + attention)",
    "The whole step is done again in HFU. It is the forward pass, a third of it.",
)
wrong(
    "always-recomputes",
    "recompute * forward", "forward",
    "A whole forward pass is always done again. `recompute` is the share of it.",
)
wrong(
    "recompute-without-attention",
    "forward = (matrices + attention) / 3.0", "forward = matrices / 3.0",
    "The forward pass that is done again lacks its attention, 4LHQT.",
)
wrong(
    "attention-in-both",
    "bare = matrices * rate", "bare = (matrices + attention) * rate",
    "The attention term is in mfu_without_attention too. That is 6N alone.",
)
wrong(
    "percent",
    "\"mfu\": mfu, \"mfu_without_attention\": bare, \"hfu\": hfu", "\"mfu\": 100.0 * mfu, \"mfu_without_attention\": 100.0 * bare, \"hfu\": 100.0 * hfu",
    "The results are in percent. They are shares, such as 0.462.",
)
