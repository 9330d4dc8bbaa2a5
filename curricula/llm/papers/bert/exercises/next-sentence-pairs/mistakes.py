"""Well-known wrong pairs for next sentence prediction."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "always-next",
    "rng.random() < 0.5", "rng.random() < 2.0",
    "B is always the next sentence. Half of the pairs get a random one, or there is nothing to predict (Section 3.1, Task #2).",
)
wrong(
    "label-reversed",
    "return token_ids, segment_ids, is_next", "return token_ids, segment_ids, not is_next",
    "The label is reversed. is_next is True where B really follows A.",
)
wrong(
    "same-document",
    "other_sentence(documents, document, rng)", "documents[document][int(rng.integers(len(documents[document])))]",
    "The random sentence comes from the same document. Take it from another one; otherwise topics give no hint, and it may be the true "
    "next sentence.",
)
wrong(
    "whole-corpus",
    "rng.integers(len(documents) - 1)", "rng.integers(len(documents))",
    "\n    other += other >= document", "",
    "The random sentence may come from the document of A, even be the true next one under the label NotNext. Take it from another "
    "document.",
)
wrong(
    "first-sentence-only",
    "[int(rng.integers(len(documents[other])))]", "[0]",
    "The random sentence is always the first one of its document. Draw among all its sentences, or the model learns what beginnings look "
    "like.",
)
wrong(
    "any-sentence-of-others",
    "return documents[other][int(rng.integers(len(documents[other])))]", "together = [one for at, sentences in enumerate(documents) if at != document for one in sentences]\n    return together[int(rng.integers(len(together)))]",
    "The random sentence is drawn among all sentences of the other documents together, so long documents come more often. Draw the "
    "document first, with equal chances, then one of its sentences.",
)
wrong(
    "next-document-only",
    "other += other >= document", "other = (document + 1) % len(documents)",
    "The random sentence always comes from the document after A's. Draw the document among all others.",
)
wrong(
    "no-middle-separator",
    "a, [sep_id], b", "a, b",
    "len(a) + 2 :", "len(a) + 1 :",
    "There is no [SEP] between A and B. The pair is [CLS] A [SEP] B [SEP] (Figure 2).",
)
wrong(
    "no-last-separator",
    "b, [sep_id]]", "b]",
    "The pair does not end with [SEP]. It is [CLS] A [SEP] B [SEP] (Figure 2).",
)
wrong(
    "separator-in-b",
    "len(a) + 2 :", "len(a) + 1 :",
    "The first [SEP] has segment 1. It still belongs to sentence A, segment 0 (Figure 2).",
)
wrong(
    "one-segment",
    "segment_ids[len(a) + 2 :] = 1", "segment_ids[len(a) + 2 :] = 0",
    "All segment ids are 0. B and the last [SEP] have segment 1 (Figure 2).",
)
wrong(
    "cut-at-the-end",
    "*shortened(a, b, max_length - 3)", "a, b",
    "return token_ids, segment_ids, is_next", "return token_ids[:max_length], segment_ids[:max_length], is_next",
    "The finished pair was cut at max_length, which costs the last [SEP] and only tokens of B. Shorten the longer of A and B before "
    "the special tokens go in.",
)
wrong(
    "only-b-shortened",
    "*shortened(a, b, max_length - 3)", "a[: max_length - 3], b[: max(max_length - 3 - len(a), 0)]",
    "Only B was shortened. Drop tokens from the longer of the two, one at a time, so that neither disappears.",
)
wrong(
    "shorter-shortened",
    "if len(a) > len(b):", "if 0 < len(a) < len(b) or len(b) == 0:",
    "The shorter of A and B loses tokens. Drop them from the longer one, one at a time, so that neither disappears.",
)
wrong(
    "never-shortened",
    "*shortened(a, b, max_length - 3)", "a, b",
    "The pair was not shortened. Where it has more than max_length tokens, drop tokens from the end of the longer of A and B "
    "until it fits (Appendix A.2).",
)
wrong(
    "specials-not-counted",
    "max_length - 3", "max_length",
    "The pair is longer than max_length: the three special tokens count too, so A and B have room for max_length - 3.",
)
