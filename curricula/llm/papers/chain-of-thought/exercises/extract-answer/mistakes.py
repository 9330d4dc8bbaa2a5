"""Well-known wrong ways to find an answer."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "reads-on",
    "own = text.split(\"Q:\")[0]", "own = text",
    "The text is read past the next \"Q:\". Behind it the model asks itself another question, whose answer is not the one wanted.",
)
wrong(
    "last-number",
    "rest = own[phrases[-1].end() :]", "rest = (NUMBER.findall(own) or [\"\"])[-1] if kind == \"number\" else own[phrases[-1].end() :]",
    "The last number of the text is taken although the phrase is there. The answer is the first number behind \"the answer is\".",
)
wrong(
    "first-number-of-the-text",
    "rest = own[phrases[-1].end() :]", "rest = own",
    "What stands before the phrase is searched as well. The answer stands behind \"the answer is\".",
)
wrong(
    "first-phrase",
    "rest = own[phrases[-1].end() :]", "rest = own[phrases[0].end() :]",
    "The first \"the answer is\" is taken. A model may correct itself, so the last one counts.",
)
wrong(
    "capital-only",
    "[Tt]he answer is", "The answer is",
    "Only \"The answer is\" with a capital T is found. The exemplars also say \"So the answer is\".",
)
wrong(
    "fallback-first",
    "plain(numbers[-1])", "plain(numbers[0])",
    "Without the phrase the first number is taken. A result stands at the end of the chain: take the last one.",
)
wrong(
    "no-fallback",
    "numbers = NUMBER.findall(own) if kind == \"number\" else []", "numbers = []",
    "Without the phrase there is no answer. For numbers, the last number of the text is the answer then.",
)
wrong(
    "fallback-for-all",
    "NUMBER.findall(own) if kind == \"number\" else []", "NUMBER.findall(own)",
    "Without the phrase a number is returned for every kind. Choices and yes or no are \"\" then.",
)
wrong(
    "keeps-comma",
    "number.replace(\"$\", \"\").replace(\",\", \"\")", "number.replace(\"$\", \"\")",
    "The commas between thousands stay. 1,000 and 1000 are one answer: take the commas out.",
)
wrong(
    "keeps-dollar",
    "number.replace(\"$\", \"\").replace(\",\", \"\")", "number.replace(\",\", \"\")",
    "The dollar sign stays. It is no part of the number.",
)
wrong(
    "stops-at-comma",
    "\\d+(?:,\\d{3})*(?:", "\\d+(?:",
    "The number ends at the comma between thousands. 1,000 is one number.",
)
wrong(
    "keeps-stop",
    "(?:\\.\\d+)?\")", "(?:\\.\\d*)?\")",
    "return digits.rstrip(\"0\").rstrip(\".\") if \".\" in digits else digits", "return digits",
    "The full stop of the sentence stays at the number. It does not belong to it.",
)
wrong(
    "keeps-zeros",
    "return digits.rstrip(\"0\").rstrip(\".\") if \".\" in digits else digits", "return digits",
    "Zeros at the end of the decimals stay. 8.0 and 8 are one answer.",
)
wrong(
    "strips-all-zeros",
    "digits.rstrip(\"0\").rstrip(\".\") if \".\" in digits else digits", "digits.rstrip(\"0\").rstrip(\".\")",
    "Zeros are taken off whole numbers, so that 50 becomes 5. They go only behind a decimal point.",
)
wrong(
    "rounds-to-whole",
    "return digits.rstrip(\"0\").rstrip(\".\") if \".\" in digits else digits", "return str(int(float(digits)))",
    "The decimals are lost. Only zeros at their end go.",
)
wrong(
    "loses-minus",
    "r\"-?\\$?\\d+", "r\"\\$?\\d+",
    "The minus is lost. It belongs to the number.",
)
wrong(
    "decimal-split",
    "(?:\\.\\d+)?\")", "\")",
    "A number ends at its decimal point, so that 3.5 becomes 3. The decimals belong to it.",
)
wrong(
    "keeps-parentheses",
    "return found.group(1) if found else \"\"", "return found.group(0) if found else \"\"",
    "A choice keeps its parentheses. (b) is returned as b.",
)
wrong(
    "no-inside-words",
    "\\b(yes|no)\\b", "(yes|no)",
    "A no is found inside of other words, such as \"not\" or \"known\". It must be a word of its own.",
)
wrong(
    "other-phrase",
    "[Tt]he answer is", "answer is",
    "\"answer is\" alone is taken for the phrase. It is \"the answer is\", so \"my answer is\" does not count.",
)
wrong(
    "any-case",
    "\"[Tt]he answer is\")", "\"the answer is\", re.I)",
    "The phrase is found in any case. Only its t may be small or a capital.",
)
wrong(
    "last-question-ends",
    "text.split(\"Q:\")[0]", "text.rsplit(\"Q:\", 1)[0]",
    "The text is cut at the last \"Q:\". All that stands behind the first one is the model's own going on.",
)
wrong(
    "blank-line-ends",
    "text.split(\"Q:\")[0]", "text.split(\"\\n\\n\")[0]",
    "The text is cut at a blank line. A chain may have one; the first \"Q:\" ends what counts.",
)
wrong(
    "one-comma",
    "(?:,\\d{3})*", "(?:,\\d{3})?",
    "A number has one comma at most. 1,234,567 has two.",
)
wrong(
    "any-comma",
    "\\d+(?:,\\d{3})*", "[\\d,]+",
    "Every comma counts as one between thousands. In a list, \"7,12,15\", the number ends at the first comma.",
)
wrong(
    "six-digits",
    "return digits.rstrip(\"0\").rstrip(\".\") if \".\" in digits else digits", "return f\"{float(digits):g}\"",
    "The number is printed with :g, which keeps six digits. Take the zeros off the text itself.",
)
wrong(
    "minus-before-dollar",
    "-?\\$?\\d+", "\\$?-?\\d+",
    "A minus before the dollar sign is lost: \"-$5\" is -5.",
)
wrong(
    "capital-choice",
    "\\(([a-z])\\)", "\\(([A-Za-z])\\)",
    "A capital letter in parentheses is taken for a choice. Choices are small letters.",
)
wrong(
    "bare-letter",
    "\\(([a-z])\\)", "\\b([a-z])\\b",
    "A letter without parentheses is taken for a choice, such as the word \"a\".",
)
wrong(
    "capital-yes",
    "\\b(yes|no)\\b\")", "\\b(yes|no)\\b\", re.I)",
    "A \"No\" with a capital is found. Only small letters count, so \"No doubt, yes\" is yes.",
)
