"""WordPiece with two tries (dicts of dicts); the ids come back as a NumPy array."""
import numpy as np


def trie(pieces):
    """pieces: [(text, id)]. Returns nested dicts; the key "" holds the id of the piece that ends there."""
    root = {}
    for text, at in pieces:
        node = root
        for letter in text:
            node = node.setdefault(letter, {})
        node[""] = at
    return root


def word_pieces(text, vocabulary, unknown="[UNK]", max_characters=100):
    """Returns the pieces (a list) and their ids (an array)."""
    starts = trie([(piece, at) for at, piece in enumerate(vocabulary)])
    inner = trie([(piece[2:], at) for at, piece in enumerate(vocabulary) if piece.startswith("##") and len(piece) > 2])
    ids = []
    for word in text.split():
        found, place, node = [], 0, starts
        while place < len(word) and len(word) <= max_characters:
            last = None
            for end in range(place, len(word)):
                node = node.get(word[end])
                if node is None:
                    break
                if "" in node:
                    last = (end + 1, node[""])
            if last is None:
                break
            place, node = last[0], inner
            found.append(last[1])
        ids += found if found and place == len(word) else [vocabulary.index(unknown)]
    return [vocabulary[at] for at in ids], np.array(ids, dtype=np.int64)
