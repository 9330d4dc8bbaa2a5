"""Symbolic tasks from templates, the coin as a product of signs."""
import numpy as np

COIN = (
    "The coin was flipped by {who}. So the coin was flipped {n} {times}, which is an {parity} number. "
    "The coin started heads up, so after an {parity} number of flips, it will {end}."
)


def task(kind, names, flips):
    """Returns question, chain and answer."""
    if kind == "letters":
        answer = "".join(name[::-1][0] for name in names)
        steps = ['The last letter of "{}" is "{}".'.format(*pair) for pair in zip(names, answer)]
        steps.append(f'Concatenating them is "{answer}".')
        return {
            "question": 'Take the last letters of the words in "{}" and concatenate them.'.format(" ".join(names)),
            "chain": " ".join(steps), "answer": answer,
        }
    odd = int(np.prod(np.where(flips, -1, 1)) < 0)
    who = [str(name) for name in np.array(names)[np.array(flips)]]
    acts = "".join(f" {name} {('does not flip', 'flips')[flip]} the coin." for name, flip in zip(names, flips))
    return {
        "question": f"A coin is heads up.{acts} Is the coin still heads up?",
        "chain": COIN.format(
            who=" and ".join(who) or "no one", n=len(who), times="time" if len(who) == 1 else "times",
            parity=("even", "odd")[odd], end=("still be heads up", "be tails up")[odd],
        ),
        "answer": ("yes", "no")[odd],
    }
