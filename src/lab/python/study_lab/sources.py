"""The sources of the milestones, for training: from study_lab import source; source("milestone-2")."""
from __future__ import annotations

import os
import sys

import study_lab

from .exercise import load_together


def source(name):
    """The source of a milestone as a module: its functions say how to draw text, its docstring what it is."""
    where = getattr(study_lab, "where", None)
    if where is None:
        raise RuntimeError("study_lab does not know its workspace: import it from the workspace's folder code/.")
    root = os.path.join(where["curriculum"], "milestones")
    folder = os.path.join(root, name.replace("_", "-"))
    if not os.path.exists(os.path.join(folder, "source.py")):
        known = sorted(os.listdir(root)) if os.path.isdir(root) else []
        raise ValueError(f"There is no source {name!r}; there are {', '.join(known) or 'none'}.")
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        return load_together(folder, ("source",))["source"]
    finally:
        sys.dont_write_bytecode = before
