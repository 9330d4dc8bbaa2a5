"""Wrong label smoothing as learners write it. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("epsilon shared among the other tokens only", "K|other|right token|vocabulary|share|epsilon|uniform|one_hot", "shares = (1.0 - epsilon) * one_hot + epsilon / vocabulary", "shares = np.where(one_hot > 0, 1.0 - epsilon, epsilon / (vocabulary - 1))"),
    ("padding leaves the vocabulary: K - 2 others", "K|vocabulary|padding|share|epsilon|uniform|one_hot", "shares = (1.0 - epsilon) * one_hot + epsilon / vocabulary", "shares = np.where(one_hot > 0, 1.0 - epsilon, epsilon / (vocabulary - 2))"),
    ("KL divergence in place of the cross-entropy", "KL|entropy|divergence|constant|target|plus|log|losses", "losses = -(shares * log_p).sum(axis=-1)", "losses = (shares * (np.log(np.maximum(shares, 1e-12)) - log_p)).sum(axis=-1)"),
    ("mean of the means of the rows", "mean|row|case|together|position|average|sequence|batch", "float(losses[real].mean())", "float(np.mean([row[keep].mean() for row, keep in zip(losses, real) if keep.any()]))"),
    ("divided by all positions", "padding|mean|positions|all|count|real|divided", "float(losses[real].mean())", "float((losses * real).sum() / losses.size)"),
    ("padding counts where it is 0 only", "padding|0|default|argument|real", "real = targets != padding", "real = targets != 0"),
    ("padding is not left out", "padding|positions|real|count", "float(losses[real].mean())", "float(losses.mean())"),
    ("the sum over the positions", "sum|mean|positions|divided|times|multiple", "float(losses[real].mean())", "float(losses[real].sum())"),
    ("epsilon also spread over one_hot unscaled", "epsilon|1 -|share|one_hot|uniform|add up|sum", "(1.0 - epsilon) * one_hot", "one_hot"),
    ("probabilities plus 1e-9 in the logarithm", "log|large|1e-9|small|softmax|overflow|shift", "log_p = log_softmax(np.asarray(logits, dtype=np.float64))", "p = np.exp(log_softmax(np.asarray(logits, dtype=np.float64)))\n    log_p = np.log(p + 1e-9)"),
    ("epsilon is fixed at 0.1", "epsilon|0.1|argument|default|fixed|ignored", "    vocabulary = log_p", "    epsilon = 0.1\n    vocabulary = log_p"),
    ("the uniform part is a mean over the batch", "axis|uniform|mean|epsilon|share|vocabulary|log_p|losses", "losses = -(shares * log_p).sum(axis=-1)", "losses = -((1 - epsilon) * (one_hot * log_p).sum(-1) + epsilon * log_p.sum(-1))"),
]
