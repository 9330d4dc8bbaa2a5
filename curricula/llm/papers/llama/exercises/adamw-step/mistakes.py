"""Well-known wrong steps of AdamW."""
from __future__ import annotations

from study_lab import wrong

wrong(
    "decay-in-the-gradient",
    "grads = [grad / max(norm, 1.0) for grad in grads]", "grads = [grad / max(norm, 1.0) + 0.1 * param for grad, param in zip(grads, params)]",
    "(step + 0.1 * param)", "step",
    "The decay was added to the gradient, as in Adam with L2. AdamW keeps it out of the moments and shrinks the parameters directly.",
)
wrong(
    "decay-without-rate",
    "param - rate * (step + 0.1 * param)", "param - rate * step - 0.1 * param",
    "The parameters lose a tenth in each step. The decay is multiplied by the rate too.",
)
wrong(
    "no-decay",
    "(step + 0.1 * param)", "step",
    "The weight decay of 0.1 is missing.",
)
wrong(
    "decay-of-0.01",
    "0.1 * param)", "0.01 * param)",
    "The weight decay is 0.01, the default of the libraries. LLaMA takes 0.1 (Section 2.3).",
)
wrong(
    "clips-each",
    "[grad / max(norm, 1.0) for grad in grads]", "[grad / max(np.sqrt((grad**2).sum()), 1.0) for grad in grads]",
    "Each gradient was clipped by its own norm. One norm over all of them decides, so that the direction of the step stays.",
)
wrong(
    "clips-values",
    "[grad / max(norm, 1.0) for grad in grads]", "[np.clip(grad, -1.0, 1.0) for grad in grads]",
    "Each number was cut off at 1. The norm of all gradients together is clipped.",
)
wrong(
    "always-norm-1",
    "max(norm, 1.0)", "norm",
    "All gradients were scaled to the norm 1, small ones too. Clipping only makes them smaller.",
)
wrong(
    "no-clipping",
    "max(norm, 1.0)", "1.0",
    "The gradients were not clipped. Their norm is limited to 1 (Section 2.3).",
)
wrong(
    "no-correction",
    "first / (1.0 - 0.9**at)", "first",
    "second / (1.0 - 0.95**at)", "second",
    "The moments were not corrected for their start at 0. It shows in the first steps.",
)
wrong(
    "beta2-0.999",
    "0.95 * second + 0.05 * grad**2", "0.999 * second + 0.001 * grad**2",
    "0.95**at", "0.999**at",
    "The second moment has β₂ = 0.999, the default of the libraries. LLaMA takes 0.95 (Section 2.3).",
)
wrong(
    "epsilon-under-the-root",
    "(np.sqrt(second) + 1e-8)", "np.sqrt(second + 1e-8)",
    "Epsilon is under the root, where it weighs far more. It is added to the root.",
)
wrong(
    "to-zero",
    "(0.1 + 0.9 * 0.5 * (1.0 + np.cos(np.pi * progress)))", "(0.5 * (1.0 + np.cos(np.pi * progress)))",
    "The cosine goes down to 0. It ends at 10 % of the peak (Section 2.3).",
)
wrong(
    "cut-at-a-tenth",
    "(0.1 + 0.9 * 0.5 * (1.0 + np.cos(np.pi * progress)))", "max(0.1, 0.5 * (1.0 + np.cos(np.pi * progress)))",
    "The cosine goes down to 0 and is cut off at 10 %. It is stretched so that it ends there.",
)
wrong(
    "cosine-from-the-start",
    "(at - warmup) / (total - warmup)", "at / total",
    "The cosine counts from the first step. It begins when the warm-up ends, at the peak.",
)
wrong(
    "linear-decay",
    "0.5 * (1.0 + np.cos(np.pi * progress))", "(1.0 - progress)",
    "The rate falls along a straight line. It is half a cosine.",
)
wrong(
    "no-warm-up",
    "peak * at / warmup", "peak",
    "The warm-up is missing: the first steps take the full rate.",
)
wrong(
    "old-moments",
    "for first in m]", "for first in old]",
    "    m = [0.9 * first", "    old, m = m, [0.9 * first",
    "The step uses the mean of the gradients before this one. The new gradient comes in first.",
)
wrong(
    "decay-of-the-new-parameter",
    "param - rate * (step + 0.1 * param)", "(param - rate * step) * (1.0 - 0.1 * rate)",
    "The decay is taken from the parameter behind the step. It is taken from the old one, in the same sum.",
)
wrong(
    "decay-at-the-peak",
    "param - rate * (step + 0.1 * param)", "param - rate * step - peak * 0.1 * param",
    "The decay goes with the peak of the rate. It goes with the rate of this step.",
)
wrong(
    "betas-exchanged",
    "0.9 * first + 0.1 * grad", "0.95 * first + 0.05 * grad",
    "0.95 * second + 0.05 * grad**2", "0.9 * second + 0.1 * grad**2",
    "The weights of the two moments are exchanged. The first has 0.9, the second 0.95 (Section 2.3).",
)
