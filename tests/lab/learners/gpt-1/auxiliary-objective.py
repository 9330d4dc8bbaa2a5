"""Wrong losses of fine-tuning as learners write them. Each row: what was done, words true of it, edits of the reference."""
SLIPS = [
    ("lambda on the task", "lambda|grow|total", '"total": task + coefficient * language', '"total": coefficient * task + language'),
    ("lambda forgotten", "lambda|grow|total", "task + coefficient * language", "task + language"),
    ("halved", "total|lambda|grow", "task + coefficient * language}", "(task + coefficient * language) / 2}"),
    ("label from the last column", "last|extract|position|padding", "hidden[np.arange(len(hidden)), positions]", "hidden[:, -1]"),
    ("label from the first", "first|extract|position", "hidden[np.arange(len(hidden)), positions]", "hidden[:, 0]"),
    ("label from the maximum", "extract|position|pool|mean|padding", "hidden[np.arange(len(hidden)), positions]", "hidden.max(axis=1)"),
    ("language not shifted", "shift|next|predict|own", "hidden[:, :-1] @ embedding.T, tokens[:, 1:])", "hidden @ embedding.T, tokens)[:, 1:]"),
    ("padding counted", "padding|mask", "float((each * mask[:, 1:]).sum() / mask[:, 1:].sum())", "float(each.mean())"),
    ("language summed", "sum|mean|language|divid", "(each * mask[:, 1:]).sum() / mask[:, 1:].sum()", "(each * mask[:, 1:]).sum()"),
    ("task summed", "sum|mean|task|divid", "cross_entropy(extracted @ head, labels).mean()", "cross_entropy(extracted @ head, labels).sum()"),
    ("language divided by texts", "mean|text|language|divid", "/ mask[:, 1:].sum())", "/ len(mask))"),
    ("signs forgotten", "sign|likelihood|negative", "return -np.take_along_axis", "return np.take_along_axis"),
    ("bits", "base|bits|log|natural", "return -np.take_along_axis(log_probabilities, targets[..., None], axis=-1)[..., 0]", "return -np.take_along_axis(log_probabilities, targets[..., None], axis=-1)[..., 0] / np.log(2)"),
    ("no maximum", "large|finite|overflow|subtract", "logits - logits.max(axis=-1, keepdims=True)", "logits"),
    ("small number in the logarithm", "small.number|logarithm|clip|epsilon", "shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))", "np.log(np.exp(shifted) / np.exp(shifted).sum(axis=-1, keepdims=True) + 1e-3)"),
    ("head for embedding", "head|task|label|logit", "extracted @ head", "np.tanh(extracted) @ head"),
]
