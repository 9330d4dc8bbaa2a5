"""Whether what a comparison of models claims is so: arithmetic, measurement, and what follows from it. The essay is not judged."""
from __future__ import annotations

import numpy as np
from source import PAPERS, VOCABULARY, configuration, probabilities, profile, sample
from study_lab.milestone import Unfit, figures, handed, log_softmax, logits_of, looks_ahead, picked, standing, steady, weights_of
from study_lab.plain import plain

MOST_GAP, MOST_APART = 0.15, 0.05
TEXTS, TIME, PART = 512, 64, 128
DRAWS = 2000
# What a figure that was kept by hand may differ by: 14.5k for 14,528.
ROUNDED = 0.01
KINDS = ("parameters", "loss", "gap", "better", "same")


def verify(solve, rng):
    """solve: () -> {"models", "logits", "claims", "profile"}. Yields requirements and pictures."""
    told = handed(solve(), {"models": "a dict from names to dicts of arrays", "logits": "a function", "claims": "a list of dicts", "profile": "a function"})
    yield from profiled(told["profile"], rng)
    if not isinstance(told["models"], dict) or len(told["models"]) < 2:
        raise Unfit("wrong-type", "'models' must be a dict of two models or more, from their names to dicts of arrays.")
    models = {str(name): weights_of(weights, f"the model {name}") for name, weights in told["models"].items()}
    sizes = {name: sum(value.size for value in weights.values()) for name, weights in models.items()}
    apart = max(sizes.values()) / min(sizes.values()) - 1
    counted = ", ".join(f"{name} {size:,}" for name, size in sizes.items())
    yield "the budgets are equal", apart <= MOST_APART, (
        f"Parameters: {counted}; the largest has {apart:.1%} more than the smallest, at most {MOST_APART:.0%} is asked.")

    text, other = sample(rng, TEXTS, TIME), sample(rng, PART, TIME)
    best = np.log(picked(probabilities(text)[:, :-1], text[:, 1:]))
    losses, firsts = {}, {}
    for name, weights in models.items():
        def predict(tokens):
            return logits_of(lambda read: told["logits"](name, read, {key: value.copy() for key, value in weights.items()}),
                             (*tokens.shape, VOCABULARY), tokens)

        first, *others = np.split(text, TEXTS // PART)
        parts = [steady(predict, first), *(predict(part) for part in others)]
        losses[name] = -picked(log_softmax(np.concatenate(parts)[:, :-1]), text[:, 1:])
        firsts[name] = log_softmax(parts[0])
        gap = float((losses[name] + best).mean())
        yield from standing(f"{name} is near the floor", losses[name] + best, gap <= MOST_GAP, (
            f"{name} lies {gap:.4f} nats a token above the floor; at most {MOST_GAP} is asked."))
        label, blind, said = looks_ahead(predict, text[:PART], other, parts[0], rng)
        yield f"{name}: {label}", blind, f"{name}: {said}"
    yield {
        "kind": "lines",
        "title": "Loss by position, in nats",
        "series": [*({"name": name, "values": loss.mean(axis=0)} for name, loss in losses.items()),
                   {"name": "best possible on this text", "values": -best.mean(axis=0)}],
        "x": "position",
        "y": "loss",
    }
    twins = [(one, two) for at, one in enumerate(firsts) for two in list(firsts)[at + 1 :] if np.abs(firsts[one] - firsts[two]).max() < 1e-3]
    yield "the models are different ones", not twins, (
        f"{twins[0][0]} and {twins[0][1]} give the same logits: that is one model compared with itself." if twins else "The models are different ones.")
    measured = {name: loss.mean(axis=1) for name, loss in losses.items()}
    yield from claimed(told["claims"], sizes, measured, float(-best.mean()), rng)
    yield from kept_figures(sizes, measured)
    yield "The text, part C, is self-assessed: five points, which no check can give."


def profiled(solve, rng):
    """The requirements on `profile`: random configurations, then the papers' models beside what is printed."""
    for config in (configuration(rng) for _ in range(20)):
        wrong = first_wrong(solve, config, 1e-6)
        if wrong:
            yield "profile counts as defined", False, f"{wrong} The configuration is {config}."
            return
    yield "profile counts as defined", True, "Your profile counts 20 random configurations as defined."
    printed = {one["model"]: one["facts"].get("parameters", {}).get("value") for one in figures() if one["paper"]}
    for model, config in PAPERS.items():
        wrong = first_wrong(solve, config, 0.01)
        said = printed.get(model)
        beside = f"; its paper prints {said:,.0f}" if isinstance(said, (int, float)) else ""
        yield f"profile of {model}", not wrong, f"{model}: {wrong}" if wrong else f"{model}: {profile(config)['parameters']:,} parameters counted{beside}."


def first_wrong(solve, config, tolerance):
    """The first figure of a profile that is not as defined, as a sentence, or None."""
    got = plain(solve(dict(config)))
    if not isinstance(got, dict):
        raise Unfit("wrong-type", "profile must return a dict of figures.")
    for name, right in profile(config).items():
        if name not in got:
            return f"The profile has no {name!r}."
        value = number(got[name])
        if value is None or abs(value - right) > tolerance * abs(right):
            return f"{name} is {got[name] if value is None else format(value, '.6g')}; {right:.6g} is right."
    return None


def number(value):
    try:
        return float(np.asarray(value).reshape(()))
    except (TypeError, ValueError):
        return None


def claimed(claims, sizes, measured, floor, rng):
    """The requirements on the claims: enough of them, and each of them so."""
    if not isinstance(claims, (list, tuple)) or not all(isinstance(claim, dict) for claim in claims):
        raise Unfit("wrong-type", "'claims' must be a list of dicts, each with a kind.")
    kinds = [claim.get("kind") for claim in claims]
    enough = kinds.count("parameters") >= 2 and kinds.count("loss") >= 2 and kinds.count("better") + kinds.count("same") >= 1
    yield "there are claims enough", enough, (
        f"{len(claims)} claims." if enough else "At least two claims of parameters, two of loss, and one of better or same are asked.")
    for claim in claims:
        holds, said = judged(claim, sizes, measured, floor, rng)
        yield f"claim: {claim.get('kind')}", holds, said


def judged(claim, sizes, measured, floor, rng):
    """(whether a claim holds, a sentence)."""
    kind = claim.get("kind")
    names = claim.get("models") if kind == "same" else [claim.get("model"), claim.get("than")] if kind == "better" else [claim.get("model")]
    if kind not in KINDS:
        return False, f"A claim has the kind {kind!r}; {', '.join(KINDS)} can be verified."
    if not isinstance(names, (list, tuple)) or len(names) != (2 if kind in ("same", "better") else 1) or any(name not in measured for name in names):
        return False, f"The claim {claim} must name the models that it is about, of {', '.join(measured)}."
    if kind in ("better", "same"):
        return compared(kind, names, number(claim.get("margin", 0.02)), measured, rng)
    name, value = names[0], number(claim.get("value"))
    if value is None:
        return False, f"The claim of the {kind} of {name} has no number as its value."
    if kind == "parameters":
        return value == sizes[name], f"{name} has {sizes[name]:,} parameters" + ("." if value == sizes[name] else f", not {value:,.0f}.")
    noise = measured[name].std(ddof=1) / np.sqrt(len(measured[name]))
    right = float(measured[name].mean()) - (floor if kind == "gap" else 0)
    holds = abs(value - right) <= 3 * noise
    said = f"The {kind} of {name} is {right:.4f} ± {noise:.4f} here"
    if holds:
        return True, f"{said}, as claimed ({value:.4f})."
    return False, f"{said}; {value:.4f} was claimed." + (" Was it measured on text that the model was trained on?" if value < right else "")


def compared(kind, names, margin, measured, rng):
    """Whether one model is better than another, or as good: by the 95 % interval of the difference on the same texts."""
    one, other = names
    difference = measured[one] - measured[other]
    means = difference[rng.integers(0, len(difference), (DRAWS, len(difference)))].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    interval = f"the difference of their losses lies between {low:+.4f} and {high:+.4f}"
    if kind == "better":
        holds = high < 0
        return holds, f"{one} against {other}: {interval}" + ("." if holds else
                       ", so noise explains it." if low < 0 < high else f": {other} is the better one.")
    if margin is None or not 0 < margin <= 0.05:
        return False, "A claim of sameness has a margin, of at most 0.05."
    holds = -margin < low and high < margin
    return holds, f"{one} against {other}: {interval}, " + (f"within ±{margin}." if holds else f"not within ±{margin}: that is no evidence of sameness.")


def kept_figures(sizes, measured):
    """The requirements on what `study compare --add` keeps of these very models."""
    for one in figures():
        name, facts = one["model"], one["facts"]
        if one["paper"] or name not in sizes:
            continue
        noise = measured[name].std(ddof=1) / np.sqrt(len(measured[name]))
        here = {"parameters": (sizes[name], ROUNDED * sizes[name]), "loss": (float(measured[name].mean()), 3 * noise + 0.005)}
        for key, (right, most) in here.items():
            value = number(facts.get(key, {}).get("value")) if key in facts else None
            if value is not None:
                holds = abs(value - right) <= most
                yield f"`study compare` on {name}", holds, (
                    f"`study compare` has {value:g} as the {key} of {name}" + (", as measured here." if holds else f"; {right:.6g} was measured here."))
