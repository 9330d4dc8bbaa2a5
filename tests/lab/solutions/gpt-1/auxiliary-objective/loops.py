"""The losses of fine-tuning, one text and one prediction at a time."""
import math


def surprise(logits, target):
    """logits: (classes,). Returns -log softmax at the target."""
    top = max(logits)
    return top + math.log(sum(math.exp(z - top) for z in logits)) - logits[target]


def fine_tuning_loss(hidden, tokens, mask, extract_position, labels, embedding, head, coefficient):
    """Shapes as in the exercise. Returns a dict of numbers."""
    task, language, predictions = 0.0, 0.0, 0
    for n in range(len(hidden)):
        task += surprise(hidden[n, extract_position[n]] @ head, labels[n]) / len(hidden)
        for t in range(hidden.shape[1] - 1):
            if mask[n, t + 1]:
                language += surprise([hidden[n, t] @ row for row in embedding], tokens[n, t + 1])
                predictions += 1
    language /= predictions
    return {"task": task, "language": language, "total": task + coefficient * language}
