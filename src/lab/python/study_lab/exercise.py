"""Reads the folder of an exercise: front matter, reference, mistakes, properties."""
from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location

from .known import Reference, inherited_mistakes, own_mistakes

NAMES = ("reference", "mistakes", "properties")


class Exercise:
    """An exercise as the harness uses it: function, tolerance, hints, reference, mistakes, cases, laws."""

    def __init__(self, folder):
        self.folder = folder
        self.front = front_matter(os.path.join(folder, "exercise.md"))
        self.function = self.front["function"]
        self.relative = float(self.front["tolerance"]["relative"])
        self.absolute = float(self.front["tolerance"]["absolute"])
        modules = load_together(folder, NAMES)
        self.reference = getattr(modules["reference"], self.function)
        self.text = reference_of(folder, self.function)
        self.mistakes = own_mistakes(modules["mistakes"], self.text)
        self.said = modules["mistakes"]
        properties = modules["properties"]
        self.cases = properties.cases
        self.laws = getattr(properties, "laws", None)
        self.picture = getattr(properties, "picture", None)
        self.observe = getattr(properties, "observe", None)
        self.exact = getattr(properties, "EXACT", ())
        self.remarks = getattr(properties, "remarks", None)

    def inherited(self):
        """The mistakes of its parts that can be made in its reference too."""
        return inherited_mistakes(self.said, self.text, lambda part: mistakes_of_part(self.folder, part))


def reference_of(folder, function):
    """The text of a folder's reference.py, to be edited."""
    path = os.path.join(folder, "reference.py")
    with open(path, encoding="utf-8") as file:
        return Reference(file.read(), path, function)


def mistakes_of_part(folder, part):
    """All the mistakes of another exercise, named as in the exercise in folder: `component`, or `paper/component`."""
    paper, _, component = part.rpartition("/")
    beside = os.path.dirname(folder)
    papers = os.path.dirname(os.path.dirname(beside))
    other = os.path.join(papers, paper, "exercises", component) if paper else os.path.join(beside, component)
    reference = reference_of(other, front_matter(os.path.join(other, "exercise.md"))["function"])
    said = load_together(other, ("reference", "mistakes"))["mistakes"]
    more = inherited_mistakes(said, reference, lambda inner: mistakes_of_part(other, inner))
    return [*own_mistakes(said, reference), *more]


def load_together(folder, names):
    """Loads modules that may import each other by their bare names, and takes the names back afterwards."""
    before = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    modules = {}
    try:
        for name in names:
            modules[name] = load(name, os.path.join(folder, name + ".py"))
    finally:
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(before)
    return modules


def load(name, path):
    """Loads the file at path as the module name."""
    spec = spec_from_file_location(name, path)
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module


def front_matter(path):
    """The front matter of a Markdown file. Reads the few forms that exercises use: values, one-line maps, lists."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    found, key = {}, None
    for line in lines[1 : lines.index("---", 1)]:
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("- "):
            if not isinstance(found[key], list):
                found[key] = []
            found[key].append(scalar(stripped[2:]))
        elif line[0] in " \t":
            if isinstance(found[key], list):
                found[key][-1] += " " + stripped
            elif isinstance(found[key], str) and found[key]:
                found[key] += " " + stripped
            else:
                name, _, value = stripped.partition(":")
                found[key] = {**(found[key] or {}), name.strip(): scalar(value)}
        else:
            key, _, value = stripped.partition(":")
            value = value.strip()
            if value.startswith("{"):
                pairs = (pair.partition(":") for pair in value.strip("{} ").split(","))
                found[key] = {name.strip(): scalar(rest) for name, _, rest in pairs}
            else:
                found[key] = scalar(value)
    return found


def scalar(text):
    """A value of the front matter without its quotes; a folded block (`>-`) begins empty."""
    text = text.strip()
    if text in (">", ">-", "|", "|-"):
        return ""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        inner = text[1:-1]
        return inner.replace("''", "'") if text[0] == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
    return text
