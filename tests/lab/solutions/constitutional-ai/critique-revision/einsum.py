"""Critique and revision from the transcript's template, with the outputs sorted by kind first."""

CRITIQUE = "Human: {}\n\nAssistant: {}\n\nCritique Request: {}\n\nCritique:"
REVISION = CRITIQUE + " {}\n\nRevision Request: {}\n\nRevision:"


def critique_revise(prompts, principles, draws, outputs):
    """Returns the contexts of each prompt and the pairs (prompt, revision)."""

    def texts(prompt, drawn, said):
        yield "Human: {}\n\nAssistant:".format(prompt)
        answers, critiques = said[::2], said[1::2]
        for answer, critique, (find, mend) in zip(answers, critiques, [principles[number] for number in drawn]):
            yield CRITIQUE.format(prompt, answer, find)
            yield REVISION.format(prompt, answer, find, critique, mend)

    contexts = [list(texts(*row)) for row in zip(prompts, draws, outputs)]
    pairs = [(prompt, revision) for prompt, said in zip(prompts, outputs) for revision in said[2::2]]
    return contexts, pairs
