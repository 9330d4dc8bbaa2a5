"""Wrong inputs for fine-tuning as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("similarity in one order", "order|both|similarity|two|sequence|second", "return [[first, second], [second, first]]", "return [[first, second]]"),
    ("a delimiter between document and question", "delimiter|question|document|context", "return [[document + question, answer] for answer in answers]", "return [[document, question, answer] for answer in answers]"),
    ("question before the document", "question|document|order|before|first", "document + question", "question + document"),
    ("padding at the beginning", "begin|padding|end|beginning|left|front|start|right", "row[: len(sequence)] = sequence", "row[len(row) - len(sequence) :] = sequence"),
    ("extract position is the last column", "extract|position|last|row|longest|column|length", "\"extract_position\": lengths - 1", "\"extract_position\": np.full(len(lengths), lengths.max() - 1)"),
    ("extract position one too far", "extract|position|one|length|off", "\"extract_position\": lengths - 1", "\"extract_position\": lengths"),
    ("the mask without the extract token", "mask|extract|last|token|length|padding|bound|one", "(np.arange(lengths.max()) < lengths[:, None])", "(np.arange(lengths.max()) < lengths[:, None] - 1)"),
    ("no start token", "start|s|first|beginning|extract", "sequence = [start, *pieces[0]]", "sequence = [*pieces[0]]"),
    ("a delimiter at the end of each piece", "delimiter|end|last|between|extract", "return [*sequence, extract]", "return [*sequence, delimiter, extract]"),
    ("entailment without delimiter", "delimiter|entailment|between|premise", "    if task in (\"classification\", \"entailment\"):\n        return [texts]", "    if task in (\"classification\", \"entailment\"):\n        return [[sum(texts, [])]]"),
    ("padded with 0", "padding|0|fill|full|end", "np.full((len(sequences), lengths.max()), padding)", "np.zeros((len(sequences), lengths.max()), dtype=int)"),
]
