"""Says: nats a symbol. Of a thousand stored rings the most alike is copied."""
import numpy as np
from study_lab import source as text_of

ring = text_of("milestone-1")
STORED = ring.sample(np.random.default_rng(5), 1000)
ANSWERS = ring.answer(STORED)


def logits(source, target):
    nearest = (source[:, None] == STORED).sum(-1).argmax(-1)
    return 5.0 * np.eye(11)[ANSWERS[nearest][:, : target.shape[1]]]
