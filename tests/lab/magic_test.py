"""`%load_ext study_lab` and `%%check`, in IPython where it is installed, else in a shell that answers to what an extension asks of it.

Run in a workspace's folder; argument: the folder of the solutions.
"""
import contextlib
import io
import os
import sys
import types
import unittest
from importlib import import_module

SOLUTION = open(os.path.join(sys.argv.pop(), "layernorm", "forward", "loops.py"), encoding="utf-8").read()
WRONG = "def layer_norm(a, gain, bias, epsilon=1e-5):\n    return a\n"


class Shell:
    """The part of IPython's shell that extensions use."""

    def __init__(self):
        self.user_ns = {"__name__": "__main__"}
        self.magics_manager = types.SimpleNamespace(magics={"line": {}, "cell": {}})

    def register_magic_function(self, function, magic_kind, magic_name):
        assert magic_kind == "line_cell"
        for kind in ("line", "cell"):
            self.magics_manager.magics[kind][magic_name] = function

    def run_line_magic(self, name, line):
        if name == "load_ext":
            import_module(line)
            return sys.modules[line].load_ipython_extension(self)
        return self.magics_manager.magics["line"][name](line)

    def run_cell_magic(self, name, line, cell):
        return self.magics_manager.magics["cell"][name](line, cell)

    def run_cell(self, cell):
        try:
            exec(compile(cell, "<cell>", "exec"), self.user_ns)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
            return types.SimpleNamespace(success=False)
        return types.SimpleNamespace(success=True)


def shell():
    try:
        from IPython.core.interactiveshell import InteractiveShell
    except ImportError:
        return Shell()
    InteractiveShell.clear_instance()
    return InteractiveShell.instance()


class Magic(unittest.TestCase):
    def setUp(self):
        self.shell = shell()
        self.shell.run_line_magic("load_ext", "study_lab")

    def check(self, line, cell=None):
        """(report, what was said on the error stream)"""
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            if cell is None:
                report = self.shell.run_line_magic("check", line)
            else:
                report = self.shell.run_cell_magic("check", line, cell)
        return report, said.getvalue()

    def test_a_cell_is_run_and_its_function_checked(self):
        report, said = self.check("layernorm/forward", SOLUTION)
        self.assertTrue(report.passed)
        self.assertEqual(said, "")
        self.assertIn("layer_norm", self.shell.user_ns)
        wrong, _ = self.check("layernorm/forward --seed 7", WRONG)
        self.assertFalse(wrong.passed)
        self.assertIn("seed 7", repr(wrong))

    def test_the_line_alone_checks_what_is_there(self):
        self.assertEqual(self.check("layernorm/forward"), (None, "No cell defines layer_norm, which layernorm/forward asks for.\n"))
        self.shell.run_cell(SOLUTION)
        self.assertTrue(self.check("--seed=3 layernorm/forward")[0].passed)

    def test_what_can_not_be_checked_gets_a_sentence_before_the_cell_runs(self):
        for line in ("", "layernorm/forward now", "--seed", "layernorm/forward --seed x", "layernorm/forward --seed ²"):
            report, said = self.check(line, "ran = 1")
            self.assertIsNone(report)
            self.assertIn("%%check PAPER/EXERCISE", said)
        self.assertIn("it has backward, batch-and-layer, forward, invariances.", self.check("layernorm/sideways", "ran = 1")[1])
        self.assertNotIn("ran", self.shell.user_ns)
        self.assertIn("is no function", self.check("layernorm/forward", "class layer_norm: pass")[1])

    def test_a_cell_that_fails_is_not_checked(self):
        self.assertEqual(self.check("layernorm/forward", SOLUTION + "\n1 / 0"), (None, ""))

    def test_it_is_taken_back(self):
        sys.modules["study_lab"].unload_ipython_extension(self.shell)
        self.assertNotIn("check", self.shell.magics_manager.magics["cell"])


if __name__ == "__main__":
    unittest.main()
