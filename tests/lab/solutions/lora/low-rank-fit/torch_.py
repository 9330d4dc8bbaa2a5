"""The best update with torch.linalg.svd, float32."""
import torch


def fit(delta, r):
    """delta: (out, in). Returns update, error, captured, rank."""
    exact = torch.as_tensor(delta, dtype=torch.float64)
    left, values, right = torch.linalg.svd(exact.float(), full_matrices=False)
    update = left[:, :r] @ torch.diag(values[:r]) @ right[:r]
    error = torch.linalg.matrix_norm(exact - update)
    return {
        "update": update, "error": error, "captured": update.pow(2).sum() / exact.pow(2).sum(),
        "rank": int((torch.linalg.svdvals(exact) > 1e-6 * values[0]).sum()),
    }
