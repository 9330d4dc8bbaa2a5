"""Token after token, with a parser of its own."""
import re

TOKEN = re.compile(r"\d+(?:\.\d+)?|\s+|.", re.DOTALL)


def recalculate(chain):
    tokens, wrong, out, at = merged(TOKEN.findall(chain)), {}, [], 0
    while at < len(tokens):
        end = left_side(tokens, at)
        found = end and result(tokens, end)
        if not found:
            out.append(wrong.get(tokens[at], tokens[at]))
            at += 1
            continue
        equals, given, after = found
        left = [wrong.get(token, token) for token in tokens[at:end]]
        try:
            value = round(Parser([token for token in left if not token.isspace()]).sum(), 4)
            right = given if value == float(given) else tidy(value)
        except ZeroDivisionError:
            right = given
        wrong.pop(given, None)
        if right != given:
            wrong[given] = right
        out += [*left, equals, right]
        at = after
    return "".join(out)


def merged(tokens):
    """Words and numbers that hang together are one token."""
    out = []
    for token in tokens:
        if out and (token[0].isalnum() or token == "_") and (out[-1][-1].isalnum() or out[-1][-1] == "_"):
            out[-1] += token
        else:
            out.append(token)
    return out


def number(token):
    return bool(re.fullmatch(r"\d+(?:\.\d+)?", token))


def left_side(tokens, start):
    """Where an expression with an operator ends that begins at start, or None."""
    at, operators, last = start, 0, start
    if not (number(tokens[at]) or tokens[at] == "("):
        return None
    wants = True
    while at < len(tokens):
        token = tokens[at]
        if token.isspace():
            at += 1
            continue
        if wants and number(token):
            wants = False
        elif wants and token == "(" or not wants and token == ")":
            pass
        elif not wants and token in "+-*/":
            wants, operators = True, operators + 1
        else:
            break
        at += 1
        last = at
    return last if operators and not wants else None


def result(tokens, at):
    """(the equals sign with its blanks, the number given, where it ends), or None."""
    equals = ""
    while at < len(tokens) and tokens[at].isspace():
        equals += tokens[at]
        at += 1
    if at >= len(tokens) or tokens[at] != "=":
        return None
    equals += "="
    at += 1
    while at < len(tokens) and tokens[at].isspace():
        equals += tokens[at]
        at += 1
    sign = ""
    if at < len(tokens) and tokens[at] == "-":
        sign, at = "-", at + 1
    return (equals, sign + tokens[at], at + 1) if at < len(tokens) and number(tokens[at]) else None


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens

    def sum(self):
        value = self.product()
        while self.tokens and self.tokens[0] in "+-":
            value = value + self.product() if self.tokens.pop(0) == "+" else value - self.product()
        return value

    def product(self):
        value = self.atom()
        while self.tokens and self.tokens[0] in "*/":
            value = value * self.atom() if self.tokens.pop(0) == "*" else value / self.atom()
        return value

    def atom(self):
        token = self.tokens.pop(0)
        if token != "(":
            return float(token)
        value = self.sum()
        self.tokens.pop(0)
        return value


def tidy(value):
    text = f"{value:.4f}"
    while text.endswith("0"):
        text = text[:-1]
    return text[:-1] if text.endswith(".") else text
