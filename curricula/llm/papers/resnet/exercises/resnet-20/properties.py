"""Fresh tiny networks and laws for the residual networks of Section 4.2."""
from __future__ import annotations

import numpy as np
from study_lab import presuming


def network(rng, blocks, width, classes):
    """Weights of a network with `blocks` blocks per stage and `width` filters in the first stage; shapes in the exercise."""
    weights = {}

    def add(name, filters, channels):
        weights[f"{name}_conv"] = rng.normal(size=(filters, channels, 3, 3)) * np.sqrt(2 / (9 * channels))
        weights[f"{name}_gain"] = rng.uniform(0.5, 1.2, size=filters)
        weights[f"{name}_bias"] = 0.3 * rng.normal(size=filters)
        weights[f"{name}_mean"] = 0.3 * rng.normal(size=filters)
        weights[f"{name}_variance"] = rng.uniform(0.5, 1.5, size=filters)

    add("stem", width, 3)
    before = width
    for s in (1, 2, 3):
        filters = width * 2 ** (s - 1)
        for b in range(1, blocks + 1):
            add(f"stage{s}_block{b}_1", filters, before)
            add(f"stage{s}_block{b}_2", filters, filters)
            before = filters
    weights["linear"] = rng.normal(size=(classes, before)) / np.sqrt(before)
    weights["linear_bias"] = rng.normal(size=classes)
    return weights


def cases(rng):
    """Yields (label, arguments): images (batch, 3, height, width), weights, blocks."""
    yield "ResNet-20, two filters", {"images": rng.normal(size=(2, 3, 8, 8)), "weights": network(rng, 3, 2, 10), "blocks": 3}
    yield "ResNet-8, four filters, one image", {
        "images": rng.normal(size=(1, 3, 8, 8)), "weights": network(rng, 1, 4, 10), "blocks": 1,
    }
    yield "ResNet-14, images of an odd size", {
        "images": rng.normal(size=(3, 3, 7, 10)), "weights": network(rng, 2, 2, 5), "blocks": 2,
    }
    small = network(rng, 1, 2, 5)
    small.update(stem_mean=np.zeros(2), stem_variance=rng.uniform(1e-5, 4e-5, size=2))
    yield "ResNet-8, small variances in the first layer", {
        "images": 0.005 * rng.normal(size=(2, 3, 6, 6)), "weights": small, "blocks": 1,
    }


def laws(solve, rng):
    """Yields a sentence for each law that solve breaks. solve: (images, weights, blocks) -> (batch, classes)."""
    images, weights = rng.normal(size=(3, 3, 8, 8)), network(rng, 1, 2, 6)
    scores = np.asarray(solve(images, weights, 1))
    if scores.shape != (3, 6):
        yield f"Three images and six classes gave shape {scores.shape}; (3, 6) is right."
        return
    if not np.allclose(solve(images[1:2], weights, 1), scores[1:2], atol=1e-4):
        yield "The scores of image 1 changed when the others left the batch: in evaluation images share nothing."

    shifted = {**weights, "linear_bias": weights["linear_bias"] + 3.0}
    if not np.allclose(solve(images, shifted, 1), scores + 3.0, atol=1e-4):
        yield presuming("The bias of the linear layer, raised by 3, did not raise all scores by 3: it comes last, with no softmax.")

    # All branches silent: what arrives at the end is every fourth row and column of the stem, in its own channels.
    silent = {name: 0 * w if name.endswith(("_2_gain", "_2_bias")) else w for name, w in weights.items()}
    tail = np.zeros((6, 8))
    tail[:, 2:] = rng.normal(size=(6, 6))
    if not np.allclose(solve(images, {**silent, "linear": tail}, 1), weights["linear_bias"], atol=1e-5):
        yield presuming("With all branches 0, channels 2 and above must be 0 at the end: option A adds zeros behind the existing channels.")
    unseen = images.copy()
    unseen[:, :, 6:] += 5.0
    if not np.allclose(solve(unseen, silent, 1), solve(images, silent, 1), atol=1e-4):
        yield "With all branches 0, rows 6 and 7 of the image changed the scores: the shortcuts end at rows 0 and 4 of the stem."
    if np.allclose(solve(images, silent, 1), weights["linear_bias"], atol=1e-6):
        yield "With all branches 0 nothing of the image reached the scores: the shortcuts must carry it."
