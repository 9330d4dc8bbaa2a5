"""Keeps NumPy as the harness needs it, whatever the learner's code sets in it."""
from __future__ import annotations

import math
from contextlib import contextmanager

import numpy as np

MODULES = (np, np.linalg, np.random, math)


def keeper():
    """A context for the learner's code: it finds these modules as it left them, the harness always as they were."""
    ours = [dict(vars(module)) for module in MODULES]
    theirs = [{} for _ in MODULES]

    @contextmanager
    def learners_turn():
        for module, set_by_learner in zip(MODULES, theirs):
            vars(module).update(set_by_learner)
        try:
            yield
        finally:
            for module, were, set_by_learner in zip(MODULES, ours, theirs):
                names = vars(module)
                set_by_learner.clear()
                set_by_learner.update({name: names.get(name) for name, value in were.items() if names.get(name) is not value})
                if set_by_learner:
                    names.update(were)

    return learners_turn
