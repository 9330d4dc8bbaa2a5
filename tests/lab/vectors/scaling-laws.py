"""Makes scaling-laws.json: what scipy and PyTorch compute, for the references to be held to.

Minima come from scipy's minimizers and roots from its root finders, none of which knows a closed form. Lines are scipy's
regressions, and Table 1 is counted in PyTorch's modules.

Usage: python scaling-laws.py (writes beside itself; needs torch and scipy).
"""
from __future__ import annotations

import json
import os

import numpy as np
import scipy
import torch
from scipy.optimize import brentq, minimize, minimize_scalar
from scipy.special import huber, logsumexp
from scipy.stats import linregress
from torch import nn

SEED = 200108361
DIGITS = 12  # sizes and budgets are passed in full


def encoded(value):
    """value in the form of the vector files."""
    if isinstance(value, dict):
        return {name: encoded(item) for name, item in value.items()}
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "dtype": "float64", "data": [float(f"{one:.{DIGITS}g}") for one in value.ravel()]}
    if isinstance(value, (float, np.floating)):
        return float(value)
    return value


def vector(exercise, label, arguments, expected):
    return {"exercise": exercise, "label": label, "arguments": encoded(arguments), "expected": encoded(expected)}


def rounded(value):
    return np.array([float(f"{one:.{DIGITS}g}") for one in np.ravel(value)]).reshape(np.shape(value))


def counts(rng):
    for layers, width, attention, inner, context, vocabulary in ((2, 32, 32, 128, 64, 300), (3, 40, 24, 100, 77, 512)):
        own = [nn.Linear(width, 3 * attention, bias=False), nn.Linear(attention, width, bias=False)]
        feed = nn.ModuleList([nn.Linear(width, inner, bias=False), nn.Linear(inner, width, bias=False)])
        embed = nn.ModuleList([nn.Embedding(vocabulary, width), nn.Embedding(context, width)])
        size = lambda module: sum(p.numel() for p in module.parameters())
        parameters = {
            "embed": size(embed), "qkv": layers * size(own[0]), "mask": 0, "project": layers * size(own[1]),
            "feed_forward": layers * size(feed), "deembed": 0,
        }
        n = parameters["qkv"] + parameters["project"] + parameters["feed_forward"]
        # One product over the context, as in Table 1: a token's scores against all positions.
        mask = layers * 2 * (torch.zeros(1, attention) @ torch.zeros(attention, context)).numel() * attention
        flops = {part: 2 * number for part, number in parameters.items()}
        flops.update(embed=4 * width, mask=mask, deembed=2 * width * vocabulary)
        arguments = {
            "layers": layers, "width": width, "attention": attention, "inner": inner, "context": context, "vocabulary": vocabulary,
        }
        yield vector("count", f"width {width}", arguments, {"parameters": parameters, "flops": flops, "non_embedding": n, "forward": 2 * n + mask})


def fits(rng):
    for label, count, noise in (("exact", 5, 0.0), ("with noise", 9, 0.1)):
        x = rounded(10.0 ** rng.uniform(4, 9, size=count))
        loss = rounded((1e12 / x) ** 0.12 * np.exp(noise * rng.normal(size=count)))
        at = rounded(10.0 ** rng.uniform(4, 10, size=3))
        line = linregress(np.log(x), np.log(loss))
        expected = {
            "exponent": -line.slope, "scale": float(np.exp(-line.intercept / line.slope)),
            "prediction": np.exp(line.intercept + line.slope * np.log(at)),
        }
        yield vector("power-law-fit", label, {"x": x, "loss": loss, "at": at}, expected)


def surfaces(rng):
    for label, constants, excess in (
        ("Table 2", {"alpha_n": 0.076, "alpha_d": 0.103, "n_c": 6.4e13, "d_c": 1.8e13}, 0.02),
        ("other constants", {"alpha_n": 0.09, "alpha_d": 0.13, "n_c": 2e13, "d_c": 5e12}, 0.1),
    ):
        a_n, a_d, n_c, d_c = constants.values()
        n, d = rounded(10.0 ** rng.uniform(6, 9, size=3)), rounded(10.0 ** rng.uniform(7, 10, size=3))

        def loss(size, data, a_n=a_n, a_d=a_d, n_c=n_c, d_c=d_c):
            return float(np.exp(a_d * np.logaddexp(a_n / a_d * np.log(n_c / size), np.log(d_c / data))))

        def over(size, data, loss=loss):
            return loss(size, data) / loss(size, 1e300) - 1

        expected = {
            "loss": np.array([loss(*pair) for pair in zip(n, d)]),
            "overfit": np.array([over(*pair) for pair in zip(n, d)]),
            "tokens": np.array([np.exp(brentq(lambda t, s=s: over(s, np.exp(t)) - excess, 0, 80, xtol=1e-13)) for s in n]),
        }
        yield vector("loss-surface", label, {"n": n, "d": d, "constants": constants, "excess": excess}, expected)


def batches(rng):
    for label, loss, batch in (("small batch", 3.1, 3e4), ("large batch", 2.4, 9e6)):
        steps, parameters, b_star, alpha_b = 50_000.0, 2e8, 2.1e8, 0.21
        critical = b_star / np.exp(np.log(loss) / alpha_b)
        examples = batch * steps

        top = min(steps, examples / critical)
        s = brentq(lambda t: (steps / t - 1) * (examples / critical / t - 1) - 1, 1e-6 * top, top, xtol=1e-13 * top)
        e = critical * s
        expected = {
            "critical": critical, "steps_min": s, "examples_min": e, "compute": 6 * parameters * examples, "compute_min": 6 * parameters * e,
        }
        arguments = {"loss": loss, "steps": steps, "batch": batch, "parameters": parameters, "b_star": b_star, "alpha_b": alpha_b}
        yield vector("critical-batch", label, arguments, expected)


def frontiers(rng):
    """The minimum is flat, so the size comes from the root of a difference quotient that scipy brackets."""
    paper = {"alpha_n": 0.077, "alpha_s": 0.76, "alpha_b": 0.21, "n_c": 6.5e13, "s_c": 2.1e3, "b_star": 2.1e8}
    for compute, constants in ((8.64e19, paper), (3e20, {**paper, "alpha_n": 0.1, "alpha_s": 0.6, "n_c": 8e12})):
        a_n, a_s, a_b, n_c, s_c, b_star = constants.values()

        def steps_of(log_n, log_l):
            return np.log(compute / 6) - log_n - (np.log(b_star) - log_l / a_b)

        def log_loss(log_n):
            gap = lambda log_l: np.logaddexp(a_n * (np.log(n_c) - log_n), a_s * (np.log(s_c) - steps_of(log_n, log_l))) - log_l
            return brentq(gap, -20, 20, xtol=1e-15, rtol=1e-15)

        best = minimize_scalar(log_loss, bounds=(5, 40), method="bounded", options={"xatol": 1e-9}).x
        slope = lambda log_n: log_loss(log_n + 1e-3) - log_loss(log_n - 1e-3)
        near = brentq(slope, best - 0.5, best + 0.5, xtol=1e-13)
        finer = lambda log_n: 8 * slope(log_n) - (log_loss(log_n + 2e-3) - log_loss(log_n - 2e-3))
        log_n = brentq(finer, near - 0.01, near + 0.01, xtol=1e-13)
        log_l = log_loss(log_n)
        steps, batch = np.exp(steps_of(log_n, log_l)), b_star * np.exp(-log_l / a_b)
        expected = {"loss": np.exp(log_l), "parameters": np.exp(log_n), "steps": steps, "batch": batch, "tokens": batch * steps}
        yield vector("compute-frontier", f"{compute:.3g} FLOPs", {"compute": compute, "constants": constants}, expected)


def allocations(rng):
    for compute, e, a, b, alpha, beta in ((5.76e23, 1.69, 406.4, 410.7, 0.34, 0.28), (1e21, 1.8172, 482.01, 2085.43, 0.3478, 0.3658)):
        room = np.log(compute / 6)
        loss = lambda x: e + a * np.exp(-alpha * x) + b * np.exp(-beta * (room - x))
        best = minimize_scalar(loss, bounds=(5, 45), method="bounded").x
        slope = lambda x: 8 * (loss(x + 1e-2) - loss(x - 1e-2)) - (loss(x + 2e-2) - loss(x - 2e-2))
        x = brentq(slope, best - 0.5, best + 0.5, xtol=1e-14)
        arguments = {"compute": compute, "e": e, "a": a, "b": b, "alpha": alpha, "beta": beta}
        yield vector("chinchilla-allocation", f"{compute:.3g} FLOPs", arguments, {"parameters": np.exp(x), "tokens": np.exp(room - x), "loss": loss(x)})


def parametric(rng):
    """SciPy's L-BFGS-B on the Huber objective, begun again until nothing changes; what is compared are objective and predictions."""
    for label, noise, delta in (("little noise", 0.01, 0.02), ("much noise", 0.05, 0.01)):
        n, d = rounded(10 ** rng.uniform(6.5, 9.5, size=30)), rounded(10 ** rng.uniform(8.5, 10.5, size=30))
        loss = rounded((1.7 + 400 / n**0.34 + 1500 / d**0.36) * np.exp(noise * rng.normal(size=30)))
        centre = np.array([np.log(n).mean(), np.log(d).mean()])

        def objective(z):
            terms = [z[0] - z[3] * (np.log(n) - centre[0]), z[1] - z[4] * (np.log(d) - centre[1]), z[2] + 0 * n]
            return 1e4 * huber(delta, logsumexp(terms, axis=0) - np.log(loss)).sum()

        start = np.array([6.2, 7.0, 0.5, 0.35, 0.35])
        z = np.array([start[0] - start[3] * centre[0], start[1] - start[4] * centre[1], *start[2:]])
        for _ in range(20):
            z = minimize(objective, z, method="Nelder-Mead", options={"maxiter": 20000, "maxfev": 20000, "xatol": 1e-11, "fatol": 1e-13}).x
            z = minimize(objective, z, method="L-BFGS-B", options={"ftol": 1e-16, "gtol": 1e-10, "maxiter": 5000}).x

        def predicted(n, d):
            return np.exp(z[2]) + np.exp(z[0] - z[3] * (np.log(n) - centre[0])) + np.exp(z[1] - z[4] * (np.log(d) - centre[1]))

        expected = {"objective": float(objective(z)) / 1e4, "at the runs": predicted(n, d), "away": predicted(5 * n, d / 2)}
        yield vector("parametric-fit", label, {"n": n, "d": d, "loss": loss, "start": start, "delta": delta}, expected)


def main():
    rng = np.random.default_rng(SEED)
    vectors = [one for make in (counts, fits, surfaces, batches, frontiers, allocations, parametric) for one in make(rng)]
    versions = {"torch": torch.__version__.split("+")[0], "scipy": scipy.__version__, "numpy": np.__version__}
    with open(os.path.splitext(__file__)[0] + ".json", "w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in vectors)
        file.write(f'{{"versions":{json.dumps(versions)},"seed":{SEED},"vectors":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
