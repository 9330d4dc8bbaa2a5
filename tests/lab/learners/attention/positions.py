"""Wrong positions as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("positions from 1", "from 0|position|one|row", "np.arange(length, dtype=np.float64)", "np.arange(1, length + 1, dtype=np.float64)"),
    ("the index for the even feature: i for 2i", "2i|even|exponent|angle|frequen|wave|twice|feature", "even / d_model", "even / 2 / d_model"),
    ("the exponent over the half width", "d_model|exponent|even|angle|wave|half|twice|frequen", "even / d_model", "even / (d_model // 2)"),
    ("halves in place of neighbors", "halves|side by side|order|sine|interleav|neighbo|before", "encoding[:, 0::2] = np.sin(angle)\n    encoding[:, 1::2] = np.cos(angle)", "encoding[:, : len(even)] = np.sin(angle)\n    encoding[:, len(even) :] = np.cos(angle)"),
    ("cosine first", "sine|cosine|exchang|order", "encoding[:, 0::2] = np.sin(angle)\n    encoding[:, 1::2] = np.cos(angle)", "encoding[:, 0::2] = np.cos(angle)\n    encoding[:, 1::2] = np.sin(angle)"),
    ("1000 for 10000", "10000|1000|base|wave|angle|constant|frequen", "10000.0 **", "1000.0 **"),
    ("the odd features have a frequency of their own", "odd|feature|frequen|pair|angle|cos|even|rotation|offset", "encoding[:, 1::2] = np.cos(angle)", "encoding[:, 1::2] = np.cos(positions / 10000.0 ** ((even + 1) / d_model))"),
    ("multiplied by the power", "multipl|divid|wave|angle|\\*|/|power|frequen", "positions / 10000.0 **", "positions * 10000.0 **"),
    ("the last pair reaches exactly 10000", "d_model|wave|exponent|10000|angle|frequen|last|- 2|even", "(even / d_model)", "(even / max(d_model - 2, 1))"),
    ("positions scaled to 1", "position|scale|length|angle|from 0|normal", "positions / 10000.0", "positions / length / 10000.0"),
]
