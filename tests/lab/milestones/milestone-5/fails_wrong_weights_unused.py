"""Says: does `logits` use the weights that it is given. It computes with the base whatever it is given."""
from adapted import BASE, handed, trained
from transformer import language_model


def submission():
    return handed(trained("rank-2"), logits=lambda tokens, weights: language_model(tokens, BASE))
