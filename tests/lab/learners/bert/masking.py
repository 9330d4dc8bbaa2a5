"""Wrong masking as learners write it. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("80 % random and 10 % mask", "80|10|mask|random|exchang|share", "np.where(chosen & (fate < 0.8), mask_id, token_ids)", "np.where(chosen & (fate < 0.8), random_tokens, token_ids)", "np.where(chosen & (fate >= 0.8) & (fate < 0.9), random_tokens, inputs)", "np.where(chosen & (fate >= 0.8) & (fate < 0.9), mask_id, inputs)"),
    ("chosen is only what changed", "chosen|stay|same|count|changed|kept|all|predict", "return inputs, chosen", "return inputs, chosen & (fate < 0.9)"),
    ("20 % random", "random|10|stay|20|same|kept|share", "& (fate < 0.9), random", ", random"),
    ("the rate is that of all positions", "rate|special|share|other|chosen", "(rng.random(token_ids.shape) < rate)", "(rng.random(token_ids.shape) < rate / max(ordinary.mean(), 1e-9))"),
    ("random tokens without id 0", "random|0|vocabulary|from|id|lowest", "rng.integers(vocabulary_size, size=token_ids.shape)", "rng.integers(1, vocabulary_size, size=token_ids.shape)"),
    ("random tokens one id short", "random|last|vocabulary|id|highest|largest", "rng.integers(vocabulary_size, size=token_ids.shape)", "rng.integers(vocabulary_size - 1, size=token_ids.shape)"),
    ("one random token for all", "random|one|same|each|own|distinct|different|alike", "rng.integers(vocabulary_size, size=token_ids.shape)", "rng.integers(vocabulary_size)"),
    ("the same draw for choosing and fate", "draw|fate|same|mask|80|100|random|stay|share", "fate = rng.random(token_ids.shape)", "fate = np.where(chosen, 0.0, 1.0)"),
    ("a fate for each sequence", "fate|each|sequence|row|independent|together|alike|position", "fate = rng.random(token_ids.shape)", "fate = rng.random((len(token_ids), 1)) * np.ones(token_ids.shape)"),
    ("special tokens chosen too", "special|never|chosen", "chosen = ordinary & ", "chosen = "),
    ("one position of each sequence at least", "least|0|rate|one|nothing|none", "    # One draw settles", "    first = ordinary.argmax(1)\n    chosen[np.arange(len(chosen)), first] |= ~chosen.any(1)\n    # One draw settles"),
    ("the rate doubled: 0.3", "rate|share|0.15|twice|often|chosen", "< rate)", "< 2 * rate)"),
]
