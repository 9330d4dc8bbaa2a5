"""Well-known wrong ways to look for contamination."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "keeps-case",
    "text.lower()", "text",
    "Capitals and small letters were told apart, so a copy at the head of a sentence goes unseen. Appendix C ignores case.",
)
wrong(
    "keeps-punctuation",
    '"".join(sign for sign in lowered if sign not in string.punctuation)', "lowered",
    "Punctuation was kept: “end.” is another word than “end”. Appendix C ignores it.",
)
wrong(
    "all-grams",
    "bool(grams(question, n) & seen)", "bool(grams(question, n)) and grams(question, n) <= seen",
    "An example counts as dirty only where all its n-grams were seen. One is enough (Section 4).",
)
wrong(
    "mean-length",
    "int(np.percentile(lengths, 5))", "int(np.mean(lengths))",
    "n is the mean length of the examples. It is the 5th percentile, so that nearly all examples have an n-gram (Appendix C).",
)
wrong(
    "upper-percentile",
    "np.percentile(lengths, 5)", "np.percentile(lengths, 95)",
    "n is the 95th percentile of the lengths. It is the 5th, so that nearly all examples have an n-gram (Appendix C).",
)
wrong(
    "always-thirteen",
    "min(max(percentile, 8), 13)", "13",
    "n is always 13, as in the filter of the training data. For a benchmark it follows the lengths of its examples, from 8 to 13 "
    "(Appendix C).",
)
wrong(
    "no-minimum",
    "min(max(percentile, 8), 13)", "min(max(percentile, 1), 13)",
    "n has no lower limit. Short runs of words collide by chance, so it is at least 8 (Appendix C).",
)
wrong(
    "no-maximum",
    "min(max(percentile, 8), 13)", "max(percentile, 8)",
    "n has no upper limit. It is at most 13 (Appendix C).",
)
wrong(
    "joined-documents",
    "*(grams(words(document), n) for document in documents)", 'grams(words(" ".join(documents)), n)',
    "The documents were joined, and n-grams run over their borders. Nobody wrote these.",
)
wrong(
    "characters",
    "return bare.split()", 'return list(bare.replace(" ", ""))',
    "Runs of letters were compared. Here n counts words (Appendix C).",
)
wrong(
    "words-in-any-order",
    "bool(grams(question, n) & seen)", "len(set(question) & {word for gram in seen for word in gram}) >= n",
    "An example counts as dirty if n of its words occur anywhere. An n-gram is a run: the same words side by side in the same order.",
)
wrong(
    "dirty-score",
    "scores[~dirty].mean()) if not dirty.all()", "scores[dirty].mean()) if dirty.any()",
    "The dirty examples were averaged. The clean ones say what the model can do without having read the question.",
)
wrong(
    "points",
    "(clean - whole) / whole", "clean - whole",
    "The difference is in points. Table C.1 gives it relative to the score on all examples.",
)
wrong(
    "relative-to-clean",
    "(clean - whole) / whole", "(clean - whole) / clean",
    "The difference was divided by the score on the clean examples. Table C.1 relates it to the score on all.",
)
