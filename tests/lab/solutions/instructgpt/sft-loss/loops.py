"""The loss of supervised fine-tuning, token by token."""
import math


def sft_loss(logits, tokens, prompt_lengths, lengths):
    """Returns the mean negative log likelihood of the completions' tokens."""
    losses = []
    for rows, ids, start, end in zip(logits, tokens, prompt_lengths, lengths):
        for t in range(start, end):
            row = rows[t - 1]
            top = max(row)
            losses.append(top + math.log(math.fsum(math.exp(z - top) for z in row)) - float(row[ids[t]]))
    return math.fsum(losses) / len(losses)
