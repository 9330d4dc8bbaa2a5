"""Milestones: a model of the learner's against a source whose entropy is known."""
from __future__ import annotations

import os

import numpy as np

from .exercise import front_matter, load_together
from .judge import reading_of_error, sendable, unstarted, verdict
from .plain import Foreign, kind_of, plain, shape_text


class Unfit(Exception):
    """What a model gave can't be judged: the kind of verdict and a sentence."""

    def __init__(self, kind, sentence):
        super().__init__(sentence)
        self.kind = kind


class Milestone:
    """A milestone as the harness uses it: the function's name, and what verifies a model."""

    def __init__(self, folder):
        self.folder = folder
        self.front = front_matter(os.path.join(folder, "exercise.md"))
        self.function = self.front["function"]
        modules = load_together(folder, ("source", "verify"))
        self.source = modules["source"]
        self.verify = modules["verify"].verify


def is_milestone(folder):
    return os.path.exists(os.path.join(folder, "verify.py"))


def judge_milestone(milestone, function, seed):
    """Yields events as judge does. verify yields (label, passed, sentence) for each requirement, and pictures."""
    failed, sentences, at = [], [], 0
    try:
        for told in milestone.verify(function, np.random.default_rng(seed)):
            if isinstance(told, dict):
                yield {"event": "picture", **sendable(told)}
                continue
            label, passed, sentence = told
            yield {"event": "case", "at": at, "label": label, "passed": bool(passed)}
            at += 1
            sentences.append(sentence)
            if not passed:
                failed.append(sentence)
    except Unfit as error:
        yield verdict(error.kind, str(error))
        return
    except Exception as error:
        report = reading_of_error(error)
        if not unstarted([report]):
            report.setdefault("trace", [])
        yield {**verdict(report.pop("kind"), report.pop("sentence")), **report}
        return
    if failed:
        yield {**verdict("wrong", " ".join(failed)), "failed": len(failed), "cases": at}
    else:
        yield {**verdict("passed", " ".join(sentences)), "cases": at}


def logits_of(function, shape, *arguments):
    """Calls the learner's function and holds its result to finite logits of the shape."""
    try:
        got = plain(function(*(argument.copy() for argument in arguments)))
    except Foreign as error:
        raise Unfit("wrong-type", f"The result is {error}; an array of logits is right.") from error
    if not isinstance(got, np.ndarray):
        raise Unfit("wrong-type", f"The result is {kind_of(got)}; an array of logits of shape {shape_text(shape)} is right.")
    if got.shape != shape:
        raise Unfit("wrong-shape", f"The logits have shape {shape_text(got.shape)}; {shape_text(shape)} is right.")
    got = got.astype(np.float64)
    if not np.isfinite(got).all():
        at = [int(i) for i in np.argwhere(~np.isfinite(got))[0]]
        raise Unfit("not-a-number", f"The logits hold {got[tuple(at)]} at {at}; every logit must be finite.")
    return got


def log_softmax(logits):
    """logits: (..., vocabulary). Returns log-probabilities of the same shape."""
    high = logits - logits.max(axis=-1, keepdims=True)
    return high - np.log(np.exp(high).sum(axis=-1, keepdims=True))


def picked(log_probabilities, tokens):
    """log_probabilities: (..., vocabulary); tokens: (...). Returns the log-probability of each token: (...)."""
    return np.take_along_axis(log_probabilities, tokens[..., None], axis=-1)[..., 0]
