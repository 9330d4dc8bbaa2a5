"""Calibration in PyTorch with bincount."""
import torch


def calibration(confidence, correct, bins):
    """confidence, correct: (answers,). Returns ece, mean_confidence, accuracy and count (bins,)."""
    p = torch.as_tensor(confidence)
    good = torch.as_tensor(correct).double()
    at = (p * bins).long().clamp(max=bins - 1)
    count, sure, right = (torch.bincount(at, weights=w, minlength=bins) for w in (None, p, good))
    return {
        "ece": (right - sure).abs().sum() / len(p), "mean_confidence": sure / count, "accuracy": right / count, "count": count,
    }
