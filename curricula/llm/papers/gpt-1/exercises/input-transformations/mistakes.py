"""Well-known wrong ways to prepare inputs for fine-tuning."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "no-start",
    "[start, *pieces[0]]", "[*pieces[0]]",
    "The start token is missing. Every sequence begins with it (Figure 1).",
)
wrong(
    "no-delimiter",
    "[delimiter, *piece]", "[*piece]",
    "The delimiter is missing between the two texts. Without it the model can't see where one ends (Section 3.3).",
)
wrong(
    "delimiter-for-extract",
    "[*sequence, extract]", "[*sequence, delimiter]",
    "The sequence ends with the delimiter. The extract token ends it; it is a token of its own (Figure 1).",
)
wrong(
    "extract-in-front",
    "[start, *pieces[0]]", "[start, extract, *pieces[0]]",
    "[*sequence, extract]", "sequence",
    "lengths - 1}", "np.ones_like(lengths)}",
    "The extract token stands at the front, like a [CLS] token. A left-to-right model has seen nothing there; it stands at the end.",
)
wrong(
    "last-column",
    "lengths - 1}", "np.full_like(lengths, lengths.max() - 1)}",
    "The position of the extract token is the last column. In a shorter sequence padding stands there; take the last real token "
    "of each.",
)
wrong(
    "padded-in-front",
    "row[: len(sequence)]", "row[len(row) - len(sequence) :]",
    "np.arange(lengths.max()) <", "np.arange(lengths.max())[::-1] <",
    "lengths - 1}", "np.full_like(lengths, lengths.max() - 1)}",
    "Padding stands in front. It comes after the extract token, so that positions begin at the start token.",
)
wrong(
    "same-order-twice",
    "[second, first]", "[first, second]",
    "Similarity gets the same order twice. Two texts have no order, so the second sequence holds them exchanged (Section 3.3).",
)
wrong(
    "one-order",
    ", [second, first]]", "]",
    "Similarity gets one order only. Both orders are processed, and their hidden states are added (Section 3.3).",
)
wrong(
    "question-delimited",
    "[document + question, answer]", "[document, question, answer]",
    "A delimiter stands between document and question. Section 3.3 joins them without one: [z; q; $; a].",
)
wrong(
    "answers-in-one",
    "[document + question, answer] for answer in answers", "[document + question, *answers]",
    "All answers stand in one sequence. Each answer gets a sequence of its own; a softmax over their scores compares them "
    "(Section 3.3).",
)
wrong(
    "hypothesis-first",
    "return [texts]", "return [texts[::-1] if task == \"entailment\" else texts]",
    "The hypothesis stands before the premise. The premise comes first (Figure 1).",
)
wrong(
    "mask-without-extract",
    "< lengths[:, None]", "< lengths[:, None] - 1",
    "The mask leaves out the extract token. It is a token of the sequence; the classifier reads its hidden state.",
)
wrong(
    "position-behind",
    "lengths - 1}", "lengths}",
    "The position of the extract token is the length of its sequence. Positions count from 0, so it is the length minus 1.",
)
wrong(
    "padded-with-zeros",
    "lengths.max()), padding)", "lengths.max()), 0)",
    "The padding is 0. It is the token `padding`; 0 may be a word.",
)
wrong(
    "question-with-answer",
    "[document + question, answer]", "[document, question + answer]",
    "The question stands behind the delimiter, with the answer. It belongs to the document: [z; q; $; a] (Section 3.3).",
)
