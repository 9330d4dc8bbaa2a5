"""Well-known ways to miscount Table 1."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "with-embeddings",
    "non_embedding = parameters[\"qkv\"]", "non_embedding = parameters[\"embed\"] + parameters[\"qkv\"]",
    "N counts the embeddings too. The paper leaves them out, since the loss then follows one trend for all depths (Section 3.2).",
)
wrong(
    "flops-are-parameters",
    "multiply_add = 2", "multiply_add = 1",
    "A parameter was counted as one FLOP. It takes a multiplication and an addition for each token (Section 2.1).",
)
wrong(
    "both-products",
    "2 * layers * context * attention", "4 * layers * context * attention",
    "Attention over the context was counted for the scores and for the weighted values. Table 1 counts one of them; PaLM's Appendix B "
    "counts both.",
)
wrong(
    "causal-half",
    "2 * layers * context * attention", "layers * context * attention",
    "Attention over the context was halved because of the mask. Table 1 counts the whole context for each token.",
)
wrong(
    "inner-is-four-widths",
    "2 * width * inner", "2 * width * 4 * width",
    "The inner width was taken as 4 d_model. That is the standard shape; here `inner` says it (eq. (2.1)).",
)
wrong(
    "attention-is-width",
    "width * 3 * attention", "width * 3 * width",
    "layers * attention * width", "layers * width * width",
    "The matrices of attention were taken as square. They go from d_model to d_attn, which may differ (Table 1).",
)
wrong(
    "one-feed-forward-matrix",
    "layers * 2 * width * inner", "layers * width * inner",
    "The feed-forward network was given one matrix. There are two, into the inner width and back.",
)
wrong(
    "no-project",
    "layers * attention * width", "0",
    "The matrix behind attention has no parameters in this count. It joins the heads: d_attn to d_model.",
)
wrong(
    "one-layer",
    "layers * width * 3 * attention", "width * 3 * attention",
    "layers * attention * width", "attention * width",
    "layers * 2 * width * inner", "2 * width * inner",
    "One layer was counted. Every layer has its own matrices.",
)
wrong(
    "whole-sequence",
    "forward = 2 * non_embedding + flops[\"mask\"]", "forward = context * (2 * non_embedding + flops[\"mask\"])",
    "The forward pass was counted for a whole context. Table 1 counts it for one token.",
)
wrong(
    "training",
    "forward = 2 * non_embedding", "forward = 6 * non_embedding",
    "The backward pass was counted as well. C ≈ 6N is the training; the forward pass is 2N and the attention over the context (eq. (2.2)).",
)
wrong(
    "no-context-term",
    "2 * non_embedding + flops[\"mask\"]", "2 * non_embedding",
    "The forward pass lacks the attention over the context. It is small for wide models and left out later, but eq. (2.2) has it.",
)
wrong(
    "all-parts",
    "2 * non_embedding + flops[\"mask\"]", "sum(flops.values())",
    "The forward pass counts embedding and de-embedding. Eq. (2.2) is of the parts in the layers, as N is.",
)
wrong(
    "no-positions",
    "(vocabulary + context)", "vocabulary",
    "The embeddings lack the positions. Table 1 has a vector for each token of the vocabulary and each position of the context.",
)
wrong(
    "untied",
    '"deembed": 0', '"deembed": width * vocabulary',
    "The matrix to the vocabulary was counted as parameters. It is the embedding's (Table 1 has a dash there).",
)
