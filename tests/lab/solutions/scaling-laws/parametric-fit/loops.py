"""Damped least squares with loops and elimination by hand."""
import math


def fit(n, d, loss, start, delta):
    runs = [(math.log(a), math.log(b), math.log(c)) for a, b, c in zip(n, d, loss)]
    found, damping = [float(one) for one in start], 0.01
    best = total(found, runs, delta)
    for _ in range(120):
        matrix, side = [[0.0] * 5 for _ in range(5)], [0.0] * 5
        for run in runs:
            residual, slope = one_run(found, run)
            weight = 1.0 if abs(residual) <= delta else delta / abs(residual)
            for i in range(5):
                side[i] -= weight * slope[i] * residual
                for j in range(5):
                    matrix[i][j] += weight * slope[i] * slope[j]
        for i in range(5):
            matrix[i][i] += damping * (matrix[i][i] + 1e-12)
        step = solved(matrix, side)
        tried = [one + more for one, more in zip(found, step)]
        value = total(tried, runs, delta)
        if value < best:
            found, best, damping = tried, value, max(damping / 4, 1e-12)
        else:
            damping = min(damping * 4, 1e12)
    log_a, log_b, log_e, alpha, beta = found
    return {"e": math.exp(log_e), "a": math.exp(log_a), "b": math.exp(log_b), "alpha": alpha, "beta": beta, "objective": best}


def one_run(found, run):
    log_a, log_b, log_e, alpha, beta = found
    log_n, log_d, log_loss = run
    terms = [log_a - alpha * log_n, log_b - beta * log_d, log_e]
    top = max(terms)
    powers = [math.exp(term - top) for term in terms]
    whole = sum(powers)
    s = [power / whole for power in powers]
    return top + math.log(whole) - log_loss, [s[0], s[1], s[2], -s[0] * log_n, -s[1] * log_d]


def total(found, runs, delta):
    result = 0.0
    for run in runs:
        size = abs(one_run(found, run)[0])
        result += size * size / 2 if size <= delta else delta * (size - delta / 2)
    return result


def solved(matrix, side):
    rows = [[*row, right] for row, right in zip(matrix, side)]
    for i in range(5):
        pivot = max(range(i, 5), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, 5):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
    result = [0.0] * 5
    for i in reversed(range(5)):
        result[i] = (rows[i][5] - sum(rows[i][k] * result[k] for k in range(i + 1, 5))) / rows[i][i]
    return result
