"""Wrong gradients as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("the shortcut's part is forgotten", "shortcut|identity|d_sum|missing|arriv|d_state", "d_state = d_state + d_sum", "d_state = d_state"),
    ("the shortcut takes what came before the ReLU", "relu|shortcut|d_sum|d_state|mask|identity", "        d_sum = d_state * (states[l + 1] > 0)\n", "        before = d_state\n        d_sum = d_state * (states[l + 1] > 0)\n", "d_state = d_state + d_sum", "d_state = d_state + before"),
    ("the outer ReLU's derivative is forgotten", "relu|d_sum|states|missing|derivative|mask|> 0|factor", "d_sum = d_state * (states[l + 1] > 0)", "d_sum = d_state"),
    ("the inner ReLU's derivative is forgotten", "relu|hidden|d_hidden|missing|derivative|mask|> 0|factor", "(d_sum @ second[l]) * (hidden[l] > 0)", "(d_sum @ second[l])"),
    ("the squared norm", "root|squar|norm|Euclid", "return np.sqrt((d**2).sum())", "return (d**2).sum()"),
    ("the mean over the cases", "mean|batch|case|divid|sum|norm|multiple|times", "norm(d_hidden.T @ states[l])", "norm(d_hidden.T @ states[l] / len(x))"),
    ("the state's ReLU of the block's input", "states|input|index|l \\+ 1|block|relu|d_sum|mask|one", "states[l + 1] > 0", "states[l] > 0"),
    ("weights not turned over in the way back", "transpos|turn|second|weight|d_hidden", "(d_sum @ second[l])", "(d_sum @ second[l].T)"),
    ("always with shortcuts", "shortcut|plain|argument|always|same", "        if shortcuts:\n", "        if True:\n"),
    ("the largest entry", "norm|Euclid|largest|root|squar|max", "return np.sqrt((d**2).sum())", "return np.abs(d).max()"),
    ("no ReLU after the addition", "relu|addition|states|branch|forward|maximum", "states.append(np.maximum(branch + states[-1] if shortcuts else branch, 0.0))", "states.append(branch + states[-1] if shortcuts else branch)"),
]
