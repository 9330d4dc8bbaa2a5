"""Wrong WordPiece as learners write it. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("shortest match", "longest|shortest|match|beginning|order|first", "range(len(word), start, -1)", "range(start + 1, len(word) + 1)"),
    ("no ## for what follows", "##|mark|begin|continu", "mark = \"##\" if start else \"\"", "mark = \"\""),
    ("pieces before the failure are kept", "unknown|whole|word|kept|stuck|piece|UNK", "            return [unknown]\n    return pieces", "            return [*pieces, unknown]\n    return pieces"),
    ("an unknown character is skipped", "unknown|skip|character|stuck|whole|word|piece|UNK", "            return [unknown]\n    return pieces", "            start += 1\n    return pieces"),
    ("long words are cut too", "long|max_characters|100|characters|limit|unknown", "cut(word, known, unknown) if len(word) <= max_characters else [unknown]", "cut(word, known, unknown)"),
    ("a bound that leaves out the limit", "max_characters|limit|bound|long|character|<", "<= max_characters", "< max_characters"),
    ("lower case", "case|lower|capital|text", "for word in text.split():", "for word in text.lower().split():"),
    ("split at a blank only", "white|space|blank|split|tab|empty|line", "text.split()", "text.split(\" \")"),
    ("unknown is always [UNK]", "unknown|UNK|argument|name", "            return [unknown]\n    return pieces", "            return [\"[UNK]\"]\n    return pieces"),
    ("ids from 1", "id|from|one|0|off", "{piece: at for at, piece in enumerate(vocabulary)}", "{piece: at + 1 for at, piece in enumerate(vocabulary)}"),
    ("the whole text as one word", "word|white|space|split|text", "for word in text.split():", "for word in [text.replace(\" \", \"\")]:"),
]
