"""Byte pair merges learned with plain loops over all words of the text, copies included."""
import re


def train_bpe(text, pattern, merges):
    """text, pattern: strings. Returns a list of (left, right), bytes."""
    words = []
    for word in re.findall(pattern, text):
        raw = word.encode("utf-8")
        words.append([raw[i : i + 1] for i in range(len(raw))])
    learned = []
    for _ in range(merges):
        counts = {}
        for word in words:
            for i in range(len(word) - 1):
                pair = (word[i], word[i + 1])
                counts[pair] = counts.get(pair, 0) + 1
        best, highest = None, 0
        for pair, count in counts.items():
            if count > highest:
                best, highest = pair, count
        if best is None:
            return learned
        learned.append(best)
        for word in words:
            i = 0
            while i + 1 < len(word):
                if (word[i], word[i + 1]) == best:
                    word[i] = word[i] + word.pop(i + 1)
                i += 1
    return learned
