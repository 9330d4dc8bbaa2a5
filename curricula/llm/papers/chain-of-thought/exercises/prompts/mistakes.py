"""Well-known wrong prompts."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "dots-of-chain",
    "\".\" * len(equation)", "\".\" * len(chain)",
    "There are as many dots as the chain has characters. Section 3.3 takes the equation's.",
)
wrong(
    "dots-per-word",
    "\".\" * len(equation)", "\".\" * len(equation.split())",
    "There is a dot for each word of the equation. Section 3.3 takes one for each character.",
)
wrong(
    "dots-without-blanks",
    "\".\" * len(equation)", "\".\" * len(equation.replace(\" \", \"\"))",
    "The equation's blanks have no dots. There is one for each character, blanks included.",
)
wrong(
    "three-dots",
    "\".\" * len(equation)", "\"...\"",
    "There are always three dots. Their number is that of the equation's characters, so that a harder problem gets more of them.",
)
wrong(
    "after-is-before",
    "f\"{answer} {chain}\"", "f\"{chain} {answer}\"",
    "The variant \"after\" has the chain before the answer. It comes behind, where it cannot help to find the answer (Section 3.3).",
)
wrong(
    "after-without-chain",
    "f\"{answer} {chain}\"", "answer",
    "The variant \"after\" has no chain. It shows the chain, but behind the answer (Section 3.3).",
)
wrong(
    "equation-with-chain",
    "f\"{equation} {answer}\"", "f\"{chain} {equation} {answer}\"",
    "The variant \"equation\" shows the chain too. It has the equation alone, without words (Section 3.3).",
)
wrong(
    "chain-with-equation",
    "f\"{chain} {answer}\"", "f\"{chain} {equation} {answer}\"",
    "The variant \"chain\" shows the equation as well. The chain stands for itself.",
)
wrong(
    "chain-without-answer",
    "f\"{chain} {answer}\"", "chain",
    "The chain is not followed by the answer. Every exemplar says \"The answer is\", or the model's own answer can't be found later.",
)
wrong(
    "no-answer-phrase",
    "f\"The answer is {one['answer']}.\"", "f\"{one['answer']}.\"",
    "The exemplars lack the words \"The answer is\". The model imitates them, and the answer is found by them later.",
)
wrong(
    "no-stop",
    "f\"The answer is {one['answer']}.\"", "f\"The answer is {one['answer']}\"",
    "The sentence with the answer has no full stop.",
)
wrong(
    "step-by-step",
    "f\"Q: {question}\\nA:\"", "f\"Q: {question}\\nA: Let's think step by step.\"",
    "The question is followed by \"Let's think step by step.\" That is zero-shot prompting of a later paper; here only the exemplars differ.",
)
wrong(
    "trailing-space",
    "f\"Q: {question}\\nA:\"", "f\"Q: {question}\\nA: \"",
    "There is a space behind the last \"A:\". Tokens of most models begin with a space, so the text ends with the colon.",
)
wrong(
    "one-newline",
    "{bodies[variant]}\\n\\n", "{bodies[variant]}\\n",
    "There is no blank line between the exemplars. Each ends with two line breaks.",
)
wrong(
    "first-exemplar-only",
    "for one in exemplars:", "for one in exemplars[:1]:",
    "Only the first exemplar is shown. The prompt holds all of them.",
)
wrong(
    "question-first",
    "return \"\".join(shown) + f\"Q: {question}\\nA:\"", "return f\"Q: {question}\\nA:\\n\\n\" + \"\".join(shown)",
    "The question comes before the exemplars. It comes last, so that the model goes on with its answer.",
)
