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
wrong(
    "marks-to-spaces",
    'bare = "".join(sign for sign in lowered if sign not in string.punctuation)',
    'bare = "".join(" " if sign in string.punctuation else sign for sign in lowered)',
    "Marks became spaces, so “well-known” became two words. Here they are deleted.",
)
wrong(
    "marks-at-the-ends",
    "return bare.split()", "return [part for part in (word.strip(string.punctuation) for word in lowered.split()) if part]",
    "Marks were taken off the ends of words only. Those inside, as in “well-known”, are deleted too.",
)
wrong(
    "some-marks",
    "if sign not in string.punctuation", "if sign not in '.,!?;:'",
    "Only full stops, commas and their like were deleted. All the marks of `string.punctuation` are, such as brackets, quotes and hyphens.",
)
wrong(
    "letters-only",
    "if sign not in string.punctuation", "if sign.isalpha() or sign.isspace()",
    "Digits were deleted with the marks, so words that differ in a number look alike. Only the marks of `string.punctuation` go.",
)
wrong(
    "ascii-only",
    "if sign not in string.punctuation", "if sign.isascii() and (sign.isalnum() or sign.isspace())",
    "Letters beyond ASCII were deleted with the marks. Only the marks of `string.punctuation` go.",
)
wrong(
    "split-at-blanks",
    "bare.split()", 'bare.split(" ")',
    "The text was split at single blanks. Line breaks, tabs and runs of blanks separate words too: `split()` without an argument.",
)
wrong(
    "side-by-side",
    "range(len(parts) - n + 1)", "range(0, len(parts) - n + 1, n)",
    "The text was cut into pieces of n words side by side. An n-gram begins at every word.",
)
wrong(
    "last-gram-lost",
    "range(len(parts) - n + 1)", "range(len(parts) - n)",
    "The last n-gram is missing. A text of m words has m - n + 1 of them.",
)
wrong(
    "sorted-grams",
    "tuple(parts[at : at + n])", "tuple(sorted(parts[at : at + n]))",
    "n-grams were compared as sets of words. An n-gram is a run: its words stand in their order.",
)
wrong(
    "shortest",
    "int(np.percentile(lengths, 5))", "min(lengths)",
    "n is the length of the shortest example. It is the 5th percentile of the lengths (Appendix C). `np.percentile` counts from 0 to 100: "
    "with 0.05 it gives nearly the minimum.",
)
wrong(
    "rounded",
    "int(np.percentile(lengths, 5))", "int(round(np.percentile(lengths, 5)))",
    "The percentile was rounded to the nearest whole number. Here its fraction is cut off: `int(np.percentile(lengths, 5))`.",
)
wrong(
    "rounded-up",
    "int(np.percentile(lengths, 5))", "int(np.ceil(np.percentile(lengths, 5)))",
    "The percentile was rounded up. Here its fraction is cut off: `int(np.percentile(lengths, 5))`.",
)
wrong(
    "short-are-dirty",
    "bool(grams(question, n) & seen)", "len(question) < n or bool(grams(question, n) & seen)",
    "Examples of fewer than n words count as dirty. They have no n-gram, so nothing is shared and they are clean.",
)
wrong(
    "short-compared-whole",
    "bool(grams(question, n) & seen)",
    "bool(grams(question, n) & seen) or len(question) < n and any(' '.join(question) in ' '.join(words(one)) for one in documents)",
    "Examples of fewer than n words were looked for as a whole. Here they have no n-gram, so they are clean.",
)
wrong(
    "zero-without-clean",
    'float("nan")', "0.0",
    "Where no example is clean, the clean score is 0. There is nothing to average: it is NaN.",
)
wrong(
    "all-without-clean",
    'float("nan")', "whole",
    "Where no example is clean, the clean score is that of all. There is nothing to average: it is NaN.",
)
wrong(
    "percent",
    "(clean - whole) / whole", "100 * (clean - whole) / whole",
    "The relative difference is in percent. Here it is a fraction: -0.167, not -16.7.",
)
wrong(
    "other-sign",
    "(clean - whole) / whole", "(whole - clean) / whole",
    "The sign is turned: a model that is worse on the clean examples has a negative difference, (clean - all) / all.",
)
wrong(
    "last-document-only",
    "    seen = set().union(*(grams(words(document), n) for document in documents))\n",
    "    seen = set()\n    for document in documents:\n        seen = grams(words(document), n)\n",
    "Only the n-grams of the last document are known: each document's set replaced the one before. Join them.",
)
