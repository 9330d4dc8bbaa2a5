"""The lab of `study`: holds a learner's code to the reference of a paper. Standard library and NumPy alone."""
from __future__ import annotations

from .known import inherits, mistake, wrong
from .presuming import presuming

__all__ = ["check", "inherits", "mistake", "presuming", "source", "wrong"]


def __getattr__(name):
    # Only notebooks use check; a run of the command line need not pay for its import.
    if name == "check":
        from .notebook import check

        return check
    if name == "source":
        from .sources import source

        return source
    raise AttributeError(f"study_lab has no {name}")
