"""Symbolic tasks, by following the coin from hand to hand."""


def task(kind, names, flips):
    """Returns question, chain and answer."""
    if kind == "letters":
        chain, answer = "", ""
        for name in names:
            answer += name[len(name) - 1]
            chain += 'The last letter of "' + name + '" is "' + answer[-1] + '". '
        question = 'Take the last letters of the words in "' + " ".join(names) + '" and concatenate them.'
        return {"question": question, "chain": chain + 'Concatenating them is "' + answer + '".', "answer": answer}
    side, who, question = True, [], "A coin is heads up."
    for name, flip in zip(names, flips):
        if flip:
            side = not side
            who.append(name)
        question += " " + name + (" flips" if flip else " does not flip") + " the coin."
    word = "even" if side else "odd"
    chain = "The coin was flipped by " + (" and ".join(who) or "no one") + ". So the coin was flipped " + str(len(who))
    chain += " time" + ("" if len(who) == 1 else "s") + ", which is an " + word + " number. The coin started heads up, so after an "
    chain += word + " number of flips, it will " + ("still be heads up." if side else "be tails up.")
    return {"question": question + " Is the coin still heads up?", "chain": chain, "answer": "yes" if side else "no"}
