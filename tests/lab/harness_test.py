"""The harness itself: arrays of every framework, comparison piece by piece, naming of mistakes."""
import os
import sys
import unittest
from importlib import import_module
from types import ModuleType

import numpy as np

sys.dont_write_bytecode = True
from study_lab.compare import difference
from study_lab import wrong
from study_lab.edits import BadEdit, edited
from study_lab.exercise import Exercise, front_matter
from study_lab.judge import judge, judge_one
from study_lab.known import Reference, Wrong, inherited_mistakes, own_mistakes
from study_lab.milestone import Unfit, logits_of
from study_lab.notebook import find
from study_lab.papers import offer_papers
from study_lab.outcome import Outcome
from study_lab.plain import Foreign, fresh, plain, same
from study_lab.relation import parting_of, relation_of

HERE = os.path.dirname(os.path.abspath(__file__))
EXERCISES = os.path.join(HERE, "..", "..", "curricula", "llm", "papers")
FORWARD = os.path.join(EXERCISES, "layernorm", "exercises", "forward")


class Tensor:
    """What PyTorch's tensors answer to: trainable, and on another device until cpu() is called."""

    dtype = "torch.float32"

    def __init__(self, array, device="cuda", grad=True):
        self.array, self.device, self.grad = array, device, grad

    def detach(self):
        return Tensor(self.array, self.device, False)

    def cpu(self):
        return Tensor(self.array, "cpu", self.grad)

    def numpy(self):
        if self.grad or self.device != "cpu":
            raise RuntimeError("not on the CPU, or trainable")
        return self.array


class Variable:
    """What TensorFlow's tensors answer to."""

    def __init__(self, array):
        self.array = array

    def numpy(self):
        return self.array


class JaxArray:
    """What JAX's arrays answer to."""

    def __init__(self, array):
        self.array = array

    def __array__(self, dtype=None, copy=None):
        return np.asarray(self.array, dtype=dtype)


class Relations(unittest.TestCase):
    RIGHT = "Q: Two and three?\nA: ......... The answer is 5.\n\nQ: One and one?\nA:"

    def test_a_text_says_where_it_leaves_the_right_one(self):
        wrong_text = self.RIGHT.replace("\n\n", "\n")
        said = parting_of({"text": wrong_text}, {"text": self.RIGHT}, ["text"])
        self.assertEqual(said, "result['text'] is right up to '...... The answer is 5.\\n'; there yours goes on with 'Q: One and one?\\n', "
                               "and '\\nQ: One and one?' is right.")
        self.assertTrue(parting_of(self.RIGHT[:-2], self.RIGHT, []).endswith("there yours ends, and 'A:' is right."))
        self.assertTrue(parting_of(self.RIGHT + " ", self.RIGHT, []).endswith("there yours goes on with ' ', and the text should end."))
        self.assertIsNone(parting_of("51", "-51", []))
        self.assertIsNone(parting_of(5.0, 6.0, []))

    def test_a_factor_that_is_nearly_1_is_no_relation(self):
        right = Outcome(result=np.linspace(1.0, 2.0, 6))
        told = lambda factor: relation_of([Outcome(result=factor * right.result)], [right], {"path": []})
        self.assertIsNone(told(1.00002))
        self.assertEqual(told(2.0), "The result is 2 times what is right, everywhere.")


class Frameworks(unittest.TestCase):
    def test_arrays_of_all_frameworks_are_taken(self):
        array = np.arange(6, dtype=np.float32).reshape(2, 3)
        for made in (array, Tensor(array), Variable(array), JaxArray(array)):
            np.testing.assert_array_equal(plain(made), array)
        nested = plain({"a": (Tensor(array), [Variable(array)], b"x", None)})
        np.testing.assert_array_equal(nested["a"][1][0], array)
        with self.assertRaises(Foreign):
            plain(object())

    def test_real_torch_where_it_is(self):
        try:
            import torch
        except ImportError:
            self.skipTest("PyTorch is not here")
        one = torch.ones(2, 2, requires_grad=True)
        self.assertEqual(plain(one).tolist(), [[1.0, 1.0], [1.0, 1.0]])
        self.assertEqual(plain(one.to(torch.bfloat16)).dtype, np.float32)
        self.assertEqual(plain(torch.tensor(3)).shape, ())


class Comparing(unittest.TestCase):
    def kind(self, got, expected, relative=1e-4, absolute=1e-5):
        found = difference(got, expected, relative, absolute)
        return found and found["kind"]

    def test_what_is_equal(self):
        array = np.array([1.0, -np.inf, np.nan])
        for got, expected in (
            (array.astype(np.float32), array),
            (np.array(3), 3),
            (np.float32(0.5), 0.5),
            ([1, 2], (1, 2)),
            (np.array([1, 2]), [1, 2]),
            (b"ab", b"ab"),
            (True, True),
            (None, None),
            (array.tolist(), array),
            ({"b": 1.0, "a": [array]}, {"a": [array], "b": 1.0}),
            (np.array([2.0, 3.0]), np.array([2, 3])),
        ):
            self.assertIsNone(self.kind(got, expected), (got, expected))

    def test_what_is_not(self):
        array = np.ones((2, 3))
        for got, expected, kind in (
            (array + 1e-3, array, "wrong"),
            (array[:1], array, "wrong-shape"),
            (array.tolist()[:1], array, "wrong-shape"),
            ((array, array), array, "wrong-type"),
            ([[1, 2], [1]], array, "wrong-type"),
            (None, array, "wrong-type"),
            (array * np.nan, array, "not-a-number"),
            (np.where(array > 0, np.inf, 1), array, "not-a-number"),
            (array, array * -np.inf, "wrong"),
            (np.ones(1), 1.0, "wrong-shape"),
            ([1, 2], [1, 2, 3], "wrong-shape"),
            (np.array([2, 4]), np.array([2, 3]), "wrong"),
            ("ab", "ac", "wrong"),
            ("ab", b"ab", "wrong-type"),
            ({"a": 1}, {"a": 1, "b": 2}, "wrong-type"),
            ({"a": 1, "c": 2}, {"a": 1}, "wrong-type"),
            (3, True, "wrong-type"),
        ):
            self.assertEqual(self.kind(got, expected), kind, (got, expected))

    def test_the_first_index_the_largest_error_and_the_piece_are_told(self):
        expected = {"mean": [np.zeros((2, 3))]}
        got = {"mean": [np.array([[0, 0, 0.5], [0, -2, 0]])]}
        found = difference(got, expected, 1e-4, 1e-5)
        self.assertEqual((found["path"], found["index"], found["maximumError"]), (["mean", 0], [0, 2], 2.0))
        self.assertEqual((found["differing"], found["total"]), (2, 6))
        self.assertTrue(found["sentence"].startswith("result['mean'][0][0, 2] is 0.5; 0 is right. 2 of 6"))

    def test_a_list_for_an_array_is_told_by_what_is_wrong_in_it(self):
        array = np.ones((2, 3))
        for got, sentence in (
            (array.tolist()[:1], "The result has shape (1, 3); (2, 3) is right."),
            ([], "The result has shape (0,); (2, 3) is right."),
            ([[1, 2, 3], [1, None, 3]], "result[1][1] is None; a number is right."),
            ([[1, 2, 3], [1, "2", 3]], "result[1][1] is '2'; a number is right."),
            ([[1, 2, 3], [1, 2]], "The result is a list of rows of different lengths; an array of shape (2, 3) is right."),
        ):
            self.assertEqual(difference(got, array, 1e-4, 1e-5)["sentence"], sentence)

    def test_a_list_of_what_an_array_may_hold_is_taken_as_an_array(self):
        flags = np.array([True, False])
        self.assertIsNone(difference([True, False], flags, 0, 0))
        self.assertIn("result[1] is", difference({"a": [1, 0]}, {"a": np.array([1, 1])}, 0, 0)["sentence"].replace("['a']", ""))
        self.assertIn("holds complex numbers", difference([1j, 2], np.ones(2), 0, 0)["sentence"])
        self.assertEqual(difference([2**70, 1], np.ones(2), 0, 0)["sentence"], "The result is a list; an array of shape (2,) is right.")

    def test_a_key_that_is_missing_is_told_with_those_that_stand_there(self):
        expected = {"loss": 1.0, "gradient": np.ones(2)}
        for got, sentence in (
            ({"loss": 1.0, "grad": np.ones(2)}, "The result has no 'gradient'. It has 'loss' and 'grad'."),
            ({"loss": 1.0}, "The result has no 'gradient'. It has 'loss'."),
            ({}, "The result has no 'loss'. It is empty."),
        ):
            self.assertEqual(difference(got, expected, 1e-4, 1e-5)["sentence"], sentence)

    def test_copies_share_nothing_and_changes_are_seen(self):
        given = {"x": np.ones(3), "weights": {"w": np.ones((2, 2))}, "rng": np.random.default_rng(1), "f": len}
        copy = fresh(given)
        copy["weights"]["w"][0, 0] = 5
        self.assertEqual(given["weights"]["w"][0, 0], 1)
        self.assertFalse(same(given["weights"], copy["weights"]))
        self.assertTrue(same(given["x"], copy["x"]))
        self.assertEqual(copy["rng"].random(), fresh(given)["rng"].random())


class Naming(unittest.TestCase):
    def setUp(self):
        self.exercise = Exercise(FORWARD)
        self.variants = {one.name: one.function for one in self.exercise.mistakes}

    def named(self, function):
        end = list(judge(self.exercise, function, 5))[-1]
        return [one["id"] for one in end.get("mistakes", [])]

    def test_a_mistake_in_another_precision_is_still_that_mistake(self):
        def single(*arguments):
            return self.variants["unbiased"](*arguments).astype(np.float32)

        self.assertEqual(self.named(single), ["unbiased"])

    def test_code_that_raises_is_not_called_a_mistake_that_raises(self):
        def broken(a, gain, bias, epsilon=1e-5):
            raise ZeroDivisionError("mine")

        self.assertEqual(self.named(broken), [])

    def test_nan_everywhere_is_not_called_a_mistake(self):
        self.assertEqual(self.named(lambda a, gain, bias, epsilon=1e-5: a * np.nan), [])

    def test_a_solution_has_none(self):
        self.assertEqual(self.named(self.exercise.reference), [])


MULTI_HEAD = os.path.join(EXERCISES, "attention", "exercises", "multi-head")
LOSS = os.path.join(EXERCISES, "gpt-1", "exercises", "causal-lm-loss")
SCALE = ("scores / np.sqrt(q.shape[-1])", "scores")
PROJECTION = ('merge(attended) @ weights["w_o"]', "merge(attended)")


class Leading(unittest.TestCase):
    def said(self, folder, *edits, seed=5):
        exercise = Exercise(folder)
        return list(judge(exercise, exercise.text.variant(edits), seed))[-1]

    def test_two_mistakes_at_once_are_both_named(self):
        end = self.said(MULTI_HEAD, SCALE, PROJECTION)
        self.assertEqual({one["id"] for one in end["mistakes"]}, {"no-scaling", "no-output-projection"})
        self.assertEqual((end["explains"], end["laws"]), ("together", []))

    def test_two_mistakes_are_named_in_whole_numbers_texts_lists_and_shares_too(self):
        for exercise, pair in (("scaling-laws/exercises/count", ("attention-is-width", "training")),
                               ("chain-of-thought/exercises/prompts", ("dots-of-chain", "step-by-step")),
                               ("gpt-3/exercises/few-shot-prompt", ("strictly-less", "no-final-separator")),
                               ("attention/exercises/copy-task", ("one-too-far", "half-split"))):
            folder = os.path.join(EXERCISES, exercise)
            edits = [one.edits for one in Exercise(folder).mistakes if one.name in pair]
            end = self.said(folder, *edits[0], *edits[1])
            self.assertEqual(({one["id"] for one in end["mistakes"]}, end["explains"]), (set(pair), "together"))

    def test_beside_a_mistake_that_nobody_knows_the_certain_one_is_named_and_that_something_else_is_wrong(self):
        known = next(one.edits for one in Exercise(FORWARD).mistakes if one.name == "not-centered")
        end = self.said(FORWARD, *known, ("return gain * normalized + bias", "return np.abs(gain) ** 0.7 * normalized + bias"))
        self.assertEqual(([one["id"] for one in end["mistakes"]], end["explains"]), (["not-centered"], "part"))

    def test_where_several_pairs_fit_only_what_they_share_is_named(self):
        folder = os.path.join(EXERCISES, "gpt-3", "exercises", "beam-search")
        edits = [one.edits for one in Exercise(folder).mistakes if one.name in ("greedy", "log-probability-as-score")]
        end = self.said(folder, *edits[0], *edits[1], seed=1)
        self.assertEqual(([one["id"] for one in end["mistakes"]], end["explains"]), (["greedy"], "part"))

    def test_a_mistake_that_nobody_wrote_is_named_by_rule(self):
        end = self.said(MULTI_HEAD, ('key @ weights["w_k"]', 'key @ weights["w_k"].T'))
        self.assertEqual([one["id"] for one in end["mistakes"]], ["transposed"])
        self.assertIn('weights["w_k"]', end["mistakes"][0]["sentence"])

    def test_a_name_that_explains_all_leaves_the_laws_unsaid(self):
        end = self.said(LOSS, ("return -np.take", "return np.take"))
        self.assertEqual(([one["id"] for one in end["mistakes"]], end["laws"]), (["sign"], []))

    def test_a_law_that_presumes_right_cases_says_nothing_where_they_are_wrong(self):
        end = self.said(LOSS, ("return weighted_mean(", "return 0.5 + weighted_mean("))
        self.assertEqual([law for law in end["laws"] if "3000" in law or "log 5" in law], [])
        self.assertIn("plus 0.5", end["step"]["sentence"])
        end = self.said(LOSS, ("logits - logits.max(axis=-1, keepdims=True)", "logits"))
        self.assertEqual(end["kind"], "broke-laws")
        self.assertIn("subtract the largest logit", end["laws"][0])

    def test_values_in_another_order_are_said_to_be_that(self):
        folder = os.path.join(EXERCISES, "attention", "exercises", "scaled-dot-product")
        end = self.said(folder, ("return output, weights", "return weights, output"))
        self.assertEqual((end["kind"], "in another order" in end["sentence"], end["laws"]), ("wrong", True, []))

    def test_what_must_be_still_for_the_results_to_agree_says_where_to_look(self):
        end = self.said(MULTI_HEAD, ("np.sqrt(q.shape[-1])", "np.sqrt(q.shape[-1] + 0.7)"))
        self.assertEqual((end["mistakes"], end["laws"]), ([], []))
        self.assertIn("is right where `query`, `key`, `w_q` or `w_k` is 0", end["step"]["sentence"])

    def test_of_several_pieces_those_that_are_right_are_said(self):
        folder = os.path.join(EXERCISES, "gpt-1", "exercises", "auxiliary-objective")
        end = self.said(folder, ("/ mask[:, 1:].sum())", "/ len(mask))"))
        self.assertEqual(end["mistakes"], [])
        self.assertIn("`result['task']` is right in every case; look at what makes `result['language']` and `result['total']`.", end["step"]["sentence"])

    def test_a_failure_gives_hints_of_its_own_what_a_law_advises_and_what_others_do_at_that_step(self):
        def over_the_cases(a, gain, bias, epsilon=1e-5):
            return (a - a.mean(0)) / np.sqrt(a.var(0) + epsilon) * gain * 1.01 + bias

        end = list(judge(Exercise(FORWARD), over_the_cases, 1, with_picture=False))[-1]
        self.assertEqual(end["laws"][0], "Case 0, 1 or 3 changed when case 2 changed.")
        self.assertEqual(end["leads"][0], "Cases must not share their statistics.")
        self.assertIn("Many who go wrong at `mean` do this; is it so in yours? Mean and variance run over the first axis, the cases.", end["leads"])

    def test_short_digits_are_said_and_nothing_else(self):
        reference = Exercise(FORWARD).reference
        for change, words in ((lambda y: y.astype(np.float16), "float16"), (lambda y: y.round(3), "rounded to 3 places")):
            end = list(judge(Exercise(FORWARD), lambda *given, change=change: change(reference(*given)), 5))[-1]
            self.assertIn(words, end["sentence"])
            self.assertEqual((end["mistakes"], end["laws"], "step" in end), ([], [], False))

    def test_a_framework_s_variance_over_one_less_is_named_alone_also_where_a_single_case_makes_it_nan(self):
        exercise = Exercise(os.path.join(EXERCISES, "layernorm", "exercises", "batch-and-layer"))
        function = exercise.text.variant([("((a - mean) ** 2).mean(axis=axis, keepdims=True)", "a.var(axis=axis, ddof=1, keepdims=True)")])
        for seed in range(3):
            end = list(judge(exercise, function, seed, with_picture=False))[-1]
            self.assertEqual(([one["id"] for one in end["mistakes"]], "explains" in end), (["unbiased"], False))

    def test_where_all_results_are_right_and_only_the_input_was_changed_nothing_else_is_said_to_be_wrong(self):
        exercise = Exercise(os.path.join(EXERCISES, "lora", "exercises", "merge-and-switch"))
        reference = exercise.reference

        def switch(weight, old, new):
            weight[:] = reference(weight, old, new)
            return weight

        end = list(judge(exercise, switch, 5, with_picture=False))[-1]
        self.assertEqual((end["kind"], [one["id"] for one in end["mistakes"]]), ("changed-input", ["in-place"]))
        self.assertNotIn("explains", end)

    def test_what_the_paper_leaves_open_is_a_remark(self):
        exercise = Exercise(os.path.join(EXERCISES, "attention", "exercises", "scaled-dot-product"))
        end = list(judge(exercise, exercise.text.variant([("scores, -np.inf)", "scores, -1e9)")]), 5))[-1]
        self.assertEqual(end["kind"], "passed")
        self.assertIn("spreads its weight in your code; ours gives 0", end["remarks"][0])

    def test_the_first_case_is_called_twice(self):
        draws = np.random.default_rng(1)
        end = list(judge(Exercise(FORWARD), lambda a, gain, bias, epsilon=1e-5: a + draws.normal(size=a.shape), 5))[-1]
        self.assertEqual((end["kind"], "laws" in end), ("unsteady", False))

    def test_a_missing_default_has_a_sentence_of_its_own(self):
        reference = Exercise(FORWARD).reference
        end = list(judge(Exercise(FORWARD), lambda a, gain, bias, epsilon: reference(a, gain, bias, epsilon), 5))[-1]
        self.assertEqual((end["kind"], "give it a default" in end["sentence"]), ("wrong-arity", True))


class Milestones(unittest.TestCase):
    def test_logits_in_nested_lists_are_taken_as_an_array_and_uneven_ones_are_not(self):
        tokens = np.zeros((1, 2), int)
        self.assertEqual(logits_of(lambda read: [[[1.0, 2.0], [3.0, 4.0]]], (1, 2, 2), tokens).tolist(), [[[1, 2], [3, 4]]])
        with self.assertRaisesRegex(Unfit, r"have shape \(1, 1, 2\); \(1, 2, 2\) is right"):
            logits_of(lambda read: [[[1.0, 2.0]]], (1, 2, 2), tokens)
        with self.assertRaisesRegex(Unfit, "is a list; an array of logits"):
            logits_of(lambda read: [[[1.0, 2.0], [3.0]]], (1, 2, 2), tokens)


class Advice(unittest.TestCase):
    def test_code_that_asks_at_the_keyboard_is_told_where_its_input_comes_from(self):
        end = list(judge(Exercise(FORWARD), lambda a, gain, bias, epsilon=1e-5: exec("raise EOFError('EOF when reading a line')"), 5))[-1]
        self.assertIn("Nobody types during a check: take all input from the arguments.", end["sentence"])


class Whereabouts(unittest.TestCase):
    def test_a_mistake_that_is_an_edit_tells_its_step_and_its_lines_also_where_it_is_made_by_rule(self):
        exercise = Exercise(FORWARD)
        function = next(one.function for one in exercise.mistakes if one.name == "unbiased")
        told = list(judge(exercise, function, 7))[-1]["mistakes"][0]
        self.assertEqual(told["steps"], ["variance"])
        self.assertEqual([line.strip() for line in told["diff"] if line[0] in "+-"], [
            "-    variance = a.var(axis=-1, ddof=1, keepdims=True)",
            "+    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)"])
        exercise.mistakes = []
        told = list(judge(exercise, lambda a, gain, bias, epsilon=1e-5: exercise.reference(a, gain, 0 * bias, epsilon), 7))[-1]
        self.assertIn("+    return gain * normalized + bias", told["mistakes"][0]["diff"])


class OneCase(unittest.TestCase):
    def test_only_the_case_that_is_named_is_run_and_its_input_is_told_first(self):
        called = []
        events = list(judge_one(Exercise(FORWARD), lambda a, gain, bias, epsilon=1e-5: called.append(a.shape) or a, 7, 3))
        self.assertEqual([event["event"] for event in events][:3], ["cases", "input", "case-started"])
        self.assertEqual(set(called), {(4, 9)})
        self.assertEqual((events[-1]["kind"], events[-1]["laws"]), ("wrong", []))

    def test_a_case_that_fits_several_mistakes_names_none(self):
        exercise = Exercise(FORWARD)
        unbiased = next(one for one in exercise.mistakes if one.name == "unbiased")
        exercise.mistakes = [unbiased, unbiased._replace(name="another")]
        events = list(judge_one(exercise, unbiased.function, 7, 1))
        self.assertEqual((events[-1]["kind"], events[-1]["mistakes"]), ("wrong", []))


class Edits(unittest.TestCase):
    TEXT = "def f(x):\n    y = x + 1\n    return y * 2\n"

    def reference(self):
        return Reference(self.TEXT, "reference.py", "f")

    def test_edits_are_made_where_each_matches_exactly_once(self):
        self.assertEqual(edited(self.TEXT, [("y * 2", "y"), ("x + 1", "x")]), "def f(x):\n    y = x\n    return y\n")
        self.assertEqual(self.reference().variant([("y * 2", "y * 3"), ("x + 1", "x - 1")])(5), 12)
        for edits in ([("x", "z")], [("nowhere", "")], [("", "x")], [("y = x + 1", ""), ("x + 1", "x")]):
            with self.assertRaises(BadEdit):
                self.reference().variant(edits)

    def test_a_part_gives_the_edits_that_match_here_once_and_that_are_not_said_here(self):
        module = ModuleType("mistakes")
        exec("from study_lab import inherits, wrong\n"
             "wrong('half', 'y * 2', 'y', 'Mine.')\ninherits('part', without=['left-out'])\n", vars(module))
        part = [Wrong(name, "Theirs.", (edit,)) for name, edit in (
            ("half", ("y * 2", "y")), ("less", ("x + 1", "x - 1")), ("left-out", ("x + 1", "x")), ("elsewhere", ("w + 1", "w")))]
        self.assertEqual([one.sentence for one in own_mistakes(module, self.reference())], ["Mine."])
        taken = inherited_mistakes(module, self.reference(), {"part": part}.get)
        self.assertEqual([(one.name, one.function(5)) for one in taken], [("less", 8)])

    def test_what_is_not_text_is_refused(self):
        for words in (("old", "sentence"), ("old", None, "sentence"), ("old", "new", "old", "sentence")):
            with self.assertRaises(TypeError):
                wrong("name", *words)


class Names(unittest.TestCase):
    def meant(self, name):
        return find(os.path.join(EXERCISES, ".."), name)[:2]

    def test_a_notebook_takes_the_short_names_that_the_command_line_takes(self):
        self.assertEqual(self.meant("multi-head"), ("attention", "multi-head"))
        self.assertEqual(self.meant("multi_head"), ("attention", "multi-head"))
        self.assertEqual(self.meant("attention/multi_head"), ("attention", "multi-head"))

    def test_a_short_name_of_two_papers_is_refused_with_both_and_one_of_none_with_how_to_name_it(self):
        for name, sentence in (
            ("forward", "'forward' may be layernorm/forward or lora/forward; name its paper too."),
            ("multi-haed", "There is no exercise 'multi-haed': name it as in check('attention/multi-head', my_function)."),
            ("attention", "'attention' is a paper; name its exercise too: attention/copy-task, "),
            ("nowhere/forward", "There are no exercises for 'nowhere'; "),
        ):
            with self.assertRaises(ValueError) as refused:
                self.meant(name)
            self.assertIn(sentence, str(refused.exception))


class Papers(unittest.TestCase):
    def test_a_paper_with_a_hyphen_can_be_imported(self):
        code = os.path.join(os.environ["STUDY_TEST_FOLDER"], "code")
        os.makedirs(os.path.join(code, "gpt-1"))
        with open(os.path.join(code, "gpt-1", "decoder_block.py"), "w", encoding="utf-8") as file:
            file.write("answer = 42\n")
        offer_papers(code)
        self.assertEqual(import_module("gpt_1.decoder_block").answer, 42)


class FrontMatter(unittest.TestCase):
    def test_the_forms_that_exercises_use(self):
        path = os.path.join(os.environ["STUDY_TEST_FOLDER"], "exercise.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(
                "---\ntitle: 'It''s: one'\nfunction: f\norder: 1\nsource: Section 3, eqs. (3) and (4)\n"
                "tolerance: { relative: 1e-4, absolute: 1e-5 }\nhints:\n  - A: b\n  - >-\n    long\n    one\n"
                '  - "quoted \\" one"\n---\nBody\n---\n'
            )
        found = front_matter(path)
        self.assertEqual(found["title"], "It's: one")
        self.assertEqual(found["source"], "Section 3, eqs. (3) and (4)")
        self.assertEqual(found["tolerance"], {"relative": "1e-4", "absolute": "1e-5"})
        self.assertEqual([hint.strip() for hint in found["hints"]], ["A: b", "long one", 'quoted " one'])


if __name__ == "__main__":
    unittest.main()
