"""Well-known wrong pairs for next sentence prediction."""
from __future__ import annotations

import numpy as np
from reference import join, next_sentence_pair, other_sentence, shortened
from study_lab import mistake


def pair(
    documents, document, sentence, cls_id, sep_id, max_length, rng, *, chance=0.5, other=other_sentence, shorten=shortened,
    put=join,
):
    """The right pair with parts exchanged. chance: of the next sentence; put: (a, b, cls_id, sep_id) -> ids and segments."""
    is_next = bool(rng.random() < chance)
    a = documents[document][sentence]
    b = documents[document][sentence + 1] if is_next else other(documents, document, rng)
    return (*put(*shorten(a, b, max_length - 3), cls_id, sep_id), is_next)


@mistake(
    "always-next",
    "B is always the next sentence. Half of the pairs get a random one, or there is nothing to predict (Section 3.1, Task #2).",
)
def always_next(documents, document, sentence, cls_id, sep_id, max_length, rng):
    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, chance=2.0)


@mistake(
    "label-reversed",
    "The label is reversed. is_next is True where B really follows A.",
)
def label_reversed(documents, document, sentence, cls_id, sep_id, max_length, rng):
    token_ids, segment_ids, is_next = next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng)
    return token_ids, segment_ids, not is_next


@mistake(
    "same-document",
    "The random sentence comes from the same document. Take it from another one; otherwise topics give no hint, and it may be the true "
    "next sentence.",
)
def same_document(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def other(documents, document, rng):
        return documents[document][int(rng.integers(len(documents[document])))]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, other=other)


@mistake(
    "whole-corpus",
    "The random sentence may come from the document of A, even be the true next one under the label NotNext. Take it from another "
    "document.",
)
def whole_corpus(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def other(documents, document, rng):
        drawn = documents[int(rng.integers(len(documents)))]
        return drawn[int(rng.integers(len(drawn)))]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, other=other)


@mistake(
    "first-sentence-only",
    "The random sentence is always the first one of its document. Draw among all its sentences, or the model learns what beginnings look "
    "like.",
)
def first_sentence_only(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def other(documents, document, rng):
        drawn = int(rng.integers(len(documents) - 1))
        return documents[drawn + (drawn >= document)][0]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, other=other)


@mistake(
    "any-sentence-of-others",
    "The random sentence is drawn among all sentences of the other documents together, so long documents come more often. Draw the "
    "document first, with equal chances, then one of its sentences.",
)
def any_sentence_of_others(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def other(documents, document, rng):
        together = [one for at, sentences in enumerate(documents) if at != document for one in sentences]
        return together[int(rng.integers(len(together)))]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, other=other)


@mistake(
    "next-document-only",
    "The random sentence always comes from the document after A's. Draw the document among all others.",
)
def next_document_only(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def other(documents, document, rng):
        drawn = documents[(document + 1) % len(documents)]
        return drawn[int(rng.integers(len(drawn)))]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, other=other)


@mistake(
    "no-middle-separator",
    "There is no [SEP] between A and B. The pair is [CLS] A [SEP] B [SEP] (Figure 2).",
)
def no_middle_separator(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def put(a, b, cls_id, sep_id):
        token_ids, segment_ids = join(a, b, cls_id, sep_id)
        return np.delete(token_ids, len(a) + 1), np.delete(segment_ids, len(a) + 1)

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, put=put)


@mistake(
    "no-last-separator",
    "The pair does not end with [SEP]. It is [CLS] A [SEP] B [SEP] (Figure 2).",
)
def no_last_separator(documents, document, sentence, cls_id, sep_id, max_length, rng):
    token_ids, segment_ids, is_next = next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng)
    return token_ids[:-1], segment_ids[:-1], is_next


@mistake(
    "separator-in-b",
    "The first [SEP] has segment 1. It still belongs to sentence A, segment 0 (Figure 2).",
)
def separator_in_b(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def put(a, b, cls_id, sep_id):
        token_ids, segment_ids = join(a, b, cls_id, sep_id)
        segment_ids[len(a) + 1] = 1
        return token_ids, segment_ids

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, put=put)


@mistake(
    "one-segment",
    "All segment ids are 0. B and the last [SEP] have segment 1 (Figure 2).",
)
def one_segment(documents, document, sentence, cls_id, sep_id, max_length, rng):
    token_ids, segment_ids, is_next = next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng)
    return token_ids, np.zeros_like(segment_ids), is_next


@mistake(
    "cut-at-the-end",
    "The finished pair was cut at max_length, which costs the last [SEP] and only tokens of B. Shorten the longer of A and B before "
    "the special tokens go in.",
)
def cut_at_the_end(documents, document, sentence, cls_id, sep_id, max_length, rng):
    token_ids, segment_ids, is_next = pair(
        documents, document, sentence, cls_id, sep_id, max_length, rng, shorten=lambda a, b, room: (a, b)
    )
    return token_ids[:max_length], segment_ids[:max_length], is_next


@mistake(
    "only-b-shortened",
    "Only B was shortened. Drop tokens from the longer of the two, one at a time, so that neither disappears.",
)
def only_b_shortened(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def shorten(a, b, room):
        a = a[:room]
        return a, b[: room - len(a)]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, shorten=shorten)


@mistake(
    "shorter-shortened",
    "The shorter of A and B loses tokens. Drop them from the longer one, one at a time, so that neither disappears.",
)
def shorter_shortened(documents, document, sentence, cls_id, sep_id, max_length, rng):
    def shorten(a, b, room):
        spare = max(len(a) + len(b) - room, 0)
        # Only where the shorter one is used up does the other lose tokens.
        if len(a) < len(b):
            return a[: max(len(a) - spare, 0)], b[:room]
        return a[:room], b[: max(len(b) - spare, 0)]

    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, shorten=shorten)


@mistake(
    "never-shortened",
    "The pair was not shortened. Where it has more than max_length tokens, drop tokens from the end of the longer of A and B "
    "until it fits (Appendix A.2).",
)
def never_shortened(documents, document, sentence, cls_id, sep_id, max_length, rng):
    return pair(documents, document, sentence, cls_id, sep_id, max_length, rng, shorten=lambda a, b, room: (a, b))


@mistake(
    "specials-not-counted",
    "The pair is longer than max_length: the three special tokens count too, so A and B have room for max_length - 3.",
)
def specials_not_counted(documents, document, sentence, cls_id, sep_id, max_length, rng):
    return next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length + 3, rng)
