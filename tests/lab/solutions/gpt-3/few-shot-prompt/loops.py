"""The few-shot prompt by trying: K from all examples downwards, until the longest sequence fits."""


def few_shot(description, examples, query, completions, separator, context):
    """All texts are lists of ids. Returns (sequences, starts, used)."""
    for used in range(len(examples), -1, -1):
        sequences, starts = [], []
        for completion in completions:
            sequence = list(description)
            if sequence:
                sequence.extend(separator)
            for prompt, answer in examples[:used]:
                sequence.extend(prompt)
                sequence.extend(answer)
                sequence.extend(separator)
            sequence.extend(query)
            starts.append(len(sequence))
            sequence.extend(completion)
            sequences.append(sequence)
        if used == 0 or max(map(len, sequences)) <= context:
            return sequences, starts, used
