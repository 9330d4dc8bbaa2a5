"""Wrong initial weights as learners draw them. Each row: what was done, words that are true of it, edits."""
SLIPS = [
    ("N is the number of blocks", "N\\b|2|two|layers|residual|blocks|deviation", "residual_layers = 2 * layers", "residual_layers = layers"),
    ("divided by N, not its root", "root|N\\b|residual|deviation|sqrt", "DEVIATION / np.sqrt(residual_layers)", "DEVIATION / residual_layers"),
    ("uniform numbers of the same deviation", "uniform|normal|kurtosis|shape|distribution", "return rng.normal(0, deviation, size=shape)", "return rng.uniform(-deviation * 3**0.5, deviation * 3**0.5, size=shape)"),
    ("Xavier's deviation for all", "0.02|deviation|fan|Xavier|width", "return rng.normal(0, deviation, size=shape)", "return rng.normal(0, (2 / sum(shape)) ** 0.5, size=shape)"),
    ("biases drawn", "bias|0|drawn|zero", "\"fc_bias\": np.zeros(inner)", "\"fc_bias\": normal(DEVIATION, (inner,), rng)"),
    ("gains of 0", "gain|0|1|one", "\"ln_f_gain\": np.ones(width)", "\"ln_f_gain\": np.zeros(width)"),
    ("position embedding with 0.01", "position|0.01|0.02|deviation", "normal(DEVIATION, (context, width), rng)", "normal(0.01, (context, width), rng)"),
    ("all blocks share one draw", "block|same|share|each|own|copy|alike|differ|identical", "[initialize_block(width, residual_deviation, rng) for _ in range(layers)]", "[initialize_block(width, residual_deviation, rng)] * layers"),
    ("only the feed-forward's output is scaled", "out_weight|attention|residual|scaled|deviation|both", "\"out_weight\": normal(residual_deviation", "\"out_weight\": normal(DEVIATION"),
    ("truncated at two deviations", "truncat|clip|kurtosis|shape|tail|deviation|distribution|normal", "return rng.normal(0, deviation, size=shape)", "return np.clip(rng.normal(0, deviation, size=shape), -2 * deviation, 2 * deviation)"),
    ("a generator of its own", "rng|random|generator|seed|same|steady|two", "return rng.normal(0, deviation, size=shape)", "return np.random.default_rng(0).normal(0, deviation, size=shape)"),
]
