"""Templates are compiled plainly, and mean what they mean to Jinja."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from tellal.outputs.templates import environment
from tellal.pages.views import Said

MACRO = (
    "{% macro cell(text, level=2, mark=none) %}<b{{ level }}>{{ text }}{{ mark or '' }}"
    "{% if caller is defined %}{{ caller() }}{% endif %}</b>{% endmacro %}"
)
SOURCES = (
    "{{ text }}|{{ safe }}|{{ number }}|{{ nothing }}|{{ said.text }}",
    "{{ text|replace('a', safe) }}|{{ '<' ~ text ~ safe }}",
    f"{MACRO}{{{{ cell(text) }}}}{{{{ cell(safe, 3, text) }}}}{{{{ cell(text, mark=safe) }}}}",
    f"{MACRO}{{% call cell(text) %}}{{{{ safe }}}}&{{% endcall %}}{{{{ cell(cell(text)) }}}}",
    f"{MACRO}{{% set one = cell(text) %}}{{{{ one }}}}{{{{ one ~ text }}}}{{{{ one == 2 }}}}",
    "{% for x in (1, 2) %}{{ loop.index }}{{ loop.last }}{{ said.text.upper() }}{% endfor %}",
)
GIVEN: dict[str, Any] = {
    "text": """<a href="x" title='a'>&amp;</a>""",
    "safe": Markup("<i>a</i>"),
    "number": 1,
    "nothing": None,
    "said": Said("<Tekst>"),
}


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path)


@pytest.mark.parametrize("source", SOURCES)
def test_page_is_what_jinja_itself_makes_of_it(env: Environment, source: str) -> None:
    plain = Environment(autoescape=True, undefined=StrictUndefined)

    made = env.from_string(source).render(GIVEN)

    assert made == plain.from_string(source).render(GIVEN)
    assert "<a " not in made


def test_number_is_not_mistaken_for_what_it_equals(env: Environment) -> None:
    template = env.from_string("{{ value }}")

    shown = [template.render(value=value) for value in (1, True, 1.0, "1", Markup("<"), "<")]
    assert shown == ["1", "True", "1.0", "1", "<", "&lt;"]


def test_what_is_not_there_stops_the_page(env: Environment) -> None:
    with pytest.raises(AttributeError, match="titel"):
        env.from_string("{{ said.titel }}").render(GIVEN)
    with pytest.raises(UndefinedError, match="sayd"):
        env.from_string("{{ sayd.title }}").render(GIVEN)
    with pytest.raises(UndefinedError, match="sayd"):
        env.from_string("{{ sayd('x') }}").render(GIVEN)
    with pytest.raises(TypeError, match="takes no keyword argument 'colour'"):
        env.from_string(f"{MACRO}{{{{ cell(text, colour=1) }}}}").render(GIVEN)


@pytest.mark.parametrize("call", ["said(*list)", "said(**dict)"])
def test_call_whose_arguments_cannot_be_read_is_refused(env: Environment, call: str) -> None:
    with pytest.raises(TemplateAssertionError, match="may not take its arguments from a list"):
        env.from_string(f"{{{{ {call} }}}}")


def test_compiled_templates_are_kept_and_renewed_with_their_source(tmp_path: Path) -> None:
    templates, bytecode = tmp_path / "templates", tmp_path / "kept" / "bytecode"
    templates.mkdir()
    file = templates / "page.html"
    file.write_text("{{ text }}", "utf-8")

    def made() -> str:
        return environment(templates, bytecode).get_template("page.html").render(text="<")

    assert made() == "&lt;"
    (kept,) = bytecode.iterdir()
    before = kept.read_bytes()
    assert made() == "&lt;"
    assert kept.read_bytes() == before
    file.write_text("{{ text }}!", "utf-8")
    assert made() == "&lt;!"
    assert kept.read_bytes() != before
