"""Wrong encoders as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the first mergeable pair of the word", "rank|first|order|lowest|best|merge|pair|learned|earl", "min(ranked, key=ranks.__getitem__)", "ranked[0]"),
    ("the latest merge first", "rank|max|lowest|last|order|best|first|merge|learned|earl", "min(ranked, key=ranks.__getitem__)", "max(ranked, key=ranks.__getitem__)"),
    ("merges over the border of words", "border|word|across|pattern|boundar|space", "    words = re.findall(pattern, text)", "    words = [text]"),
    ("characters in place of bytes", "byte|UTF|character|ascii|latin|non", "word.encode(\"utf-8\")", "word.encode(\"latin-1\", \"replace\")"),
    ("ids one too high", "256|id|one|merge|257|off", "256 + rank for rank", "257 + rank for rank"),
    ("words split at white space", "pattern|white|space|split|word", "    words = re.findall(pattern, text)", "    words = text.split()"),
    ("only one merge for each word", "until|again|one|step|merge|more|first|loop|repeat", "        symbols = join(symbols, min(ranked, key=ranks.__getitem__))", "        return join(symbols, min(ranked, key=ranks.__getitem__))"),
    ("greedy longest match", "longest|greedy|merge|order|learned|rank|match|symbol|vocabulary", "    return [ids[symbol] for word in words for symbol in apply_merges(to_bytes(word), ranks)]", "    out = []\n    for word in words:\n        data = word.encode()\n        while data:\n            n = max(k for k in range(1, len(data) + 1) if data[:k] in ids)\n            out.append(ids[data[:n]])\n            data = data[n:]\n    return out"),
    ("lower-cased", "case|lower|capital|text|letter", "re.findall(pattern, text)", "re.findall(pattern, text.lower())"),
    ("one pass through the merges in order", "pass|again|order|merge|step|rank|until|repeat|once|lowest", "    while True:\n        ranked = [pair for pair in zip(symbols, symbols[1:]) if pair in ranks]\n        if not ranked:\n            return symbols\n        symbols = join(symbols, min(ranked, key=ranks.__getitem__))", "    for pair in sorted(ranks, key=ranks.__getitem__, reverse=True):\n        symbols = join(symbols, pair)\n    return symbols"),
]
