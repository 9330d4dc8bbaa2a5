"""Milestones: a model of the learner's against a source whose entropy is known."""
from __future__ import annotations

import json
import os

import numpy as np

import study_lab

from .compare import array_of_list
from .exercise import front_matter, load_together
from .judge import reading_of_error, sendable, unstarted, verdict
from .plain import Foreign, kind_of, plain, shape_text


# Nats below the floor that no luck explains, however steady a model is.
LEAST_IMPOSSIBLE = 0.005
# How often the future is exchanged, each time from other places on.
ROUNDS = 2


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
    """Yields events as judge does. verify yields (label, passed, sentence) for each requirement, pictures, and
    remarks as text: what a pass says beside."""
    failed, sentences, remarks, at = [], [], [], 0
    try:
        for told in milestone.verify(function, np.random.default_rng(seed)):
            if isinstance(told, dict):
                yield {"event": "picture", **sendable(told)}
                continue
            if isinstance(told, str):
                remarks.append(told)
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
        yield {**verdict("passed", " ".join(sentences)), "cases": at, **({"remarks": remarks} if remarks else {})}


def logits_of(function, shape, *arguments):
    """Calls the learner's function and holds its result to finite logits of the shape."""
    try:
        got = plain(function(*(argument.copy() for argument in arguments)))
    except Foreign as error:
        raise Unfit("wrong-type", f"The result is {error}; an array of logits is right.") from error
    if isinstance(got, list):
        got = array_of_list(got, np.empty(shape))
    if not isinstance(got, np.ndarray):
        raise Unfit("wrong-type", f"The result is {kind_of(got)}; an array of logits of shape {shape_text(shape)} is right.")
    if got.shape != shape:
        raise Unfit("wrong-shape", f"The logits have shape {shape_text(got.shape)}; {shape_text(shape)} is right.")
    got = got.astype(np.float64)
    if not np.isfinite(got).all():
        at = [int(i) for i in np.argwhere(~np.isfinite(got))[0]]
        raise Unfit("not-a-number", f"The logits hold {got[tuple(at)]} at {at}; every logit must be finite.")
    return got


def steady(predict, text):
    """predict(text), asked for twice: where the answers differ, whatever else is measured says nothing."""
    got = predict(text)
    if np.abs(predict(text) - got).max() > 1e-3:
        raise Unfit("unsteady", "The same input gave two different results. Switch off what is random, such as dropout "
                    "(`model.eval()`), and keep nothing from one call to the next; until then nothing else can be said.")
    return got


def log_softmax(logits):
    """logits: (..., vocabulary). Returns log-probabilities of the same shape."""
    high = logits - logits.max(axis=-1, keepdims=True)
    return high - np.log(np.exp(high).sum(axis=-1, keepdims=True))


def picked(log_probabilities, tokens):
    """log_probabilities: (..., vocabulary); tokens: (...). Returns the log-probability of each token: (...)."""
    return np.take_along_axis(log_probabilities, tokens[..., None], axis=-1)[..., 0]


def standing(label, excess, near, said):
    """Yields the requirement that a loss is near its floor, or that it is impossible: lower than the best on the same text.

    excess: (texts, ...), the loss less the best possible loss; near: whether its mean is near enough; said: what is told then.
    """
    means = excess.reshape(len(excess), -1).mean(axis=1)
    noise = means.std(ddof=1) / np.sqrt(len(means))
    # On one text a model can be lucky; on average nothing is better than the source itself.
    if means.mean() < -max(4 * noise, LEAST_IMPOSSIBLE):
        said = f"The loss is {-means.mean():.4f} nats below the best that is possible: no honest model's is. Does it see what it predicts?"
        yield "the loss is possible", False, said
    else:
        yield label, near, said


def looks_ahead(predict, text, other, before, rng):
    """The requirement that no position sees a later token.

    predict: tokens (batch, time) -> logits; text, other: different texts (batch, time); before: predict(text). In every text
    all tokens from a place on are another text's: over the batch that place is everywhere, so a look at a few positions shows too.
    """
    batch, time = text.shape
    for _ in range(ROUNDS):
        cuts = 1 + (rng.permutation(batch) + rng.integers(0, time)) % (time - 1)
        kept = np.arange(time) < cuts[:, None]
        changed = np.where(kept, text, other)
        apart = np.abs(predict(changed) - before).max(axis=-1) > 1e-3
        if (apart & kept).any():
            return "no position sees a later token", False, (
                "A position changed when later tokens changed: the mask lets the future through.")
    return "no position sees a later token", True, "No position sees a later token."


def handed(told, parts):
    """What a submission hands over, held to its parts: {name: what it is in words}. Functions must be callable."""
    if not isinstance(told, dict):
        raise Unfit("wrong-type", f"The submission is {kind_of(told)}; a dict with {', '.join(parts)} is right.")
    for name, what in parts.items():
        if name not in told:
            raise Unfit("wrong-type", f"The submission has no {name!r}: {what}.")
        if what == "a function" and not callable(told[name]):
            raise Unfit("wrong-type", f"{name!r} is {kind_of(told[name])}; {what} is right.")
    return told


def weights_of(given, what):
    """A dict of finite arrays as NumPy has them, of any framework; what: whose they are, for a sentence."""
    if not isinstance(given, dict) or not given:
        raise Unfit("wrong-type", f"{what} is {kind_of(given)}; a dict from names to arrays is right.")
    found = {}
    for name, value in given.items():
        try:
            held = np.asarray(plain(value))
        except (Foreign, ValueError) as error:
            raise Unfit("wrong-type", f"{name!r} of {what} can't be read as an array.") from error
        if held.dtype.kind not in "fiu":
            raise Unfit("wrong-type", f"{name!r} of {what} is {kind_of(value)}; an array of numbers is right.")
        if not np.isfinite(held).all():
            raise Unfit("not-a-number", f"{name!r} of {what} holds a value that is not finite.")
        found[name] = held
    return found


def figures():
    """The figures of `study compare`: [{"model", "paper" (None for the learner's own), "facts": {key: {"value", …}}}]; [] where there are none."""
    path = (getattr(study_lab, "where", None) or {}).get("figures")
    if path is None or not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return json.load(file)
