"""Fresh sizes for the head that copies, what it does on sequences, and its attention map."""
from __future__ import annotations

import numpy as np

LENGTH, SEQUENCES = 24, 3


def positions(length, d_position):
    """Returns (length, d_position)."""
    angle = np.arange(length)[:, None] / 10000.0 ** (np.arange(0, d_position, 2) / d_position)
    return np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(length, d_position)


def run(head, tokens, vocabulary, d_position):
    """tokens: (sequences, length). Returns attention (sequences, length, length) and output (sequences, length, vocabulary)."""
    features = vocabulary + d_position
    matrices = {}
    for name, shape in (("w_q", (features, d_position)), ("w_k", (features, d_position)), ("w_v", (features, vocabulary))):
        if not isinstance(head, dict) or name not in head:
            raise ValueError(f"a dict with w_q, w_k and w_v is wanted; there is no {name}")
        matrices[name] = np.asarray(head[name], dtype=np.float64)
        if matrices[name].shape != shape:
            raise ValueError(f"{name} has shape {matrices[name].shape}; {shape} is right")
    where = np.broadcast_to(positions(tokens.shape[1], d_position), (*tokens.shape, d_position))
    x = np.concatenate([np.eye(vocabulary)[tokens], where], axis=-1)
    scores = (x @ matrices["w_q"]) @ np.swapaxes(x @ matrices["w_k"], 1, 2) / np.sqrt(d_position)
    parts = np.exp(scores - scores.max(axis=-1, keepdims=True))
    attention = parts / parts.sum(axis=-1, keepdims=True)
    return attention, attention @ (x @ matrices["w_v"])


def observe(solve, arguments):
    """What the head does on fixed sequences from position shift on.

    Returns attention (24 - shift, 24) and copied (3, 24 - shift, vocabulary).
    """
    vocabulary, d_position, shift = arguments["vocabulary"], arguments["d_position"], arguments["shift"]
    tokens = np.random.default_rng([vocabulary, d_position, shift]).integers(vocabulary, size=(SEQUENCES, LENGTH))
    attention, output = run(solve(vocabulary, d_position, shift), tokens, vocabulary, d_position)
    return {"attention": attention.mean(axis=0)[shift:], "copied": output[:, shift:]}


def cases(rng):
    """Yields (label, arguments): vocabulary, d_position, shift."""
    for d_position, shift in ((16, 1), (8, 2), (12, int(rng.integers(3, 6))), (4, 1), (8, 0)):
        vocabulary = int(rng.integers(5, 9))
        yield f"{vocabulary} tokens, {d_position} features, {shift} back", {
            "vocabulary": vocabulary, "d_position": d_position, "shift": shift,
        }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (vocabulary, d_position, shift) -> dict of matrices."""
    tokens = rng.integers(6, size=(4, LENGTH))
    # With few features the vectors of different positions are hardest to tell apart.
    for d_position, shift in ((12, int(rng.integers(1, 4))), (4, 1)):
        broken = list(laws_of_head(run(solve(6, d_position, shift), tokens, 6, d_position), tokens, d_position, shift))
        yield from broken
        if broken:
            return


def laws_of_head(ran, tokens, d_position, shift):
    """ran: attention (sequences, length, length), output (sequences, length, vocabulary). Yields a sentence for each broken law."""
    attention, output = ran
    if not (np.isfinite(attention).all() and np.isfinite(output).all()):
        yield "The head gives NaN or infinity."
        return
    rows = np.arange(shift, LENGTH)
    looked = attention.argmax(axis=-1)[:, rows]
    wrong = looked != rows - shift
    if wrong.any():
        case, row = np.argwhere(wrong)[0]
        at, there = rows[row], looked[case, row]
        yield f"With shift {shift}, position {at} looks mostly at position {there}; {at - shift} is right."
    elif attention[:, rows, rows - shift].min() < 0.95:
        least = attention[:, rows, rows - shift].min()
        yield (
            f"With {d_position} features a position gives only {least:.2g} of its attention to the right one; the softmax must be "
            "sharper."
        )
    if not np.allclose(attention, attention[:1], atol=1e-3):
        yield "Where the head looks depends on the tokens: queries and keys must read positions alone."
    if (output[:, rows].argmax(axis=-1) != tokens[:, rows - shift]).any():
        yield f"The output does not name the token of {shift} positions earlier everywhere."


def picture(solve, rng):
    """Where the head looks: 16 positions, three back."""
    attention, _ = run(solve(5, 16, 3), rng.integers(5, size=(1, 16)), 5, 16)
    return {
        "kind": "heat",
        "title": "Where the head looks when it should look three positions back",
        "series": [{"name": "yours", "values": attention[0].tolist()}],
        "x": "key",
        "y": "query",
    }
