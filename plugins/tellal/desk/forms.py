"""The forms that `new` writes: every key that a kind can have, with a word in Albanian above it.

What is needed stands there without a value, so that the check asks for it; the rest are examples
behind a "# ", to be taken away where they are wanted.
"""

from __future__ import annotations

from pathlib import Path

from tellal.domain.facts import Kind

FORMS = Path(__file__).parent / "forms"
BLANK_TITLE = "\ntitle:\n"
END = "---\n\n"

# What YAML or a reader of front matter would take for something else at the head of a value.
SIGNS = tuple("\"'[{“”„«‘‚")


def original_form(kind: Kind, title: str) -> str:
    """Return the form of an original: the kind's own keys, then those that all kinds share."""
    own = _form(kind.name).replace(BLANK_TITLE, f"\ntitle: {title_line(title)}\n", 1)
    return f"{own}\n{_form('common')}{END}"


def translation_form() -> str:
    """Return the form of a translation: it has no facts of its own."""
    return f"{_form('translation')}{END}"


def title_line(title: str) -> str:
    r"""Return a title as a value that is read as it is.

    >>> title_line("Njoftim: hapet regjistrimi")
    'Njoftim: hapet regjistrimi'
    >>> title_line('"Drita"')
    '\'"Drita"\''
    """
    line = " ".join(title.split())
    if not line.startswith(SIGNS):
        return line
    return "'{}'".format(line.replace("'", "''"))


def _form(name: str) -> str:
    return (FORMS / f"{name}.md").read_text("utf-8")
