"""Makes constitutional-ai.json: transcripts from a Jinja template, labels and losses from PyTorch, for the references to be held to.

Usage: python constitutional-ai.py (writes beside itself; needs torch, jinja2 and choix).
"""
from __future__ import annotations

from importlib.metadata import version

import choix
import jinja2
import numpy as np
import torch
import torch.nn.functional as F
from frame import drawn, rounded, vector, write

SEED = 221208073


TRANSCRIPT = jinja2.Template(
    "Human: {{ prompt }}\n\nAssistant:{% if said %} {{ said[0] }}{% endif %}"
    "{% if said %}\n\nCritique Request: {{ find }}\n\nCritique:{% endif %}"
    "{% if said | length > 1 %} {{ said[1] }}\n\nRevision Request: {{ mend }}\n\nRevision:{% endif %}"
)


def transcripts(rng):
    """Critique and revision from one template that is given what has been said so far in a round."""
    principles = [("What is rude here?", "Make it kind."), ("What is false here?", "Make it true."), ("Is it too long?", "Shorten it.")]
    for label, rounds in (("one round", 1), ("three rounds", 3)):
        prompts = ["How are you?", "Say {something}."]
        draws = rng.integers(0, 3, size=(2, rounds))
        outputs = [[f"text {n} {at}." for at in range(2 * rounds + 1)] for n in range(2)]
        contexts, pairs = [], []
        for n, prompt in enumerate(prompts):
            asked = [TRANSCRIPT.render(prompt=prompt, said=[])]
            for at in range(rounds):
                find, mend = principles[draws[n, at]]
                # Even places of the outputs are answers, odd ones critiques.
                said = outputs[n][2 * at : 2 * at + 2]
                asked += [TRANSCRIPT.render(prompt=prompt, said=said[:many], find=find, mend=mend) for many in (1, 2)]
                pairs.append((prompt, outputs[n][2 * at + 2]))
            contexts.append(asked)
        arguments = {"prompts": prompts, "principles": principles, "draws": draws, "outputs": outputs}
        yield vector("critique-revision", label, arguments, (contexts, pairs))


def feedback(rng):
    """Labels from torch.softmax, torch.clamp and torch.mean."""
    logps = torch.log_softmax(2 * drawn(rng, 6, 4, 5), dim=-1)[..., :2]
    logps = torch.from_numpy(rounded(logps))
    chances = torch.softmax(logps, dim=-1)[..., 0]
    for mode, expected in (("soft", chances[:, 0]), ("chain", chances[:, 0].clamp(0.4, 0.6)), ("average", chances.mean(dim=1))):
        yield vector("preference-labels", mode, {"logps": logps, "mode": mode}, expected)


def soft_targets(rng):
    """Binary cross-entropy with logits and autograd."""
    for label, pairs in (("five pairs", 5), ("one pair", 1)):
        a, b = (drawn(rng, pairs).requires_grad_() for _ in range(2))
        target = torch.from_numpy(rounded(rng.uniform(size=pairs)))
        loss = F.binary_cross_entropy_with_logits(a - b, target)
        d_a, d_b = torch.autograd.grad(loss, (a, b))
        arguments = {"score_a": a, "score_b": b, "target": target}
        yield vector("soft-preference-loss", label, arguments, {"loss": loss, "gradient_a": d_a, "gradient_b": d_b})


def tournaments(rng):
    """Scores of the largest likelihood from choix, whose pairs are games that were won."""
    for label, models in (("three models", 3), ("five models", 5)):
        wins = rng.integers(2, 30, size=(models, models)).astype(float)
        np.fill_diagonal(wins, 0.0)
        strength = choix.ilsr_pairwise_dense(wins, tol=1e-13, max_iter=100000)
        yield vector("elo", label, {"wins": wins}, (strength - strength[0]) * 400 / np.log(10))


def both_orders(rng):
    """Labels from torch.softmax, where the axis of letters is turned into one of answers by gather."""
    logps = torch.from_numpy(rounded(torch.log_softmax(2 * drawn(rng, 4, 3, 2, 5), dim=-1)[..., :2]))
    chances = torch.softmax(logps, dim=-1)
    shown_as = torch.tensor([0, 1]).expand(4, 3, 2)[..., None]
    first = chances.gather(-1, shown_as)[..., 0]
    expected = {"label": first.flatten(1).mean(dim=1), "bias": chances[..., 0].mean() - 0.5}
    yield vector("ensemble-and-order", "four comparisons", {"logps": logps}, expected)


MAKERS = (transcripts, feedback, soft_targets, tournaments, both_orders)


def main():
    versions = {"torch": torch.__version__.split("+")[0], "jinja2": jinja2.__version__, "choix": version("choix"), "numpy": np.__version__}
    write(__file__, SEED, MAKERS, versions)


if __name__ == "__main__":
    main()
