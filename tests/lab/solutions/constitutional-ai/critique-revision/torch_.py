"""Critique and revision as a recursion over the rounds, the draws read from a tensor."""
import torch


def rounds(prompt, answer, numbers, said, principles):
    """The (texts, revision) of each round that is left."""
    if not numbers:
        return []
    find, mend = principles[numbers[0]]
    first = "Human: " + prompt + "\n\nAssistant: " + answer + "\n\nCritique Request: " + find + "\n\nCritique:"
    second = first + " " + said[0] + "\n\nRevision Request: " + mend + "\n\nRevision:"
    return [([first, second], said[1])] + rounds(prompt, said[1], numbers[1:], said[2:], principles)


def critique_revise(prompts, principles, draws, outputs):
    """Returns the contexts of each prompt and the pairs (prompt, revision)."""
    contexts, pairs = [], []
    for prompt, numbers, said in zip(prompts, torch.as_tensor(draws).tolist(), outputs):
        done = rounds(prompt, said[0], numbers, said[1:], principles)
        contexts.append(["Human: " + prompt + "\n\nAssistant:"] + [text for texts, _ in done for text in texts])
        pairs += [(prompt, revision) for _, revision in done]
    return contexts, pairs
