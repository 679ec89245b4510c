"""Renders the review as one self-contained HTML file."""

from __future__ import annotations

from pathlib import Path

import jinja2

from view import view

HERE = Path(__file__).resolve().parent


def page(review: dict, digest: str, html: dict, seed: int) -> str:
    """The page; `html` holds the library's explanations as HTML in both languages."""
    # The parts of the total stand open too, so that the score is unfolded when the page is opened.
    html = html | {"evaluation": {lang: text.replace("<details><summary>", "<details open><summary>", 1) for lang, text in html["evaluation"].items()}}
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                                     undefined=jinja2.StrictUndefined)
    template = environment.get_template("page.html.j2")
    return template.render(css=(HERE / "page.css").read_text(encoding="utf-8"), **view(review, digest, html, seed))
