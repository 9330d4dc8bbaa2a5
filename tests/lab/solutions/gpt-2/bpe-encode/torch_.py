"""Encoding with a heap of candidate pairs in each word; the result is a list made from a tensor."""
import heapq
import re

import torch


def encode(text, pattern, merges):
    """text, pattern: strings; merges: pairs of bytes. Returns a list of ids."""
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    ids = [encode_word(word.encode("utf-8"), ranks) for word in re.findall(pattern, text)]
    return torch.cat([torch.empty(0, dtype=torch.int64), *ids]).tolist()


def encode_word(raw, ranks):
    """raw: bytes. Returns a tensor of ids, (symbols,)."""
    symbols = [raw[i : i + 1] for i in range(len(raw))]
    numbers = list(raw)
    following = list(range(1, len(raw) + 1))
    heap = []

    def offer(i):
        j = following[i]
        if j < len(raw) and (symbols[i], symbols[j]) in ranks:
            heapq.heappush(heap, (ranks[symbols[i], symbols[j]], i, symbols[i], symbols[j]))

    for i in range(len(raw)):
        offer(i)
    while heap:
        rank, i, left, right = heapq.heappop(heap)
        j = following[i] if symbols[i] else len(raw)
        if j >= len(raw) or symbols[i] != left or symbols[j] != right:
            continue
        symbols[i], symbols[j] = left + right, b""
        numbers[i], following[i] = 256 + rank, following[j]
        offer(i)
        before = [k for k in range(i) if symbols[k]]
        if before:
            offer(before[-1])
    return torch.tensor([n for n, symbol in zip(numbers, symbols) if symbol], dtype=torch.int64)
