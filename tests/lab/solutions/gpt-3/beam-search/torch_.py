"""Beam search with torch.topk."""
import torch


def beam_search(first, table, end, width, alpha, most):
    """first: (vocabulary,); table: (vocabulary, vocabulary). Returns (tokens, score)."""
    first, table = torch.as_tensor(first), torch.as_tensor(table)
    beams, totals, done = [[]], torch.zeros(1, dtype=first.dtype), []
    for _ in range(most):
        rows = torch.stack([table[beam[-1]] if beam else first for beam in beams])
        flat = (totals[:, None] + rows).flatten()
        values, places = flat.topk(min(width, flat.numel()))
        grown = [(beams[place // len(first)] + [place % len(first)], value) for place, value in zip(places.tolist(), values)]
        done += [one for one in grown if one[0][-1] == end]
        left = [one for one in grown if one[0][-1] != end]
        beams = [beam for beam, _ in left]
        if not left:
            break
        totals = torch.stack([value for _, value in left])
    else:
        done += list(zip(beams, totals))
    scored = [(value / ((5 + len(beam)) / 6) ** alpha, beam) for beam, value in done]
    score, beam = max(scored, key=lambda one: float(one[0]))
    return beam, score
