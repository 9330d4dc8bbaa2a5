"""The similarity with torch.linalg.svd, float32."""
import torch


def similarity(a1, a2):
    """a1: (r1, in); a2: (r2, in). Returns (r1, r2)."""
    u1, u2 = (torch.linalg.svd(torch.as_tensor(a, dtype=torch.float32), full_matrices=False).Vh for a in (a1, a2))
    result = torch.zeros(len(u1), len(u2))
    for i in range(1, len(u1) + 1):
        for j in range(1, len(u2) + 1):
            result[i - 1, j - 1] = torch.linalg.matrix_norm(u1[:i] @ u2[:j].T) ** 2 / min(i, j)
    return result
