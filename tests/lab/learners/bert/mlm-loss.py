"""Wrong masked losses as learners write them. Each row: what was done, words that are true of it, edits of the reference."""
SLIPS = [
    ("bias forgotten", "bias", "table.T + bias", "table.T"),
    ("summed", "sum|mean|divid|count", "-logs[rows, targets].mean()", "-logs[rows, targets].sum()"),
    ("mean over all positions", "mean|divid|count|all|chosen", "-logs[rows, targets].mean()", "-logs[rows, targets].sum() / chosen.size"),
    ("gradient not divided", "gradient|divid|count|mean", "d_scores / count", "d_scores"),
    ("gradient of the other sign", "gradient|sign|descent", "d_hidden[chosen] = d_scores", "d_hidden[chosen] = -d_scores"),
    ("gradient without the softmax's part", "gradient|softmax|probabilit", "d_scores = np.exp(logs)", "d_scores = 0 * logs"),
    ("targets not subtracted", "gradient|target|subtract|1", "d_scores[rows, targets] -= 1.0", "pass"),
    ("logarithm to base 2", "log|base|bits", "-logs[rows, targets].mean()", "-logs[rows, targets].mean() / np.log(2)"),
    ("sign forgotten", "sign|negative", "-logs[rows, targets].mean()", "logs[rows, targets].mean()"),
    ("small number in the logarithm", "epsilon|small.number|clip|log", "return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))", "return np.log(np.exp(shifted) / np.exp(shifted).sum(axis=-1, keepdims=True) + 1e-3)"),
    ("all positions", "chosen|all|position|not chosen", "scores = hidden[chosen]", "chosen = np.ones_like(chosen)\n    count = chosen.size\n    scores = hidden[chosen]"),
    ("NaN where nothing is chosen", "nothing|no position|empty|none|0", "if count == 0:\n        return 0.0, d_hidden", "if count == 0:\n        return float('nan'), d_hidden"),
    ("no maximum", "overflow|large|subtract", "scores - scores.max(axis=-1, keepdims=True)", "scores"),
    ("the wrong rows' targets", "target|token|shift", "token_ids[chosen]", "np.roll(token_ids, 1, axis=1)[chosen]"),
    ("gradient to the table", "gradient|table|softmax", "d_scores / count @ table", "np.exp(logs) / count @ table"),
]
