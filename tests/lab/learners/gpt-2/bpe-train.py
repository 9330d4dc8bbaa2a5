"""Wrong training of BPE as learners write it. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("frequencies of words are ignored", "frequen|count|word|often|place|times", "counts[pair] += frequency", "counts[pair] += 1"),
    ("ties by the larger pair", "equal|tie|first|among|place|order", "best = max(counts, key=counts.__getitem__)", "best = max(counts, key=lambda pair: (counts[pair], pair))"),
    ("characters", "byte|character|UTF|non", "bytes([byte]) for byte in word.encode(\"utf-8\")", "sign.encode(\"utf-8\") for sign in word"),
    ("no cut into words", "word|pattern|cut|across|border|boundar|category|space", "for word in re.findall(pattern, text)]", "for word in [text]]"),
    ("one merge more", "merges|more|one|most|stop|number|bound|<", "while len(learned) < merges:", "while len(learned) <= merges:"),
    ("pairs that occur once are not merged", "once|stop|1\\b|two|frequen|pair|until|length|more", "        if not counts:", "        if not counts or max(counts.values()) < 2:"),
    ("the rarest pair", "frequent|rare|most|min|max", "best = max(counts", "best = min(counts"),
    ("the last among equals", "equal|tie|first|last|among|place|order", "best = max(counts, key=counts.__getitem__)", "best = max(reversed(list(counts)), key=counts.__getitem__)"),
    ("a run of three counts once", "three|twice|row|run|overlap|count|neighbor|equal", "for pair in zip(symbols, symbols[1:]):", "for pair in set(zip(symbols, symbols[1:])):"),
    ("merged at the first place only", "first|all|place|once|every|left to right|replace", "            i += 2\n", "            return tuple(joined) + symbols[i + 2 :]\n"),
    ("white space stripped", "space|white|strip|word", "for word in re.findall(pattern, text)]", "for word in map(str.strip, re.findall(pattern, text))]"),
]
