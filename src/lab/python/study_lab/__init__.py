"""The lab of `study`: holds a learner's code to the reference of a paper. Standard library and NumPy alone."""
from __future__ import annotations

from .known import inherits, mistake, wrong
from .presuming import presuming

__all__ = ["check", "inherits", "mistake", "presuming", "source", "wrong"]


def load_ipython_extension(ipython):
    """`%load_ext study_lab`"""
    from .magic import load

    load(ipython)


def unload_ipython_extension(ipython):
    from .magic import unload

    unload(ipython)


def __getattr__(name):
    # Only notebooks use check; a run of the command line need not pay for its import.
    if name == "check":
        from .notebook import check

        return check
    if name == "source":
        from .sources import source

        return source
    raise AttributeError(f"study_lab has no {name}")
