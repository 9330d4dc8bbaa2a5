"""Fresh trainings, and laws of the critical batch size."""
from __future__ import annotations

NAMES = ("critical", "steps_min", "examples_min", "compute", "compute_min")


def training(rng, ratio):
    """Arguments: a batch of about ratio times the critical one."""
    loss, b_star, alpha_b = rng.uniform(1.8, 4.5), 10.0 ** rng.uniform(7.8, 8.6), rng.uniform(0.18, 0.3)
    return {
        "loss": float(loss),
        "steps": float(rng.integers(10_000, 300_000)),
        "batch": float(b_star / loss ** (1 / alpha_b) * ratio * rng.uniform(0.8, 1.2)),
        "parameters": float(10.0 ** rng.uniform(6, 9)),
        "b_star": float(b_star),
        "alpha_b": float(alpha_b),
    }


def cases(rng):
    """Yields (label, arguments): loss, steps, batch, parameters, b_star, alpha_b."""
    yield "the constants of the paper", {
        "loss": float(rng.uniform(2.2, 3.5)), "steps": 250_000.0, "batch": 524_288.0, "parameters": 1.5e9, "b_star": 2e8, "alpha_b": 0.21,
    }
    yield "a small batch", training(rng, 0.2)
    yield "a large batch", training(rng, 6.0)
    yield "about the critical batch", training(rng, 1.3)


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: the arguments above -> dict."""
    given = training(rng, 0.5)
    found = solve(*given.values())
    for name in NAMES:
        if name not in found:
            yield f"The dict has no {name}."
            return
    values = {name: float(found[name]) for name in NAMES}

    def again(**changed):
        return {name: float(value) for name, value in solve(*{**given, **changed}.values()).items()}

    half = again(loss=given["loss"] / 2 ** given["alpha_b"])
    if not near(half["critical"], 2 * values["critical"]):
        yield "When the loss falls by a factor 2 ** alpha_b, the critical batch must double (eq. (1.4))."
        return
    if not near(again(loss=1.0)["critical"], given["b_star"]):
        yield "At a loss of 1 the critical batch is B_* (eq. (1.4))."
        return
    if not near(values["compute"], 6 * given["parameters"] * given["batch"] * given["steps"]):
        yield "compute must be 6 N B S, forward and backward pass for each token."
    if not near(values["examples_min"] / values["steps_min"], values["critical"]):
        yield "E_min / S_min must be the critical batch size (eq. (5.2))."
        return
    critical = again(batch=values["critical"])
    if not (near(critical["steps_min"], given["steps"] / 2) and near(critical["examples_min"], values["critical"] * given["steps"] / 2)):
        yield "At the critical batch size a training takes twice the least steps and twice the least examples (eq. (5.1))."
        return
    huge = again(batch=1e5 * values["critical"])
    if not near(huge["steps_min"], given["steps"]):
        yield "With a huge batch the steps of the training are the least possible."
    elif near(values["compute"], 6 * given["parameters"] * given["batch"] * given["steps"]) and not near(
        values["compute_min"] / values["compute"], values["examples_min"] / (given["batch"] * given["steps"])
    ):
        yield "Compute is proportional to examples, so C_min / C must be E_min / E."
    excess_steps = given["steps"] / values["steps_min"] - 1
    excess_examples = given["batch"] * given["steps"] / values["examples_min"] - 1
    if not near(excess_steps * excess_examples, 1.0):
        yield f"(S/S_min - 1)(E/E_min - 1) is {excess_steps * excess_examples:.4g}; eq. (5.1) says 1."


def near(value, right):
    return abs(value - right) <= 1e-3 * abs(right)
