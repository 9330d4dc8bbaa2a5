"""Well-known wrong ways to learn byte pair merges."""
from __future__ import annotations

import re
from collections import Counter

from reference import count_pairs, merge, split
from study_lab import mistake


def learn(words, merges, choose=None, join=merge, count=count_pairs):
    """words: dict from symbols to frequency. The loop of the reference with another choice, way to join or to count."""
    learned = []
    while len(learned) < merges:
        counts = count(words)
        best = (choose or (lambda c: max(c, key=c.__getitem__)))(counts) if counts else None
        if best is None:
            break
        learned.append(best)
        changed = Counter()
        for symbols, frequency in words.items():
            changed[join(symbols, best)] += frequency
        words = changed
    return learned


@mistake(
    "across-words",
    "Pairs are counted across the borders of words. The pattern cuts the text first, so that no merge crosses a character "
    "category (Section 2.2).",
)
def across_words(text, pattern, merges):
    return learn({tuple(bytes([byte]) for byte in text.encode("utf-8")): 1}, merges)


@mistake(
    "characters",
    "The first symbols are characters. GPT-2 starts from the bytes of UTF-8, so that 256 symbols are enough for every text "
    "(Section 2.2).",
)
def characters(text, pattern, merges):
    words = Counter(tuple(c.encode("utf-8") for c in word) for word in re.findall(pattern, text))
    return learn(words, merges)


@mistake(
    "distinct-words",
    "Each distinct word counts once. A pair counts in every copy of a word: multiply by the frequency of the word.",
)
def distinct_words(text, pattern, merges):
    return learn({symbols: 1 for symbols in split(text, pattern)}, merges)


@mistake(
    "not-counted-again",
    "The pairs are the most frequent ones of the first count. After every merge the neighbours have changed: count again, so "
    "that merged symbols can merge in turn.",
)
def not_counted_again(text, pattern, merges):
    counts = count_pairs(Counter(split(text, pattern)))
    return [pair for pair, _ in counts.most_common(merges)]


@mistake(
    "spaces-dropped",
    "The words lost their spaces. A space belongs to the word after it; otherwise decoding could not bring it back "
    "(Section 2.2).",
)
def spaces_dropped(text, pattern, merges):
    stripped = [word.strip() for word in re.findall(pattern, text)]
    return learn(Counter(tuple(bytes([byte]) for byte in word.encode("utf-8")) for word in stripped), merges)


@mistake(
    "first-place-only",
    "Only the first place in each word is merged. The chosen pair is replaced at all places, as the second \"an\" in \"banana\".",
)
def first_place_only(text, pattern, merges):
    def join(symbols, pair):
        for i in range(len(symbols) - 1):
            if symbols[i : i + 2] == pair:
                return symbols[:i] + (pair[0] + pair[1],) + symbols[i + 2 :]
        return symbols

    return learn(Counter(split(text, pattern)), merges, join=join)


@mistake(
    "last-of-equals",
    "Among equally frequent pairs the last one wins. The exercise takes the one that comes first in the text; `>=` in a search "
    "for the maximum gives the last.",
)
def last_of_equals(text, pattern, merges):
    def choose(counts):
        highest = max(counts.values())
        return [pair for pair, count in counts.items() if count == highest][-1]

    return learn(Counter(split(text, pattern)), merges, choose)


@mistake(
    "stops-at-one",
    "Learning stops when no pair occurs twice. The exercise goes on until the number of merges is reached or no pair is left.",
)
def stops_at_one(text, pattern, merges):
    def choose(counts):
        best = max(counts, key=counts.__getitem__)
        return best if counts[best] > 1 else None

    return learn(Counter(split(text, pattern)), merges, choose)


@mistake(
    "longest-symbols-first",
    "Among the pairs, the one that makes the longest symbol wins. The most frequent pair wins; length plays no part.",
)
def longest_symbols_first(text, pattern, merges):
    def choose(counts):
        return max(counts, key=lambda pair: (len(pair[0]) + len(pair[1]), counts[pair]))

    return learn(Counter(split(text, pattern)), merges, choose)


@mistake(
    "overlaps-once",
    "Places that overlap count once, but three equal symbols in a row hold the pair twice. Count at every place; only the merging "
    "takes one after the other.",
)
def overlaps_once(text, pattern, merges):
    def count(words):
        counts = Counter()
        for symbols, frequency in words.items():
            free_from = {}
            for i, pair in enumerate(zip(symbols, symbols[1:])):
                if i >= free_from.get(pair, 0):
                    counts[pair] += frequency
                    free_from[pair] = i + 2
        return counts

    return learn(Counter(split(text, pattern)), merges, count=count)


@mistake(
    "once-per-word",
    "A pair counts once in a word, however often it stands there. Every place counts: \"banana\" holds \"an\" twice.",
)
def once_per_word(text, pattern, merges):
    def count(words):
        counts = Counter()
        for symbols, frequency in words.items():
            for pair in dict.fromkeys(zip(symbols, symbols[1:])):
                counts[pair] += frequency
        return counts

    return learn(Counter(split(text, pattern)), merges, count=count)


@mistake(
    "greatest-of-equals",
    "Among equally frequent pairs the one that sorts last wins, as in the code of Sennrich et al., `max(stats, key=lambda x: "
    "(stats[x], x))`. The exercise takes the one that comes first in the text.",
)
def greatest_of_equals(text, pattern, merges):
    return learn(Counter(split(text, pattern)), merges, lambda counts: max(counts, key=lambda pair: (counts[pair], pair)))


@mistake(
    "lowercased",
    "Capital letters became small ones. Such a step restricts the texts that a model can write; byte-level BPE needs none "
    "(Section 2.2).",
)
def lowercased(text, pattern, merges):
    return learn(Counter(split(text.lower(), pattern)), merges)
