"""Wrong input embeddings as learners write them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("positions count anew in sentence B", "position|segment|sentence|count|sequence|both", "weights[\"position\"][: token_ids.shape[1]]", "weights[\"position\"][np.where(segment_ids == 1, np.arange(token_ids.shape[1]) - segment_ids.argmax(1)[:, None], np.arange(token_ids.shape[1]))]"),
    ("positions from 1", "position|from 0|count|shift|one|slice|begins", "weights[\"position\"][: token_ids.shape[1]]", "weights[\"position\"][1 : token_ids.shape[1] + 1]"),
    ("tokens scaled by the root of hidden", "root|scale|token|factor|hidden|sqrt", "tokens = weights[\"token\"][token_ids]", "tokens = weights[\"token\"][token_ids] * np.sqrt(weights[\"token\"].shape[1])"),
    ("normalized before the sum", "normal|sum|before|each|order|tokens|position|segment", "return layer_norm(summed, weights[\"gain\"], weights[\"bias\"], epsilon)", "return layer_norm(tokens, weights[\"gain\"], weights[\"bias\"], epsilon) + segments + positions"),
    ("the segment embedding only for B", "segment|sentence|A|0", "segments = weights[\"segment\"][segment_ids]", "segments = segment_ids[..., None] * weights[\"segment\"][1]"),
    ("segments exchanged", "segment|exchang|A|B|0", "weights[\"segment\"][segment_ids]", "weights[\"segment\"][1 - segment_ids]"),
    ("the mean of three", "mean|sum|3|third|epsilon|scale|summed", "summed = tokens + segments + positions", "summed = (tokens + segments + positions) / 3"),
    ("epsilon outside the root", "epsilon|root|outside|normalized", "np.sqrt(variance + epsilon)", "(np.sqrt(variance) + epsilon)"),
    ("epsilon ignored: 1e-5", "epsilon|1e-5|1e-12|default|argument", "np.sqrt(variance + epsilon)", "np.sqrt(variance + 1e-5)"),
    ("variance over length and hidden", "axis|axes|variance|length|hidden|mean", "variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)", "variance = ((a - mean) ** 2).mean(axis=(-1, -2), keepdims=True)"),
    ("gain plus one", "gain|1 \\+|plus|one|normalized", "return gain * normalized + bias", "return (1 + gain) * normalized + bias"),
    ("sines for positions", "position|sine|learned|table", "positions = weights[\"position\"][: token_ids.shape[1]]", "angle = np.arange(token_ids.shape[1])[:, None] / 10000 ** (2 * (np.arange(weights[\"token\"].shape[1]) // 2) / weights[\"token\"].shape[1])\n    positions = np.where(np.arange(weights[\"token\"].shape[1]) % 2 == 0, np.sin(angle), np.cos(angle))"),
]
