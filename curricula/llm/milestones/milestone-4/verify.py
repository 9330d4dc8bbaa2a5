"""Whether generated text has the statistics of its source and goes on from what its prompt tells."""
from __future__ import annotations

import numpy as np
from source import SPEAKERS, VOCABULARY, WORDS, probabilities, sample
from study_lab.milestone import Unfit
from study_lab.plain import Foreign, kind_of, plain, shape_text

MOST_GAP = 0.1
# A speaker's first words after the prompt are few, and are all that shows whether it was read.
MOST_FIRST_GAP = 0.45
MOST_DISTANCE = 0.15
MOST_STRANGE = 0.02
TEXTS, PROMPT, LENGTH = 64, 24, 40


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
    texts = np.concatenate([prompts, np.stack([written(solve, prompt) for prompt in prompts])], axis=1)
    turns = np.arange(PROMPT, PROMPT + LENGTH)
    strange = float((~grammatical(texts)[:, turns]).mean())
    chances = probabilities(texts)[:, turns - 1]
    # A token that can't stand there costs what it is said apart, and in the figures as much as the rarest word.
    costs = -np.log(np.maximum(np.take_along_axis(chances, texts[:, turns, None], axis=2)[..., 0], 0.01))
    due = -(chances * np.log(np.maximum(chances, 1e-12))).sum(axis=-1)
    yield {
        "kind": "lines",
        "title": "Cost of the text under the source by position, in nats",
        "series": [
            {"name": "yours", "values": costs.mean(axis=0)},
            {"name": "what the source's own text costs there", "values": due.mean(axis=0)},
        ],
        "x": "position",
        "y": "cost",
    }
    pairs, own = followers(texts[:, PROMPT:]), followers(sample(rng, 1024, PROMPT + LENGTH)[:, PROMPT:])
    yield {
        "kind": "heat",
        "title": "How often a speaker's words follow each other",
        "series": [{"name": "yours", "values": pairs}, {"name": "source", "values": own}],
        "x": "next word",
        "y": "word",
    }
    yield "names and words come in turn", strange <= MOST_STRANGE, (
        f"{strange:.1%} of the tokens stand where none of their kind can: a word that is not the named speaker's, a name for a word."
        if strange else "Names and words come in turn, and every word is its speaker's."
    )
    gap = float((costs - due).mean())
    said = f"The text costs {costs.mean():.4f} nats a token under the source, its own would cost {due.mean():.4f} there, gap {gap:+.4f}; at most {MOST_GAP} either way is asked."
    if gap < -MOST_GAP:
        said += " It keeps to what is most likely: is the temperature below 1, or the best token taken each time?"
    elif gap > MOST_GAP:
        said += " It is not like the source: does the model find a speaker's last word, and is the temperature 1?"
    yield "the text is as likely as the source's own", abs(gap) <= MOST_GAP, said
    first = first_words(texts)
    behind = float((costs - due)[first].mean()) if first.any() else 0.0
    yield "it goes on from the prompt", first.any() and abs(behind) <= MOST_FIRST_GAP, (
        f"What a speaker says first after the prompt costs {behind:+.3f} nats more than it should; at most {MOST_FIRST_GAP} is asked."
        + (" Is the whole prompt the model's context?" if behind > MOST_FIRST_GAP else "")
        if first.any() else "No speaker of the prompt speaks again in the text."
    )
    distance = float(np.abs(pairs - own).sum() / 2)
    yield "words follow each other as in the source", distance <= MOST_DISTANCE, (
        f"The frequencies of names and of words after words are {distance:.3f} from the source's; at most {MOST_DISTANCE} is asked."
    )
    again = any((written(solve, prompts[at]) != texts[at, PROMPT:]).any() for at in range(2))
    yield "each call draws anew", again, "Each call draws anew." if again else "The same prompt gave the same text twice: draw anew in each call."


def grammatical(texts):
    """Whether each token can follow the one before it, the first of a text always: (texts, time)."""
    before, now = texts[:, :-1], texts[:, 1:]
    fits = np.where(before < SPEAKERS, speakers(now) == before, now < SPEAKERS)
    return np.concatenate([np.ones((len(texts), 1), dtype=bool), fits], axis=1)


def speakers(tokens):
    """Whose word each token is, -1 where it is a name."""
    return np.where(tokens >= SPEAKERS, (tokens - SPEAKERS) // WORDS, -1)


def first_words(texts):
    """Which tokens after the prompt are the first word of a speaker who spoke in the prompt: (texts, LENGTH)."""
    said = speakers(texts)
    found = np.zeros((len(texts), LENGTH), dtype=bool)
    for speaker in range(SPEAKERS):
        words = said[:, PROMPT:] == speaker
        known = (said[:, :PROMPT] == speaker).any(axis=1) & words.any(axis=1)
        found[known, words[known].argmax(axis=1)] = True
    return found


def followers(texts):
    """How often a speaker's word is followed by another of the same speaker: (WORDS, WORDS), summing to 1."""
    counts, said = np.zeros((WORDS, WORDS)), speakers(texts)
    for speaker in range(SPEAKERS):
        for row, whose in zip(texts, said):
            own = (row[whose == speaker] - SPEAKERS) % WORDS
            np.add.at(counts, (own[:-1], own[1:]), 1)
    return counts / max(counts.sum(), 1)
