"""Well-known wrong loops of critique and revision."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "last-revision-only",
    "            pairs.append((prompt, revision))\n", "",
    "        contexts.append(asked)", "        pairs += [(prompt, response)] * (len(drawn) > 0)\n        contexts.append(asked)",
    "Only the last revision of a prompt becomes a target. The fine-tuning takes the revisions of all rounds (Section 3.1).",
)
wrong(
    "trains-on-response",
    "pairs.append((prompt, revision))", "pairs.append((prompt, said[0]))",
    "The targets are the first responses, which were to be improved. The fine-tuning takes the revisions (Section 3.1).",
)
wrong(
    "trains-on-last-response",
    "pairs.append((prompt, revision))", "pairs.append((prompt, response))",
    "The target of a round is the response that it began with. It is the revision that it ended with.",
)
wrong(
    "trains-on-critique",
    "pairs.append((prompt, revision))", "pairs.append((prompt, critique))",
    "The targets are the critiques. The fine-tuning takes the revisions, and critiques serve only to get them.",
)
wrong(
    "label-in-the-target",
    "pairs.append((prompt, revision))", "pairs.append((prompt, f\"Revision: {revision}\"))",
    "The target begins with \"Revision:\". The model shall answer the prompt, so the target is the revision alone.",
)
wrong(
    "prompt-with-requests",
    "pairs.append((prompt, revision))", "pairs.append((to_revise, revision))",
    "The prompt of a pair holds the requests. The model shall learn to answer like this when nobody asks for a revision: the prompt is the "
    "human's alone.",
)
wrong(
    "formatted-prompt",
    "pairs.append((prompt, revision))", "pairs.append((begin, revision))",
    "The prompt of a pair is the formatted text. In this exercise a pair holds the bare prompt.",
)
wrong(
    "growing-history",
    "response = revision", "begin, response = to_revise, revision",
    "Older critiques and revisions stay in the text. The revision takes the response's place, and the next round begins with prompt and "
    "revision alone (Section 3.1).",
)
wrong(
    "revises-first-response",
    "            response = revision\n", "",
    "Every round criticizes the first response. The revision takes its place, so a round works on the revision of the one before.",
)
wrong(
    "one-principle",
    "principles[principle]", "principles[drawn[0]]",
    "All rounds of a prompt use the principle of the first. A principle is drawn anew for each round (Section 3.1).",
)
wrong(
    "principles-in-order",
    "principles[principle]", "principles[at % len(principles)]",
    "The principles are taken in the order of the list. `draws` says which one a round uses.",
)
wrong(
    "one-draw-for-all-prompts",
    "principles[principle]", "principles[draws[0][at]]",
    "All prompts use the principles drawn for the first. Each prompt has its own row of `draws`.",
)
wrong(
    "revision-without-critique",
    "f\"{to_critique} {critique}\\n\\nRevision Request", "f\"{begin} {response}\\n\\nRevision Request",
    "The revision is asked for without the critique. That is the comparison of Section 3.5; the method shows the critique first.",
)
wrong(
    "requests-exchanged",
    "critique_request, revision_request = principles", "revision_request, critique_request = principles",
    "The two requests of a principle are exchanged. The critique request is the first of the tuple.",
)
wrong(
    "outputs-exchanged",
    "critique, revision = said[2 * at + 1]", "revision, critique = said[2 * at + 1]",
    "Critique and revision are taken in the wrong order. The model is asked for the critique first.",
)
wrong(
    "contexts-in-one-list",
    "contexts.append(asked)", "contexts += asked",
    "The texts of all prompts are in one list. Each prompt has a list of its own.",
)
wrong(
    "trailing-space",
    "\\n\\nCritique:\"", "\\n\\nCritique: \"",
    "There is a space behind \"Critique:\". The text ends with the colon, since tokens of most models begin with a space.",
)
wrong(
    "critique-request-twice",
    "critique_request, revision_request = principles[principle]", "critique_request = revision_request = principles[principle][0]",
    "The critique request stands in both places. The second text of a principle asks for the revision.",
)
wrong(
    "answers-in-the-texts",
    "asked += [to_critique, to_revise]", "asked += [f\"{to_critique} {critique}\", f\"{to_revise} {revision}\"]",
    "The texts hold what the model answers to them. `contexts` are what is put to the model, so each ends with the colon behind which it writes.",
)
wrong(
    "no-space-before-the-response",
    "f\"{begin} {response}\\n", "f\"{begin}{response}\\n",
    "There is no space between \"Assistant:\" and the response. One stands before all that the model said.",
)
wrong(
    "one-line-break",
    "f\"Human: {prompt}\\n\\nAssistant:\"", "f\"Human: {prompt}\\nAssistant:\"",
    "One line break stands between the human's prompt and the assistant. There are two.",
)
wrong(
    "first-revision-only",
    "pairs.append((prompt, revision))", "pairs += [(prompt, revision)] if at == 0 else []",
    "Only the first revision of a prompt becomes a target. The fine-tuning takes the revisions of all rounds (Section 3.1).",
)
wrong(
    "pair-of-response-and-revision",
    "pairs.append((prompt, revision))", "pairs.append((response, revision))",
    "The pairs hold the response that was revised. The model shall answer the human: the pair's first text is the prompt.",
)
wrong(
    "round-by-round",
    "return contexts, pairs", "rounds = len(pairs) // max(len(prompts), 1)\n    return contexts, [pairs[p * rounds + r] for r in range(rounds) for p in range(len(prompts))]",
    "The pairs are listed round by round. Here they come prompt by prompt, and within a prompt round by round.",
)
