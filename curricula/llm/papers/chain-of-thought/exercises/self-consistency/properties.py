"""Fresh inputs and laws for self-consistency."""
from __future__ import annotations

import numpy as np


def numbers(rng, count):
    """Different answers, as text."""
    return [str(number) for number in rng.choice(np.arange(10, 99), size=count, replace=False)]


def cases(rng):
    """Yields (label, arguments): answers, logps (n,)."""
    a, b, c, d = numbers(rng, 4)
    near = np.sort(rng.uniform(-4.0, -3.0, size=3))
    yield "a clear majority", {"answers": [a, b, a, c, a], "logps": -rng.uniform(2.0, 6.0, size=5)}
    yield "the likeliest chain stands alone", {"answers": [a, b, b, b], "logps": np.array([-2.0, -4.0, -4.5, -5.0])}
    yield "agreement outweighs one likely chain", {"answers": [a, b, b, b], "logps": np.array([-2.0, -2.4, -2.5, -2.6])}
    yield "three answers, three winners", {
        "answers": [a, b, b, c, c, c, d], "logps": np.array([-2.0, -2.3, -2.4, -9.0, -9.1, -9.2, -8.0]),
    }
    yield "the likeliest chain beside an unlikely one that agrees", {
        "answers": [a, c, c, c, c, b, a], "logps": np.array([-2.0, -3.2, -3.2, -3.2, -3.2, -2.4, -9.0]),
    }
    high, low = sorted((a, b), key=int, reverse=True)
    yield "a tie, the larger number first", {"answers": [high, low, low, high, d], "logps": np.array([*near, -5.0, -6.0])}
    yield "a tie, the smaller number first", {"answers": [low, high, d, high, low], "logps": np.array([-5.0, *near, -6.0])}
    yield "most chains without an answer", {"answers": ["", a, "", "", b, a], "logps": np.array([-1.0, -4.0, -1.5, -2.0, -3.0, -5.0])}
    yield "no chain with an answer", {"answers": ["", ""], "logps": np.array([-1.0, -2.0])}
    yield "long chains", {"answers": [a, b, b, c], "logps": np.array([-2004.0, -2000.0, -2001.0, -2002.0])}
    yield "one chain", {"answers": [d], "logps": np.array([-3.0])}


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (answers, logps) -> dict."""
    a, b, c = numbers(rng, 3)
    answers, logps = [a, b, a, c], np.array([-3.0, -2.0, -3.5, -4.0])
    result = solve(answers, logps)
    if not isinstance(result, dict) or set(result) != {"majority", "share", "weighted", "likeliest"}:
        yield "The result is a dict with the keys majority, share, weighted and likeliest."
        return
    if result["majority"] not in answers:
        yield f"The majority is {result['majority']!r}, which no chain said."
        return
    if result["majority"] != a:
        yield f"{a!r} occurs twice and the others once, and {result['majority']!r} is the majority."
        return
    if not np.isclose(float(result["share"]), 0.5, atol=1e-6):
        yield f"{a!r} occurs in two of four chains, so its share is 0.5; yours is {float(result['share']):.4g}."
        return
    if result["likeliest"] != b:
        yield f"The chain with the log probability -2 says {b!r}, the others have -3 and less; your likeliest is {result['likeliest']!r}."
        return
    if result["weighted"] != b:
        yield f"The probabilities of {a!r} add up to {np.exp(-3.0) + np.exp(-3.5):.3g}, that of {b!r} is {np.exp(-2.0):.3g}; your weighted winner is {result['weighted']!r}."
        return
    more = solve([*answers, "", "", ""], np.append(logps, [-1.0, -1.0, -1.0]))
    if more["majority"] != a:
        yield "Three chains without an answer changed the majority. They have no vote."
    elif not np.isclose(float(more["share"]), 2 / 7, atol=1e-6):
        yield f"Two of seven chains agree, so the share is {2 / 7:.4g}; yours is {float(more['share']):.4g}. Chains without an answer count in n."
    even = solve([a, b, a, b, b], np.full(5, -3.0))
    if even["weighted"] != b:
        yield "With equal probabilities the weighted winner is not the answer that occurs most often."
