"""The learner's folders of papers as modules: code/gpt-1 is `gpt_1`, since a name of Python's can't hold a hyphen."""
from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from types import ModuleType


def offer_papers(code):
    """Makes `from gpt_1.decoder_block import …` work from every file under code. A module that is there already stays."""
    try:
        names = sorted(os.listdir(code))
    except OSError:
        return
    for name in names:
        module, folder = name.replace("-", "_").replace(".", "_"), os.path.join(code, name)
        if module == name or not module.isidentifier() or module in sys.modules or not os.path.isdir(folder):
            continue
        if find_spec(module) is None:
            package = ModuleType(module)
            package.__path__ = [folder]
            sys.modules[module] = package
