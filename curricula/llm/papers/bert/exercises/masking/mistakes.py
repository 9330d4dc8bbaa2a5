"""Well-known wrong ways to mask."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "always-mask",
    "fate < 0.8", "fate < 1.0",
    "fate >= 0.8", "fate >= 1.0",
    "Every chosen token became [MASK]. Only 80 % do; 10 % become a random token and 10 % stay, since [MASK] never occurs in "
    "fine-tuning (Section 3.1, Task #1).",
)
wrong(
    "none-stays",
    " & (fate < 0.9)", "",
    "No chosen token stays what it is: 80 % became [MASK] and 20 % random tokens. Half of these 20 % stay (Appendix A.1).",
)
wrong(
    "none-random",
    "chosen & (fate >= 0.8) & (fate < 0.9)", "False",
    "No chosen token became a random one: 80 % became [MASK] and 20 % stayed. Half of these 20 % become random tokens (Appendix A.1).",
)
wrong(
    "shares-exchanged",
    "fate < 0.8", "fate < 0.1",
    "fate >= 0.8", "fate >= 0.1",
    "10 % of the chosen tokens became [MASK] and 80 % random ones. It is the other way round (Appendix A.1).",
)
wrong(
    "unchanged-not-chosen",
    "return inputs, chosen", "return inputs, chosen & (inputs != token_ids)",
    "The chosen tokens that stay the same are not marked as chosen. The loss counts them too; they teach the model to represent the "
    "tokens it sees (Appendix A.1).",
)
wrong(
    "only-masks-chosen",
    "return inputs, chosen", "return inputs, chosen & (inputs == mask_id)",
    "Only the positions that became [MASK] are marked as chosen. Those with a random token and those that stay are predicted too "
    "(Section 3.1, Task #1).",
)
wrong(
    "special-chosen",
    "ordinary & (rng.random(token_ids.shape) < rate)", "rng.random(token_ids.shape) < rate",
    "Special tokens such as [CLS], [SEP] and [PAD] are chosen as well. They mark structure and are never predicted.",
)
wrong(
    "same-places",
    "(rng.random(token_ids.shape) < rate)", "(rng.random(token_ids.shape[1]) < rate)",
    "All sequences of the batch hide the same places. Draw for each position of each sequence.",
)
wrong(
    "one-run",
    "chosen = ordinary & (rng.random(token_ids.shape) < rate)", "count, length = token_ids.shape\n    starts = rng.integers(length, size=(count, 1))\n    chosen = ordinary & ((np.arange(length) - starts) % length / length < rate)",
    "The chosen positions of a sequence stand side by side, in one run. Draw for each position by itself, so that a hidden token "
    "mostly keeps its neighbours.",
)
wrong(
    "one-random-token",
    "rng.integers(vocabulary_size, size=token_ids.shape)", "rng.integers(vocabulary_size)",
    "One random token was drawn and put everywhere. Each position draws its own.",
)
wrong(
    "random-from-the-text",
    "rng.integers(vocabulary_size, size=token_ids.shape)", "rng.choice(token_ids[ordinary], size=token_ids.shape)",
    "The random tokens were taken from the sequences themselves. They come from the whole vocabulary.",
)
wrong(
    "everything-masked",
    "chosen & (fate < 0.8)", "ordinary & (fate < 0.8)",
    "chosen & (fate >= 0.8)", "ordinary & (fate >= 0.8)",
    "80/10/10 was applied to all tokens, not to the chosen 15 %. Tokens that were not chosen stay what they are.",
)
