"""Newton's steps on the Huber objective, with derivatives taken by einsum, in scaled parameters."""
import numpy as np


def fit(n, d, loss, start, delta):
    # Centred logarithms make the five nearly independent.
    ln, ld, target = np.log(n), np.log(d), np.log(loss)
    mn, md = ln.mean(), ld.mean()
    la, lb, le, alpha, beta = start
    z = np.array([la - alpha * mn, lb - beta * md, le, alpha, beta])

    def terms(z):
        table = np.array([z[0] - z[3] * (ln - mn), z[1] - z[4] * (ld - md), np.full_like(ln, z[2])])
        whole = np.logaddexp.reduce(table, axis=0)
        share = np.exp(table - whole)
        jacobian = np.array([share[0], share[1], share[2], -share[0] * (ln - mn), -share[1] * (ld - md)])
        return whole - target, jacobian

    def total(r):
        inside = np.minimum(np.abs(r), delta)
        return (inside * (np.abs(r) - inside / 2)).sum()

    push = 1e-3
    r, j = terms(z)
    for _ in range(120):
        w = np.minimum(1, delta / np.maximum(np.abs(r), 1e-300))
        h = np.einsum("ir,r,jr->ij", j, w, j)
        g = np.einsum("ir,r,r->i", j, w, r)
        new = z - np.linalg.solve(h + push * (np.diag(np.diag(h)) + 1e-12 * np.eye(5)), g)
        r2, j2 = terms(new)
        if total(r2) <= total(r):
            z, r, j, push = new, r2, j2, max(push / 3, 1e-10)
        else:
            push = min(push * 4, 1e10)
    return {"e": np.exp(z[2]), "a": np.exp(z[0] + z[3] * mn), "b": np.exp(z[1] + z[4] * md), "alpha": z[3], "beta": z[4], "objective": total(r)}
