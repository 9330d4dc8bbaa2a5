"""Fresh inputs and laws for direct preference optimization."""
from __future__ import annotations

import numpy as np


def inputs(rng, batch, beta, scale=2.0):
    """Arguments of this size: the likelihoods say one thing and the log ratios another in some pairs."""
    ref_chosen, ref_rejected = -rng.uniform(3.0, 9.0, size=batch), -rng.uniform(3.0, 9.0, size=batch)
    chosen = ref_chosen + scale * rng.normal(size=batch)
    rejected = ref_rejected + scale * rng.normal(size=batch)
    # The first pair is right by the log ratios and wrong by the likelihoods.
    ref_chosen[0], ref_rejected[0], chosen[0], rejected[0] = -9.0, -3.0, -8.0, -3.5
    return {"chosen": chosen, "rejected": rejected, "ref_chosen": ref_chosen, "ref_rejected": ref_rejected, "beta": beta}


def cases(rng):
    """Yields (label, arguments): chosen, rejected, ref_chosen and ref_rejected (batch,), beta."""
    yield "five pairs", inputs(rng, 5, 0.1)
    yield "a large beta", inputs(rng, 4, 2.0)
    yield "one pair", inputs(rng, 1, 0.5)
    # In one pair neither implied reward is the larger one.
    given = inputs(rng, 4, 0.3)
    given["chosen"][1:3], given["rejected"][1:3] = given["ref_chosen"][1:3], given["ref_rejected"][1:3]
    yield "two pairs as the reference model has them", given
    given = inputs(rng, 3, 0.5)
    given["chosen"] = given["ref_chosen"] + np.array([1.0, -2400.0, 1800.0])
    given["rejected"] = given["ref_rejected"] + np.array([3.0, -20.0, -700.0])
    yield "differences of about a thousand", given


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (chosen, rejected, ref_chosen, ref_rejected, beta) -> dict."""
    given = inputs(rng, 4, 0.4)
    chosen, rejected, ref_chosen, ref_rejected, beta = given.values()
    result = solve(*given.values())
    if not isinstance(result, dict) or set(result) != {"loss", "gradient_chosen", "gradient_rejected", "accuracy"}:
        yield "The result is a dict with the keys loss, gradient_chosen, gradient_rejected and accuracy."
        return
    d_chosen, d_rejected = np.asarray(result["gradient_chosen"]), np.asarray(result["gradient_rejected"])
    if np.size(result["loss"]) != 1 or d_chosen.shape != (4,) or d_rejected.shape != (4,):
        yield f"The gradients have shapes {d_chosen.shape} and {d_rejected.shape}; one number for each pair, (4,), is right."
        return
    loss = float(result["loss"])
    start = float(solve(ref_chosen, ref_rejected, ref_chosen, ref_rejected, beta)["loss"])
    if not np.isclose(start, np.log(2), atol=1e-4):
        yield f"Where the policy is the reference model the loss is log 2 = 0.6931; yours is {start:.4g}."
        return
    moved = float(solve(chosen + 1.5, rejected, ref_chosen + 1.5, ref_rejected, beta)["loss"])
    if not np.isclose(moved, loss, rtol=1e-4, atol=1e-5):
        yield "The loss changed when chosen and ref_chosen grew by the same amount. Only the log ratio of a completion counts."
        return
    if float(solve(chosen + 1.0, rejected, ref_chosen, ref_rejected, beta)["loss"]) > loss:
        yield "The loss rose when the preferred completions became likelier."
        return
    lone = float(solve(np.array([-4.0]), np.array([-2.0]), np.array([-6.0]), np.array([-3.0]), 0.5)["loss"])
    if not np.isclose(lone, np.log1p(np.exp(-0.5)), atol=1e-4):
        yield (
            "A pair has the log ratios 2 and 1, so with beta = 0.5 the implied rewards are 1 and 0.5 and the loss is "
            f"{np.log1p(np.exp(-0.5)):.4g}; yours is {lone:.4g}."
        )
        return
    with np.errstate(all="ignore"):
        far = float(solve(np.array([-300.0]), np.array([-2.0]), np.array([-2.0]), np.array([-2.0]), 1.0)["loss"])
    if not np.isclose(far, 298.0, rtol=1e-3):
        yield f"A pair whose implied rewards differ by -298 costs 298 and yours costs {far:.4g}, so sigma was made finite before its logarithm or lost in it."
        return
    margin = beta * (chosen - ref_chosen - rejected + ref_rejected)
    if not np.isclose(float(result["accuracy"]), (margin > 0).mean(), atol=1e-6):
        yield (
            f"The preferred completion has the larger implied reward in {(margin > 0).sum()} of 4 pairs, so the accuracy is "
            f"{(margin > 0).mean():g}; yours is {float(result['accuracy']):.4g}."
        )
    if not np.allclose(d_chosen, -d_rejected, atol=1e-5):
        yield "The gradients of a pair are not opposite, although only the difference of the log ratios counts."
    numeric, step = np.zeros(4), 1e-3
    for at in range(4):
        change = step * (np.arange(4) == at)
        up, down = (float(solve(chosen + sign * change, *list(given.values())[1:])["loss"]) for sign in (1, -1))
        numeric[at] = (up - down) / (2 * step)
    worst = np.abs(numeric - d_chosen).max()
    if not worst <= 2e-3:
        yield f"gradient_chosen differs from finite differences of your loss by up to {worst:.2g}."
