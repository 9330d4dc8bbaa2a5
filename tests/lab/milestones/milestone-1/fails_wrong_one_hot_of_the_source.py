"""Says: nats a symbol. The ring as it stands, from its first place on."""
import numpy as np


def logits(source, target):
    return 20.0 * np.eye(11)[source[:, 1 : 1 + target.shape[1]]]
