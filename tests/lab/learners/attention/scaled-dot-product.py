"""Wrong attention as learners write it. Each row: what was done, words that are true of it, edits of the reference."""
SLIPS = [
    ("root forgotten", "d_k|scal|root", "np.sqrt(q.shape[-1])", "q.shape[-1]"),
    ("temperature of the value's width", "d_k|scal|root|d-v|v\\.shape", "np.sqrt(q.shape[-1])", "np.sqrt(v.shape[-1])"),
    ("multiplied by the root", "d_k|scal|root|sqrt", "scores / np.sqrt", "scores * np.sqrt"),
    ("scaled twice", "d_k|scal|root", "scores / np.sqrt(q.shape[-1])", "scores / np.sqrt(q.shape[-1]) / np.sqrt(q.shape[-1])"),
    ("a scale of 8, as in the paper's model", "d_k|scal|root", "np.sqrt(q.shape[-1])", "8.0"),
    ("shares over the queries", "over the (queries|keys)|last axis|softmax-over|total|shares of 1", "exponentials.sum(axis=-1, keepdims=True)", "exponentials.sum(axis=-2, keepdims=True)"),
    ("keys for values", "value|output|k-for-v", "weights @ v", "weights @ np.resize(k, v.shape)"),
    ("outputs before weights", "output|weights|order|tuple", "return output, weights", "return weights, output"),
    ("a mask of -100", "mask|forbid|infinit|-100|-1e|finite|finitely", "scores, -np.inf)", "scores, -100.0)"),
    ("a mask of -1e4", "mask|forbid|infinit|-1e|finite|nothing|no key", "scores, -np.inf)", "scores, -1e4)"),
    ("scores not shifted", "overflow|large|subtract", "np.exp(scores - top)", "np.exp(scores)"),
    ("clipped exponent", "overflow|large|subtract|exp", "np.exp(scores - top)", "np.exp(np.clip(scores, -60, 60))"),
    ("softmax twice", "softmax|shares|weights|scal|root", "softmax(scores)\n    output", "softmax(softmax(scores))\n    output"),
    ("a small number in the denominator", "total|denominator|shares|epsilon|sum", "np.where(total > 0, total, 1.0)", "(total + 1e-2)"),
    ("rounded weights", "round", "return output, weights", "return np.round(output, 3), np.round(weights, 3)"),
]
