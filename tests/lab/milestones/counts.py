"""Models of counts: what the last few tokens alone say about the next one."""
import numpy as np
from study_lab import source


def counted(name, order, outputs, texts=4000, length=64):
    """logits(tokens) from counts of `order` tokens, a context seen seldom being helped out by the shorter one."""
    text = source(name).sample(np.random.default_rng(5), texts, length)
    tables = [tally(text, back, outputs) for back in range(order)]

    def logits(tokens):
        found = np.broadcast_to(tables[0][1][0] / tables[0][1][0].sum(), (*tokens.shape, outputs))
        for back, (keys, rows) in enumerate(tables[1:], 1):
            context = coded(tokens, back, outputs)
            at = np.minimum(np.searchsorted(keys, context), len(keys) - 1)
            seen = np.where((keys[at] == context)[..., None], rows[at], 0)
            helped = (seen + 2 * found) / (seen.sum(-1, keepdims=True) + 2)
            found = np.where((np.arange(tokens.shape[1]) >= back - 1)[:, None], helped, found)
        return np.log(found)

    return logits


def coded(tokens, back, outputs):
    """The last `back` tokens at each position as one number; what would stand before the text counts as 0."""
    code = np.zeros(tokens.shape, dtype=np.int64)
    for shift in range(back):
        code[:, shift:] += tokens[:, : tokens.shape[1] - shift] * outputs**shift
    return code


def tally(text, back, outputs):
    """(contexts in order, how often each token followed: (contexts, outputs))."""
    first = max(back - 1, 0)
    context = coded(text, back, outputs)[:, first:-1].ravel()
    keys, at = np.unique(context, return_inverse=True)
    rows = np.bincount(at * outputs + text[:, first + 1 :].ravel(), minlength=len(keys) * outputs)
    return keys, rows.reshape(len(keys), outputs)
