"""Well-known wrong symbolic tasks."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "first-letters",
    "[name[-1] for name in names]", "[name[0] for name in names]",
    "The first letters are taken, as for an acronym. The task asks for the last ones.",
)
wrong(
    "last-word-only",
    "answer = \"\".join(last)", "answer = last[-1]",
    "Only the last word's letter is the answer. The last letters of all words are joined.",
)
wrong(
    "spaces",
    "answer = \"\".join(last)", "answer = \" \".join(last)",
    "The letters are joined by blanks. They are joined by nothing.",
)
wrong(
    "reversed",
    "answer = \"\".join(last)", "answer = \"\".join(reversed(last))",
    "The letters are joined from the last word to the first. They stand in the order of the words.",
)
wrong(
    "capitals",
    "[name[-1] for name in names]", "[name[-1].upper() for name in names]",
    "The letters became capitals. They stay as they are.",
)
wrong(
    "no-conclusion",
    " + f' Concatenating them is \"{answer}\".'", "",
    "The chain stops before the letters are joined. Its last sentence says what they give.",
)
wrong(
    "counts-people",
    "count = len(people)", "count = len(names)",
    "All people are counted. Only those who flip the coin turn it.",
)
wrong(
    "counts-others",
    "people = [name for name, flip in zip(names, flips) if flip]", "people = [name for name, flip in zip(names, flips) if not flip]",
    "Those who do not flip the coin are counted. Only flips turn it.",
)
wrong(
    "starts-tails",
    "\"answer\": \"yes\" if heads else \"no\"", "\"answer\": \"no\" if heads else \"yes\"",
    "The answer is turned round, as if the coin had started tails up. It starts heads up and is so again after an even number of flips.",
)
wrong(
    "odd-is-heads",
    "heads = count % 2 == 0", "heads = count % 2 == 1",
    "The coin is taken as heads up after an odd number of flips. Two flips bring it back, so the number must be even.",
)
wrong(
    "any-flip",
    "heads = count % 2 == 0", "heads = count == 0",
    "Any flip is taken to leave the coin tails up. A second flip turns it back.",
)
wrong(
    "last-flip-decides",
    "heads = count % 2 == 0", "heads = not flips[-1]",
    "Only the last person decides. Every flip turns the coin.",
)
wrong(
    "chain-disagrees",
    "end = \"still be heads up\" if heads else \"be tails up\"", "end = \"still be heads up\" if len(names) % 2 == 0 else \"be tails up\"",
    "The chain ends with a side that does not follow from its count. It must agree with the answer.",
)
wrong(
    "one-times",
    "\"time\" if count == 1 else \"times\"", "\"times\"",
    "The chain says \"1 times\". A single flip is \"1 time\".",
)
wrong(
    "nobody-missing",
    "\" and \".join(people) if people else \"no one\"", "\" and \".join(people)",
    "Where nobody flips the coin the chain names no one at all. It says \"no one\".",
)
wrong(
    "everybody-flips",
    "f\"{name} flips the coin.\" if flip else f\"{name} does not flip the coin.\"", "f\"{name} flips the coin.\"",
    "The question says that everybody flips the coin. Those who do not are told as well.",
)
wrong(
    "small-letters",
    "[name[-1] for name in names]", "[name[-1].lower() for name in names]",
    "The letters became small. They stay as they are.",
)
wrong(
    "time-for-none",
    "\"time\" if count == 1 else \"times\"", "\"time\" if count <= 1 else \"times\"",
    "The chain says \"0 time\". Only a single flip is \"1 time\".",
)
wrong(
    "commas-between-people",
    "\" and \".join(people) if people", "(\", \".join(people[:-1]) + \" and \" + people[-1] if people[1:] else people[0]) if people",
    "Three people are joined with commas. Between any two of them stands \" and \".",
)
wrong(
    "a-for-an",
    "which is an {parity}", "which is {'an' if heads else 'a'} {parity}",
    "The chain says \"a odd number\". Before both words stands \"an\".",
)
