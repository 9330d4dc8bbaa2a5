"""Wrong decoders as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("each symbol decoded by itself", "symbol|together|character|each|spread|bytes|text", "return raw, raw.decode(\"utf-8\", errors=\"replace\")", "return raw, \"\".join(symbols[i].decode(\"utf-8\", errors=\"replace\") for i in ids)"),
    ("faults ignored", "replac|fault|ignor|FFFD|error|valid", "errors=\"replace\"", "errors=\"ignore\""),
    ("latin-1", "latin|UTF|utf|decod|text", "raw.decode(\"utf-8\", errors=\"replace\")", "raw.decode(\"latin-1\")"),
    ("right before left", "left|right|order|side|exchang", "[left + right for left, right in merges]", "[right + left for left, right in merges]"),
    ("merges numbered from 257", "256|257|id|one|from|off|merge", "[left + right for left, right in merges]", "[b\"\"] + [left + right for left, right in merges]"),
    ("strict", "error|strict|valid|fault|decode|utf", ", errors=\"replace\"", ""),
    ("a question mark for faults", "FFFD|replac|fault|\\?|mark", "return raw, raw.decode(\"utf-8\", errors=\"replace\")", "return raw, raw.decode(\"utf-8\", errors=\"replace\").replace(\"\\ufffd\", \"?\")"),
]
