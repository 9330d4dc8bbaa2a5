"""Well-known wrong ways to learn byte pair merges."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "across-words",
    "re.findall(pattern, text)", "[text]",
    "Pairs are counted across the borders of words. The pattern cuts the text first, so that no merge crosses a character "
    "category (Section 2.2).",
)
wrong(
    "characters",
    "bytes([byte]) for byte in word.encode(\"utf-8\")", "c.encode(\"utf-8\") for c in word",
    "The first symbols are characters. GPT-2 starts from the bytes of UTF-8, so that 256 symbols are enough for every text "
    "(Section 2.2).",
)
wrong(
    "distinct-words",
    "Counter(split(text, pattern))", "dict.fromkeys(split(text, pattern), 1)",
    "Each distinct word counts once. A pair counts in every copy of a word: multiply by the frequency of the word.",
)
wrong(
    "not-counted-again",
    "learned: list[tuple[bytes, bytes]] = []", "return [pair for pair, _ in count_pairs(words).most_common(merges)]",
    "The pairs are the most frequent ones of the first count. After every merge the neighbours have changed: count again, so "
    "that merged symbols can merge in turn.",
)
wrong(
    "spaces-dropped",
    "re.findall(pattern, text)", "(found.strip() for found in re.findall(pattern, text))",
    "The words lost their spaces. A space belongs to the word after it; otherwise decoding could not bring it back "
    "(Section 2.2).",
)
wrong(
    "first-place-only",
    "i += 2", "return (*joined, *symbols[i + 2 :])",
    "Only the first place in each word is merged. The chosen pair is replaced at all places, as the second \"an\" in \"banana\".",
)
wrong(
    "last-of-equals",
    "max(counts, key=counts.__getitem__)", "max(reversed(list(counts)), key=counts.__getitem__)",
    "Among equally frequent pairs the last one wins. The exercise takes the one that comes first in the text; `>=` in a search "
    "for the maximum gives the last.",
)
wrong(
    "stops-at-one",
    "if not counts:", "if not counts or max(counts.values()) < 2:",
    "Learning stops when no pair occurs twice. The exercise goes on until the number of merges is reached or no pair is left.",
)
wrong(
    "longest-symbols-first",
    "max(counts, key=counts.__getitem__)", "max(counts, key=lambda pair: (len(pair[0]) + len(pair[1]), counts[pair]))",
    "Among the pairs, the one that makes the longest symbol wins. The most frequent pair wins; length plays no part.",
)
wrong(
    "overlaps-once",
    "for pair in zip(symbols, symbols[1:]):\n            counts[pair] += frequency", "free_from: dict = {}\n        for i, pair in enumerate(zip(symbols, symbols[1:])):\n            if i >= free_from.get(pair, 0):\n                counts[pair] += frequency\n                free_from[pair] = i + 2",
    "Places that overlap count once, but three equal symbols in a row hold the pair twice. Count at every place; only the merging "
    "takes one after the other.",
)
wrong(
    "once-per-word",
    "zip(symbols, symbols[1:])", "dict.fromkeys(zip(symbols, symbols[1:]))",
    "A pair counts once in a word, however often it stands there. Every place counts: \"banana\" holds \"an\" twice.",
)
wrong(
    "greatest-of-equals",
    "max(counts, key=counts.__getitem__)", "max(counts, key=lambda pair: (counts[pair], pair))",
    "Among equally frequent pairs the one that sorts last wins, as in the code of Sennrich et al., `max(stats, key=lambda x: "
    "(stats[x], x))`. The exercise takes the one that comes first in the text.",
)
wrong(
    "lowercased",
    "re.findall(pattern, text)", "re.findall(pattern, text.lower())",
    "Capital letters became small ones. Such a step restricts the texts that a model can write; byte-level BPE needs none "
    "(Section 2.2).",
)
wrong(
    "rarest-pair",
    "best = max(counts", "best = min(counts",
    "The rarest pair is merged. The most frequent one is (Sennrich et al., 2016, Section 3.2).",
)
