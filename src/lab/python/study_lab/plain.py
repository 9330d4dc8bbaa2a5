"""Brings results of any framework to plain NumPy, and copies arguments."""
from __future__ import annotations

import copy

import numpy as np

SINGLE = (str, bytes, bool, int, float, complex, type(None))


class Foreign(Exception):
    """A value that is neither an array, a number, text nor a collection of them."""


def plain(value):
    """value with every array, of any framework, as a NumPy array of the same shape. Collections keep their kind."""
    if isinstance(value, np.ma.MaskedArray) and np.ma.getmaskarray(value).any():
        raise Foreign("a masked array, in which some values are not there")
    if isinstance(value, np.ndarray):
        return np.asarray(value)
    if isinstance(value, np.generic):
        return value
    if isinstance(value, bytearray):
        return bytes(value)
    if isinstance(value, SINGLE):
        return value
    if isinstance(value, dict) or (hasattr(value, "keys") and hasattr(value, "__getitem__")):
        return {key: plain(value[key]) for key in value.keys()}
    if isinstance(value, tuple):
        return tuple(plain(item) for item in value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return frozenset(value)
    if isinstance(value, range):
        return list(value)
    return array_of(value)


def array_of(value):
    """The array that a tensor holds: trainable or not, on any device, of any floating type."""
    if hasattr(value, "detach") and hasattr(value, "cpu"):  # PyTorch
        value = value.detach().cpu()
        if "bfloat16" in str(value.dtype):
            value = value.float()
        return value.resolve_conj().numpy() if hasattr(value, "resolve_conj") else value.numpy()
    if hasattr(value, "numpy") and callable(value.numpy):  # TensorFlow
        return np.asarray(value.numpy())
    if hasattr(value, "__array__") or hasattr(value, "__dlpack__"):  # JAX and everything that follows the protocols
        array = np.asarray(value) if hasattr(value, "__array__") else np.from_dlpack(value)
        if array.dtype.kind == "V" or "bfloat16" in str(array.dtype):
            array = np.asarray(array, dtype=np.float32)
        return array
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    raise Foreign(kind_of(value))


def kind_of(value):
    """What a value is, in words: 'an array of shape (2, 3)', 'a list'."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {shape_text(value.shape)}"
    if value is None:
        return "None"
    if isinstance(value, (bool, np.bool_)):
        return "True or False"
    if isinstance(value, (int, float, complex, np.number)) or (isinstance(value, np.ndarray) and not value.ndim):
        return "a number"
    words = {str: "text", bytes: "bytes", dict: "a dict", list: "a list", tuple: "a tuple", frozenset: "a set"}
    for kind, word in words.items():
        if isinstance(value, kind):
            return word
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def shape_text(shape):
    """A shape as Python writes it: (), (3,), (2, 3)."""
    return str(tuple(int(size) for size in shape))


def fresh(value):
    """A copy that shares nothing which can be changed. Functions stay what they are."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, SINGLE):
        return value
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
        return type(value)(fresh(item) for item in value)
    if callable(value):
        return value
    return copy.deepcopy(value)


def same(one, other):
    """Whether two arguments are equal to the bit; what can't be compared counts as equal."""
    if isinstance(one, np.ndarray):
        return isinstance(other, np.ndarray) and one.shape == other.shape and bool(
            np.array_equal(one, other) or np.array_equal(one, other, equal_nan=one.dtype.kind in "fc")
        )
    if isinstance(one, dict):
        return isinstance(other, dict) and list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other))
    if isinstance(one, (str, bytes, bool, int, set, frozenset)):
        return one == other
    return True
