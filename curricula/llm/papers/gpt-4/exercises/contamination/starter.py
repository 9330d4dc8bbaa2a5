from __future__ import annotations

import numpy as np


def contaminated(examples: list[str], documents: list[str], starts: np.ndarray, length: int) -> np.ndarray:
    """Whether each example shares a substring with a training document (Appendix C).

    starts: (examples, 3), where the substrings begin, modulo the number of possible places. length: of a substring.
    Returns (examples,) bools.
    """
    # TODO: keep letters and digits
    # TODO: three substrings of each example, or the whole of a short one
    # TODO: whether any of them is in any document
    raise NotImplementedError("contaminated: whether any substring is in any document")
