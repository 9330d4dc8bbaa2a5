"""Beam search with a heap of continuations."""
import heapq


def beam_search(first, table, end, width, alpha, most):
    """first: (vocabulary,); table: (vocabulary, vocabulary). Returns (tokens, score)."""
    best, best_score = None, float("-inf")
    opened = [(0.0, ())]

    def offer(total, tokens):
        nonlocal best, best_score
        score = total / ((5 + len(tokens)) / 6) ** alpha
        if score > best_score:
            best, best_score = list(tokens), score

    for step in range(most):
        grown = []
        for total, tokens in opened:
            row = table[tokens[-1]] if step else first
            for token in range(len(first)):
                grown.append((total + float(row[token]), (*tokens, token)))
        opened = []
        for total, tokens in heapq.nlargest(width, grown):
            if tokens[-1] == end:
                offer(total, tokens)
            else:
                opened.append((total, tokens))
    for total, tokens in opened:
        offer(total, tokens)
    return best, best_score
