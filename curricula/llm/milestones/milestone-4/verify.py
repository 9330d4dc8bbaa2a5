"""Whether generated text has the statistics of its source."""
from __future__ import annotations

import numpy as np
from source import P, VOCABULARY, entropy, sample, stationary
from study_lab.milestone import Unfit
from study_lab.plain import Foreign, kind_of, plain, shape_text

MOST_GAP = 0.1
MOST_DISTANCE = 0.1
TEXTS, LENGTH, PROMPT = 48, 128, 8


def written(solve, prompt):
    """Calls the learner's function and holds its result to LENGTH tokens. Returns (LENGTH,), int64."""
    try:
        got = plain(solve(prompt.copy(), LENGTH))
    except Foreign as error:
        raise Unfit("wrong-type", f"The result is {error}; an array of {LENGTH} tokens is right.") from error
    if isinstance(got, (list, tuple)):
        got = np.array([int(token) for token in got])
    if not isinstance(got, np.ndarray):
        raise Unfit("wrong-type", f"The result is {kind_of(got)}; an array of {LENGTH} tokens is right.")
    if got.shape != (LENGTH,):
        more = " Leave the prompt out." if got.shape == (LENGTH + len(prompt),) else ""
        raise Unfit("wrong-shape", f"The text has shape {shape_text(got.shape)}; ({LENGTH},) is right.{more}")
    if not np.isfinite(got).all() or (got != np.round(got)).any() or got.min() < 0 or got.max() >= VOCABULARY:
        raise Unfit("wrong-type", f"The text holds something else than tokens from 0 to {VOCABULARY - 1}.")
    return got.astype(np.int64)


def verify(solve, rng):
    """solve: (prompt (length,), n) -> tokens (n,). Yields requirements and pictures."""
    prompts = sample(rng, TEXTS, PROMPT)
    texts = np.stack([np.concatenate([prompt, written(solve, prompt)]) for prompt in prompts])
    costs = -np.log(P[texts[:, PROMPT - 2 : -2], texts[:, PROMPT - 1 : -1], texts[:, PROMPT:]])
    cost, floor = float(costs.mean()), entropy()
    counts = np.zeros((VOCABULARY, VOCABULARY))
    np.add.at(counts, (texts[:, PROMPT:-1].ravel(), texts[:, PROMPT + 1 :].ravel()), 1)
    pairs = counts / counts.sum()
    distance = float(np.abs(pairs - stationary()).sum() / 2)
    yield {
        "kind": "lines",
        "title": "Cost of the text under the source by position, in nats",
        "series": [
            {"name": "yours", "values": costs.mean(axis=0)},
            {"name": "entropy of the source", "values": np.full(LENGTH, floor)},
        ],
        "x": "position",
        "y": "cost",
    }
    yield {
        "kind": "heat",
        "title": "How often one token follows another",
        "series": [{"name": "yours", "values": pairs}, {"name": "source", "values": stationary()}],
        "x": "second token",
        "y": "first token",
    }
    said = f"The text costs {cost:.4f} nats a token under the source, entropy {floor:.4f}, gap {cost - floor:+.4f}; at most {MOST_GAP} either way is asked."
    if cost - floor < -MOST_GAP:
        said += " It keeps to what is most likely: is the temperature below 1, or the best token taken each time?"
    elif cost - floor > MOST_GAP:
        said += " It is not like the source: does the model use two tokens of context, and is the temperature 1?"
    yield "the text is as likely as the source's own", abs(cost - floor) <= MOST_GAP, said
    yield "neighbouring pairs are as frequent as in the source", distance <= MOST_DISTANCE, (
        f"The frequencies of pairs are {distance:.3f} from the source's; at most {MOST_DISTANCE} is asked."
    )
    again = any((written(solve, prompts[at]) != texts[at, PROMPT:]).any() for at in range(2))
    yield "each call draws anew", again, "Each call draws anew." if again else "The same prompt gave the same text twice: draw anew in each call."
