"""Wrong pairs as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the random sentence from any document", "document|other|same|own|another", "    other = int(rng.integers(len(documents) - 1))\n    other += other >= document\n", "    other = int(rng.integers(len(documents)))\n"),
    ("labels exchanged", "label|is_next|exchang|next|follow", "return token_ids, segment_ids, is_next", "return token_ids, segment_ids, not is_next"),
    ("the [SEP] of A has segment 1", "segment|SEP|first|one|slice", "segment_ids[len(a) + 2 :] = 1", "segment_ids[len(a) + 1 :] = 1"),
    ("cut at the end of the whole", "end|longer|drop|cut|max_length|long|SEP|shorten", "    token_ids, segment_ids = join(*shortened(a, b, max_length - 3), cls_id, sep_id)", "    token_ids, segment_ids = (one[:max_length] for one in join(a, b, cls_id, sep_id))"),
    ("dropped from the beginning", "beginning|end|drop|front|first|token|cut|shorten", "a = a[:-1]", "a = a[1:]"),
    ("of equals A loses one", "equal|equally|longer|A\\b|drop|one of B|bound", "if len(a) > len(b):", "if len(a) >= len(b):"),
    ("room for two special tokens", "max_length|3|special|length|room|long|SEP|fit", "max_length - 3", "max_length - 2"),
    ("no second [SEP]", "SEP|last|end|second|length", "[sep_id], b, [sep_id]]", "[sep_id], b]"),
    ("is next in one third", "50|half|share|probab|next|0.3", "rng.random() < 0.5", "rng.random() < 1 / 3"),
    ("the first sentence of the other document", "random|sentence|first|same|equal|chance", "documents[other][int(rng.integers(len(documents[other])))]", "documents[other][0]"),
    ("the neighbor document always", "document|random|equal|chance|neighbor|other|next|alike|share", "    other = int(rng.integers(len(documents) - 1))\n    other += other >= document\n", "    other = (document + 1) % len(documents)\n"),
]
