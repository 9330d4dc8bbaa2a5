"""Well-known wrong scores of choices."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-shift",
    "log_probabilities[:, :-1]", "log_probabilities[:, 1:]",
    "The logits at t score the token at t. They are for the next one: the token at t is scored at t - 1.",
)
wrong(
    "raw-logits",
    "log_softmax(np.asarray(logits, dtype=np.float64))", "np.asarray(logits, dtype=np.float64)",
    "The logits are added up as they are. Each step must be normalized first: a logit is a log probability up to a constant that "
    "differs from position to position.",
)
wrong(
    "whole-sequence",
    "(places >= starts[:, None]) & (places < stops[:, None])", "places < stops[:, None]",
    "The tokens of the context are scored too. The completion alone is compared (Section 2.4).",
)
wrong(
    "scores-padding",
    "(places >= starts[:, None]) & (places < stops[:, None])", "places >= starts[:, None]",
    "Padding is scored like a token of the completion. The completion ends before `stop`.",
)
wrong(
    "counts-padding",
    "totals / lengths", "totals / (tokens.shape[1] - starts)",
    "The sum is divided by the number of positions behind the start, padding included. Divide by the length of the completion.",
)
wrong(
    "divides-by-all-tokens",
    "totals / lengths", "totals / stops",
    "The sum is divided by the length of context and completion. Per token means per token of the completion.",
)
wrong(
    "mean-probability",
    "totals / lengths", "np.where(inside, np.exp(each), 0.0).sum(axis=-1) / lengths",
    "The probabilities were averaged, not their logarithms. One certain token then hides an impossible one.",
)
wrong(
    "perplexity",
    "totals / lengths", "np.exp(-totals / lengths)",
    "The score per token is a perplexity, of which the lowest would be best. Here it is the mean log probability.",
)
wrong(
    "log-ratio",
    "totals - neutral", "totals / neutral",
    "The log probability was divided by the other one. The ratio of Section 2.4 is of the probabilities; its logarithm is a difference.",
)
wrong(
    "ratio-per-token",
    "totals - neutral", "(totals - neutral) / lengths",
    "The ratio was divided by the number of tokens as well. It is the way in which ARC, OpenBookQA and RACE are normalized instead "
    "(Section 2.4).",
)
wrong(
    "ratio-upside-down",
    "totals - neutral", "neutral - totals",
    "The ratio stands upside down: the probability with the question is the numerator (Section 2.4).",
)
wrong(
    "not-per-token",
    "totals / lengths", "totals",
    "The log probability was not divided by the number of tokens, so short completions win.",
)
wrong(
    "lowest",
    "np.argmax(found)", "np.argmin(found)",
    "The lowest score was taken as the best. They are log probabilities, not losses.",
)
wrong(
    "first-token-lost",
    "places >= starts", "places > starts",
    "The first token of the completion is not scored. It is predicted by the last token of the context.",
)
wrong(
    "last-of-equal",
    "int(np.argmax(found))", "int(len(found) - 1 - np.argmax(found[::-1]))",
    "Of choices with the same score the last one was taken. Here it is the one with the lowest index.",
)
wrong(
    "best-by-sum",
    "np.argmax(found)", "np.argmax(totals)",
    "`best` was taken from the plain log probabilities, whatever the method. It is the index of the highest score returned.",
)
wrong(
    "no-maximum",
    "shifted = values - values.max(axis=-1, keepdims=True)", "shifted = values",
    "The exponentials of large logits overflow. Subtract the largest logit of a position first; the log probabilities stay the same.",
)
