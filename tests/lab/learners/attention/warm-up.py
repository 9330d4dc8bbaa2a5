"""Wrong learning rates as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("steps from 0", "step|0|count|from|shift|one|falling|rising", "steps = np.asarray(steps, dtype=np.float64)", "steps = np.maximum(np.asarray(steps, dtype=np.float64) - 1, 1e-9)"),
    ("maximum", "max|min|smaller", "np.minimum(falling, rising)", "np.maximum(falling, rising)"),
    ("warm-up to the power of -0.5 in the line", "warm|1.5|power|rising|line|exponent", "warmup_steps**-1.5", "warmup_steps**-0.5"),
    ("the rate normalized to 1 at its peak", "warm|peak|scale|d_model|factor|times|multiple|512|constant", "return d_model**-0.5 * smaller", "return smaller / warmup_steps**-0.5"),
    ("d_model ignored: always 512", "d_model|512|argument|default|times|multiple|fixed", "return d_model**-0.5", "return 512**-0.5"),
    ("a constant rate after the warm-up", "fall|constant|root|after|decay|inverse|rising|smaller", "falling = steps**-0.5", "falling = np.full_like(steps, warmup_steps**-0.5)"),
    ("a fall that is linear", "fall|root|inverse|power|exponent|0.5", "falling = steps**-0.5", "falling = warmup_steps**0.5 / steps"),
    ("d_model to the power of +0.5", "d_model|root|power|inverse|times|sign|multiple|factor", "d_model**-0.5 *", "d_model**0.5 *"),
    ("the factor 2 of the Annotated Transformer", "factor|2|times|constant|twice|multiple", "return d_model**-0.5 * smaller", "return 2 * d_model**-0.5 * smaller"),
    ("running index instead of the steps", "order|steps|index|position|sorted|given|particular", "steps = np.asarray(steps, dtype=np.float64)", "steps = np.arange(1, len(steps) + 1, dtype=np.float64)"),
]
