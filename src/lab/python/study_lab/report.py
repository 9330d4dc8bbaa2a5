"""The result of a check as text and, in a notebook, as HTML with pictures."""
from __future__ import annotations

from html import escape


class Report:
    """What a check came to. `passed`, `verdict`, `mistakes`, `laws` and `pictures` are there for programs."""

    def __init__(self, name, title, seed, events):
        self.name = name
        self.title = title
        self.seed = seed
        self.verdict = {key: value for key, value in events[-1].items() if key != "event"}
        self.passed = self.verdict["kind"] == "passed"
        self.mistakes = self.verdict.get("mistakes", [])
        self.laws = self.verdict.get("laws", [])
        self.cases = [(event["label"], event["passed"]) for event in events if event["event"] == "case"]
        self.pictures = [event for event in events if event["event"] == "picture"]

    def __bool__(self):
        return self.passed

    def _lines(self):
        """[(kind, text)] in the order of reading."""
        yield "title", f"{self.title} ({self.name}), seed {self.seed}"
        for label, passed in self.cases:
            yield ("good", "✓ " + label) if passed else ("bad", "✗ " + label)
        yield ("good" if self.passed else "bad"), f"{self.verdict['kind']}: {self.verdict['sentence']}"
        for one in self.mistakes:
            yield "named", f"This is what \"{one['id']}\" gives: {one['sentence']}"
        if self.verdict.get("explains") == "together":
            yield "named", "Together they give this result."
        if self.verdict.get("explains") == "part":
            yield "named", "Something else is wrong as well."
        if "step" in self.verdict:
            yield "named", "Where to look: " + self.verdict["step"]["sentence"]
        for remark in self.verdict.get("remarks", []):
            yield "good", "Remark: " + remark
        for law in self.laws:
            if law != self.verdict["sentence"]:
                yield "law", "Law: " + law

    def __repr__(self):
        return "\n".join(text for _, text in self._lines())

    def _repr_html_(self):
        colors = {"title": "inherit;font-weight:bold", "good": "#1a7f37", "bad": "#b35900", "named": "#0969da",
                  "law": "#b35900"}
        rows = [f'<div style="color:{colors[kind]}">{escape(text)}</div>' for kind, text in self._lines()]
        return "<div>" + "".join(rows) + "".join(picture_html(one) for one in self.pictures) + "</div>"


def picture_html(picture):
    """A picture of a check as HTML: heat maps side by side, or lines in one frame."""
    title = f'<div style="margin-top:8px">{escape(picture["title"])}</div>'
    if picture["kind"] == "lines":
        return title + lines_svg(picture)
    maps = [heat_svg(series, picture) for series in picture["series"]]
    return title + '<div style="display:flex;gap:16px;flex-wrap:wrap">' + "".join(maps) + "</div>"


def heat_svg(series, picture, cell=14):
    rows = series["values"]
    rows = rows if rows and isinstance(rows[0], list) else [rows]
    known = [value for row in rows for value in row if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 0.0)
    cells = []
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            share = 0.5 if high == low or value is None else (value - low) / (high - low)
            fill = "#999" if value is None else f"hsl(210,70%,{95 - 65 * share:.0f}%)"
            said = "not a number" if value is None else f"{value:.4g}"
            cells.append(f'<rect x="{x * cell}" y="{y * cell}" width="{cell}" height="{cell}" fill="{fill}">'
                         f"<title>{escape(picture['y'])} {y}, {escape(picture['x'])} {x}: {said}</title></rect>")
    width, height = cell * max(len(row) for row in rows), cell * len(rows)
    name = f'{escape(series["name"])}: {low:.3g} to {high:.3g}'
    return (f'<figure style="margin:0"><svg role="img" aria-label="{name}" width="{width}" height="{height}">'
            f'{"".join(cells)}</svg><figcaption style="font-size:smaller">{name}</figcaption></figure>')


def lines_svg(picture, width=420, height=180):
    colors = ("#0969da", "#b35900", "#1a7f37", "#8250df", "#57606a")
    known = [value for series in picture["series"] for value in series["values"] if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    span = (high - low) or 1.0
    drawn, names = [], []
    for at, series in enumerate(picture["series"]):
        color, values = colors[at % len(colors)], series["values"]
        step = (width - 20) / max(len(values) - 1, 1)
        points = " ".join(f"{10 + x * step:.1f},{height - 10 - (value - low) / span * (height - 20):.1f}"
                          for x, value in enumerate(values) if value is not None)
        drawn.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>')
        names.append(f'<span style="color:{color}">{escape(series["name"])}</span>')
    label = f'{escape(picture["y"])} over {escape(picture["x"])}: {low:.3g} to {high:.3g}'
    return (f'<svg role="img" aria-label="{label}" width="{width}" height="{height}">{"".join(drawn)}</svg>'
            f'<div style="font-size:smaller">{" · ".join(names)} — {label}</div>')
