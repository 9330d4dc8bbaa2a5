"""Draws token after token from the source's probabilities or from a variant of them."""
import numpy as np
from study_lab import source

talk = source("milestone-4")
SPEAKERS, WORDS = talk.SPEAKERS, talk.WORDS
rng = np.random.default_rng()


def chances(text, sight):
    """The probabilities of the token after a text of which the last `sight` tokens are seen."""
    found = np.zeros(talk.VOCABULARY)
    named = text[-1] < SPEAKERS
    if not named:
        found[:SPEAKERS] = 1 / SPEAKERS
        return found
    first = SPEAKERS + WORDS * text[-1]
    said = [token - first for token in text[-sight:] if first <= token < first + WORDS]
    found[first : first + WORDS] = talk.P[said[-1]] if said else 1 / WORDS
    return found


def draw(prompt, n, pick=None, sight=10**6):
    """The n tokens after a prompt. pick: probabilities -> token; drawn by them where it is None."""
    pick = pick or (lambda found: int(rng.choice(len(found), p=found)))
    text = [int(token) for token in prompt]
    for _ in range(n):
        text.append(pick(chances(text, sight)))
    return np.array(text[len(prompt) :])
