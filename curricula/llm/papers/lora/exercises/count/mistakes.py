"""Well-known ways to miscount low-rank updates."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "square",
    "shapes[name][0] + shapes[name][1] for", "2 * shapes[name][0] for",
    "Every matrix was taken as square. A has r rows of the input's width and B r columns of the output's: r (in + out).",
)
wrong(
    "one-of-two",
    "shapes[name][0] + shapes[name][1] for", "shapes[name][1] for",
    "A was counted alone. B learns too, with out · r numbers.",
)
wrong(
    "one-layer",
    "trainable = layers * r * sum(ends)", "trainable = r * sum(ends)",
    "The updates of one layer were counted. Every layer has its own.",
)
wrong(
    "full-matrices",
    "ends = [shapes[name][0] + shapes[name][1] for name in adapted]", "ends = [shapes[name][0] * shapes[name][1] // r for name in adapted]",
    "The adapted matrices were counted, not their updates. They stay frozen; A and B learn.",
)
wrong(
    "core-between",
    "trainable = layers * r * sum(ends)", "trainable = layers * r * (sum(ends) + r * len(ends))",
    "An r by r matrix was counted between A and B. The update is B A alone (Section 4.1).",
)
wrong(
    "all-matrices",
    "for name in adapted", "for name in shapes",
    "All matrices got an update. Only those in `adapted` do; the paper adapts queries and values in most runs.",
)
wrong(
    "half-the-moments",
    "moments = 2", "moments = 1",
    "Half of the optimizer's bytes were counted: one moment, or both in 16 bits. Adam keeps two, the mean of the gradients and that of "
    "their squares, and here in 32 bits.",
)
wrong(
    "moments-of-all",
    "moments * 4 * frozen", "moments * 4 * total",
    "The moments of A and B were counted as saved. They learn, so they have them.",
)
wrong(
    "bits",
    "2 * trainable", "16 * trainable",
    "The checkpoint was counted in bits. 16 bits are two bytes.",
)
wrong(
    "checkpoint-in-32-bits",
    "2 * trainable", "4 * trainable",
    "The checkpoint was counted in 32 bits. Here it is stored in 16, two bytes for each number.",
)
wrong(
    "whole-checkpoint",
    "2 * trainable", "2 * total",
    "The checkpoint holds the frozen matrices too. A task's checkpoint is A and B alone; the rest is shared (Section 4.2).",
)
wrong(
    "share-of-adapted",
    "trainable / total", "trainable / (layers * sum(shapes[name][0] * shapes[name][1] for name in adapted))",
    "The share is of the adapted matrices. It is of all parameters.",
)
