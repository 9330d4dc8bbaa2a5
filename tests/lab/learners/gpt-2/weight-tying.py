"""Wrong tied embeddings as learners write them. Each row: what was done, words true of it, edits of the reference."""
SLIPS = [
    ("output's part only", "input|use|embedding|tied|both|lookup|gradient", "output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)", "output_gradient(d_logits, hidden)"),
    ("input's part only", "output|use|logits|tied|both|absent|nowhere|gradient", "output_gradient(d_logits, hidden) + input_gradient(d_logits, hidden, flat, embedding, weight)", "input_gradient(d_logits, hidden, flat, embedding, weight)"),
    ("repeated tokens overwritten", "repeat|several|add|occur|gradient", "np.add.at(gradient, tokens, d_embedded)", "gradient[tokens] += d_embedded"),
    ("tanh's slope forgotten", "tanh|derivative|slope|gradient", "(d_hidden * (1 - hidden**2))", "d_hidden"),
    ("gradient summed", "mean|divid|count|position|gradient", "/ len(wanted)\n    gradient", "\n    gradient"),
    ("loss summed", "mean|sum|log 5|divid", "np.arange(len(wanted)), wanted].mean()", "np.arange(len(wanted)), wanted].sum()"),
    ("sign of the gradient", "sign|gradient|exchanged", "(np.exp(log_probabilities) - one_hot(wanted, len(embedding)))", "(one_hot(wanted, len(embedding)) - np.exp(log_probabilities))"),
    ("one-hot forgotten", "one-hot|target|gradient|softmax", "(np.exp(log_probabilities) - one_hot(wanted, len(embedding)))", "np.exp(log_probabilities)"),
    ("bits", "base|bits|log 5|natural", "wanted].mean()", "wanted].mean() / np.log(2)"),
    ("scaled logits", "scal|logits|width", "hidden @ embedding.T", "hidden @ embedding.T / np.sqrt(hidden.shape[-1])"),
    ("no tanh", "tanh|hidden", "np.tanh(embedding[tokens] @ weight)", "embedding[tokens] @ weight"),
    ("weight not transposed in the backward pass", "weight|transpos|gradient", "@ weight.T", "@ weight"),
    ("no maximum", "large|finite|overflow|subtract", "logits - logits.max(axis=-1, keepdims=True)", "logits"),
    ("small number in the logarithm", "small|clip|log softmax|logarithm", "shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))", "np.log(np.exp(shifted) / np.exp(shifted).sum(axis=-1, keepdims=True) + 1e-3)"),
    ("logits flat", "shape|logits", "logits.reshape(*tokens.shape, -1)", "logits"),
]
