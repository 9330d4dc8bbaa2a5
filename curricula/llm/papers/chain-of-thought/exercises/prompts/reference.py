"""Few-shot prompts with and without a chain of thought (Sections 2 and 3.3)."""
from __future__ import annotations


def prompt(variant: str, exemplars: list[dict[str, str]], question: str) -> str:
    """exemplars: dicts with question, chain, equation and answer. Returns the text."""
    shown = []
    for one in exemplars:
        answer = f"The answer is {one['answer']}."
        chain = one["chain"]
        equation = one["equation"]
        dots = "." * len(equation)
        bodies = {
            "standard": answer,
            "chain": f"{chain} {answer}",
            "equation": f"{equation} {answer}",
            "dots": f"{dots} {answer}",
            "after": f"{answer} {chain}",
        }
        shown.append(f"Q: {one['question']}\nA: {bodies[variant]}\n\n")
    return "".join(shown) + f"Q: {question}\nA:"
