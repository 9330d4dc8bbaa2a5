"""WordPiece with indices only, written as two nested loops without for-else."""


def word_pieces(text, vocabulary, unknown="[UNK]", max_characters=100):
    """Returns the pieces and their ids, two lists."""
    pieces, ids = [], []
    for word in text.split():
        begin, found = 0, []
        while begin < len(word) <= max_characters:
            end, at = len(word), None
            while end > begin and at is None:
                candidate = word[begin:end] if begin == 0 else "##" + word[begin:end]
                at = vocabulary.index(candidate) if candidate in vocabulary else None
                end -= 1
            if at is None:
                break
            found.append(at)
            begin = end + 1
        if begin < len(word):
            found = [vocabulary.index(unknown)]
        ids += found
        pieces += [vocabulary[at] for at in found]
    return pieces, ids
