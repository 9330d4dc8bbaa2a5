"""Well-known wrong ways to prepare inputs for fine-tuning."""
from __future__ import annotations

import numpy as np
from reference import batch, frame, segments, transform_inputs
from study_lab import mistake


def built(task, parts, padding, make, cut=segments):
    """Sequences made by make(pieces) from the pieces of each sequence, padded."""
    return batch([make(pieces) for pieces in cut(task, parts)], padding)


@mistake(
    "no-start",
    "The start token is missing. Every sequence begins with it (Figure 1).",
)
def no_start(task, parts, start, delimiter, extract, padding):
    return built(task, parts, padding, lambda pieces: frame(pieces, start, delimiter, extract)[1:])


@mistake(
    "no-delimiter",
    "The delimiter is missing between the two texts. Without it the model can't see where one ends (Section 3.3).",
)
def no_delimiter(task, parts, start, delimiter, extract, padding):
    return built(task, parts, padding, lambda pieces: [start, *(token for piece in pieces for token in piece), extract])


@mistake(
    "delimiter-for-extract",
    "The sequence ends with the delimiter. The extract token ends it; it is a token of its own (Figure 1).",
)
def delimiter_for_extract(task, parts, start, delimiter, extract, padding):
    return transform_inputs(task, parts, start, delimiter, delimiter, padding)


@mistake(
    "extract-in-front",
    "The extract token stands at the front, like a [CLS] token. A left-to-right model has seen nothing there; it stands at the end.",
)
def extract_in_front(task, parts, start, delimiter, extract, padding):
    right = built(task, parts, padding, lambda pieces: [start, extract, *frame(pieces, start, delimiter, extract)[1:-1]])
    return {**right, "extract_position": np.ones_like(right["extract_position"])}


@mistake(
    "last-column",
    "The position of the extract token is the last column. In a shorter sequence padding stands there; take the last real token "
    "of each.",
)
def last_column(task, parts, start, delimiter, extract, padding):
    right = transform_inputs(task, parts, start, delimiter, extract, padding)
    return {**right, "extract_position": np.full_like(right["extract_position"], right["tokens"].shape[1] - 1)}


@mistake(
    "padded-in-front",
    "Padding stands in front. It comes after the extract token, so that positions begin at the start token.",
)
def padded_in_front(task, parts, start, delimiter, extract, padding):
    right = transform_inputs(task, parts, start, delimiter, extract, padding)
    for row, mask in zip(right["tokens"], right["mask"]):
        missing = len(mask) - mask.sum()
        row[:], mask[:] = np.roll(row, missing), np.roll(mask, missing)
    return {**right, "extract_position": np.full_like(right["extract_position"], right["tokens"].shape[1] - 1)}


@mistake(
    "same-order-twice",
    "Similarity gets the same order twice. Two texts have no order, so the second sequence holds them exchanged (Section 3.3).",
)
def same_order_twice(task, parts, start, delimiter, extract, padding):
    def cut(kind, texts):
        found = segments(kind, texts)
        return [found[0], found[0]] if kind == "similarity" else found

    return built(task, parts, padding, lambda pieces: frame(pieces, start, delimiter, extract), cut)


@mistake(
    "one-order",
    "Similarity gets one order only. Both orders are processed, and their hidden states are added (Section 3.3).",
)
def one_order(task, parts, start, delimiter, extract, padding):
    def cut(kind, texts):
        found = segments(kind, texts)
        return found[:1] if kind == "similarity" else found

    return built(task, parts, padding, lambda pieces: frame(pieces, start, delimiter, extract), cut)


@mistake(
    "question-delimited",
    "A delimiter stands between document and question. Section 3.3 joins them without one: [z; q; $; a].",
)
def question_delimited(task, parts, start, delimiter, extract, padding):
    def cut(kind, texts):
        if kind != "multiple_choice":
            return segments(kind, texts)
        document, question, *answers = texts
        return [[document, question, answer] for answer in answers]

    return built(task, parts, padding, lambda pieces: frame(pieces, start, delimiter, extract), cut)


@mistake(
    "answers-in-one",
    "All answers stand in one sequence. Each answer gets a sequence of its own; a softmax over their scores compares them "
    "(Section 3.3).",
)
def answers_in_one(task, parts, start, delimiter, extract, padding):
    def cut(kind, texts):
        found = segments(kind, texts)
        return [[found[0][0], *(answer for _, answer in found)]] if kind == "multiple_choice" else found

    return built(task, parts, padding, lambda pieces: frame(pieces, start, delimiter, extract), cut)


@mistake(
    "hypothesis-first",
    "The hypothesis stands before the premise. The premise comes first (Figure 1).",
)
def hypothesis_first(task, parts, start, delimiter, extract, padding):
    return transform_inputs(task, parts[::-1] if task == "entailment" else parts, start, delimiter, extract, padding)


@mistake(
    "mask-without-extract",
    "The mask leaves out the extract token. It is a token of the sequence; the classifier reads its hidden state.",
)
def mask_without_extract(task, parts, start, delimiter, extract, padding):
    right = transform_inputs(task, parts, start, delimiter, extract, padding)
    return {**right, "mask": right["mask"] * (right["tokens"] != extract)}


@mistake(
    "position-behind",
    "The position of the extract token is the length of its sequence. Positions count from 0, so it is the length minus 1.",
)
def position_behind(task, parts, start, delimiter, extract, padding):
    right = transform_inputs(task, parts, start, delimiter, extract, padding)
    return {**right, "extract_position": right["extract_position"] + 1}


@mistake(
    "padded-with-zeros",
    "The padding is 0. It is the token `padding`; 0 may be a word.",
)
def padded_with_zeros(task, parts, start, delimiter, extract, padding):
    right = transform_inputs(task, parts, start, delimiter, extract, padding)
    return {**right, "tokens": right["tokens"] * right["mask"]}


@mistake(
    "question-with-answer",
    "The question stands behind the delimiter, with the answer. It belongs to the document: [z; q; $; a] (Section 3.3).",
)
def question_with_answer(task, parts, start, delimiter, extract, padding):
    def cut(kind, texts):
        if kind != "multiple_choice":
            return segments(kind, texts)
        document, question, *answers = texts
        return [[document, [*question, *answer]] for answer in answers]

    return built(task, parts, padding, lambda pieces: frame(pieces, start, delimiter, extract), cut)
