"""The choices scored with one-hot tokens and a mask, in einsum."""
import numpy as np


def scores(logits, tokens, starts, stops, neutral, method):
    """logits: (choices, time, vocabulary). Returns (scores, best)."""
    vocabulary = logits.shape[-1]
    top = logits.max(axis=-1)
    spread = top + np.log(np.einsum("ctv->ct", np.exp(logits - top[..., None])))
    hot = np.eye(vocabulary)[tokens]
    each = np.einsum("ctv,ctv->ct", logits[:, :-1], hot[:, 1:]) - spread[:, :-1]
    at = np.arange(1, tokens.shape[1])
    mask = ((at >= starts[:, None]) & (at < stops[:, None])).astype(float)
    total = np.einsum("ct,ct->c", each, mask)
    found = {"sum": total, "token": total / (stops - starts), "unconditional": total - neutral}[method]
    return found, found.argmax()
