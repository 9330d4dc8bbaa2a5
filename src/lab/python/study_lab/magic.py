"""What `%load_ext study_lab` brings to a notebook: `%%check attention/multi-head` above the cell with the function."""
from __future__ import annotations

import sys

from .notebook import check, find, where, without_caches

USAGE = "%%check PAPER/EXERCISE, as in %%check attention/multi-head; --seed 7 repeats the inputs of an earlier run."


def load(ipython):
    """Gives the shell `%%check`, and `%check` for a function that is there already."""

    def study_check(line, cell=None):
        return checked(ipython, line, cell)

    study_check.__doc__ = USAGE
    ipython.register_magic_function(study_check, magic_kind="line_cell", magic_name="check")


def unload(ipython):
    for kind in ("line", "cell"):
        ipython.magics_manager.magics[kind].pop("check", None)


def checked(ipython, line, cell):
    """Runs the cell and checks the function that it defines; None, and a sentence, where there is nothing to check."""
    asked = wish(line)
    if asked is None:
        return told(f"This is how it goes: {USAGE}")
    name, seed = asked
    try:
        # Asked before the cell runs, which may train for hours.
        exercise, _ = without_caches(find(where()["curriculum"], name)[2])
    except (ValueError, RuntimeError) as error:
        return told(str(error))
    if cell is not None and not ipython.run_cell(cell).success:
        # IPython has shown why.
        return None
    function = ipython.user_ns.get(exercise.function)
    if function is None:
        cells = "No cell" if cell is None else "Neither this cell nor one before it"
        return told(f"{cells} defines {exercise.function}, which {name} asks for.")
    if isinstance(function, type) or not callable(function):
        return told(f"{exercise.function} is no function; {name} asks for one of that name.")
    return check(name, function, seed)


def wish(line):
    """(name, seed) of what stands behind %%check; None where it is not understood."""
    words = line.replace("=", " ").split()
    if len(words) == 1 and not words[0].startswith("-"):
        return words[0], None
    if len(words) == 3 and "--seed" in words[:2]:
        at = words.index("--seed")
        name, seed = (words[0] if at else words[2]), words[at + 1]
        # isdigit alone takes superscripts, which int does not.
        return (name, int(seed)) if seed.isascii() and seed.isdigit() and int(seed) < 2**31 else None
    return None


def told(sentence):
    print(sentence, file=sys.stderr)
