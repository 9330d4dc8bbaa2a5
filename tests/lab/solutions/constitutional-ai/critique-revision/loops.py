"""Critique and revision as a list of turns that is joined anew for each question."""


def joined(turns):
    """turns: (label, text) tuples, the last with no text. Returns the transcript."""
    return "\n\n".join(f"{label}: {text}" if text is not None else f"{label}:" for label, text in turns)


def critique_revise(prompts, principles, draws, outputs):
    """Returns the contexts of each prompt and the pairs (prompt, revision)."""
    contexts, pairs = [], []
    for n in range(len(prompts)):
        queue = list(outputs[n])
        answer = queue.pop(0)
        asked = [joined([("Human", prompts[n]), ("Assistant", None)])]
        for number in draws[n]:
            find, mend = principles[int(number)]
            turns = [("Human", prompts[n]), ("Assistant", answer), ("Critique Request", find)]
            asked.append(joined(turns + [("Critique", None)]))
            turns += [("Critique", queue.pop(0)), ("Revision Request", mend)]
            asked.append(joined(turns + [("Revision", None)]))
            answer = queue.pop(0)
            pairs.append((prompts[n], answer))
        contexts.append(asked)
    return contexts, pairs
