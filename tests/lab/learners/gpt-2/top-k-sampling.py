"""Wrong sampling as learners write it. Each row: what was done, words true of it, edits of the reference."""
SLIPS = [
    ("multiplied by the temperature", "temperature", "logits / temperature", "logits * temperature"),
    ("temperature left out", "temperature", "logits / temperature", "logits"),
    ("temperature on probabilities", "temperature", "softmax(keep_largest(logits / temperature, k))", "softmax(keep_largest(logits, k)) / temperature"),
    ("one too few", "k - 1|k-th|few|kept|k = |count", "logits < smallest_kept", "logits <= smallest_kept"),
    ("one too many", "k \\+ 1|k-th|many|kept|k = ", "[:, -k, None]", "[:, -min(k + 1, logits.shape[-1]), None]"),
    ("k of zero keeps one", "no limit|k = 0|0", "if k == 0:\n        return logits", "k = max(k, 1)"),
    ("dropped set to zero", "drop|0|zero|infinit", "smallest_kept, -np.inf, logits)", "smallest_kept, 0.0, logits)"),
    ("dropped set to -5", "drop|infinit|not among|-", "smallest_kept, -np.inf, logits)", "smallest_kept, -5.0, logits)"),
    ("the most likely", "likely|greedy|random|argmax|draw", "return draw(softmax(keep_largest(logits / temperature, k)), rng)", "return logits.argmax(axis=-1)"),
    ("own random state", "rng|random", "rng.random(len(probabilities))", "np.random.random(len(probabilities))"),
    ("one draw for all rows", "row|draw", "rng.random(len(probabilities))[:, None]", "rng.random()"),
    ("no maximum", "large|subtract|overflow|impossible", "np.exp(logits - logits.max(axis=-1, keepdims=True))", "np.exp(logits)"),
    ("threshold of all rows", "row|k-th|kept|threshold", "np.sort(logits, axis=-1)[:, -k, None]", "np.sort(logits, axis=None)[-k]"),
    ("the smallest", "smallest|least|likely", "logits < smallest_kept", "logits > np.sort(logits, axis=-1)[:, k - 1, None]"),
]
