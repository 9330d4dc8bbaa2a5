"""Prompts, put together word by word."""


def prompt(variant, exemplars, question):
    """Returns the text."""
    text = ""
    for one in exemplars:
        answer = "The answer is " + one["answer"] + "."
        if variant == "standard":
            parts = [answer]
        elif variant == "after":
            parts = [answer, one["chain"]]
        elif variant == "dots":
            dots = ""
            for _ in one["equation"]:
                dots += "."
            parts = [dots, answer]
        else:
            parts = [one[variant], answer]
        text += "Q: " + one["question"] + "\nA: " + " ".join(parts) + "\n\n"
    return text + "Q: " + question + "\nA:"
