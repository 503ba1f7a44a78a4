"""A part that is made once is the same part as when it is made each time, and is made once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateSyntaxError

from tellal.outputs import once
from tellal.outputs.templates import environment
from tellal.pages.views import Link

GREETING = "{% once link, tone %}{{ link.text }}{{ tone }}{{ ask() }}{% endonce %}."


class Asked:
    """Counts how often it was asked."""

    times = 0

    def __call__(self) -> str:
        self.times += 1
        return ""


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path)


def shown(env: Environment, source: str, *given: dict[str, Any]) -> list[str]:
    template = env.from_string(source)
    return [template.render(values) for values in given]


def greetings(env: Environment, *given: tuple[str, str]) -> tuple[list[str], int]:
    """Return what each text and tone look like, and how often a greeting was made for them."""
    ask = Asked()
    values = [{"link": Link(text, "/"), "tone": tone, "ask": ask} for text, tone in given]
    return shown(env, GREETING, *values), ask.times


def test_equal_values_share_a_part(env: Environment) -> None:
    assert greetings(env, ("a", "!"), ("b", "!"), ("a", "!"), ("a", "?")) == (
        ["a!.", "b!.", "a!.", "a?."],
        3,
    )


def test_another_theme_has_parts_of_its_own(env: Environment, tmp_path: Path) -> None:
    assert greetings(env, ("a", "!"))[1] == 1
    assert greetings(environment(tmp_path), ("a", "!"))[1] == 1


def test_what_was_forgotten_is_made_again_and_never_mistaken(
    env: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "MOST", 2)
    texts = ["a", "b", "c", "a", "d", "b", "e", "c"] * 3

    said, times = greetings(env, *((text, "!") for text in texts))

    assert said == [f"{text}!." for text in texts]
    assert times > len(set(texts))


def test_two_parts_of_a_template_are_not_mistaken_for_each_other(env: Environment) -> None:
    source = "{% once tone %}1{{ tone }}{% endonce %}, {% once tone %}2{{ tone }}{% endonce %}"

    assert shown(env, source, {"tone": "!"}, {"tone": "!"}) == ["1!, 2!"] * 2


def test_text_in_a_part_is_escaped_once(env: Environment) -> None:
    source = "{% once tone %}<b>{{ tone }}</b>{% endonce %}"

    assert shown(env, source, {"tone": "<&"}, {"tone": "<&"}) == ["<b>&lt;&amp;</b>"] * 2


@pytest.mark.parametrize("head", ["link.text", "link, tone()", "'a'"])
def test_part_depends_on_names_only(env: Environment, head: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="names of what its part depends on"):
        env.from_string(f"{{% once {head} %}}{{% endonce %}}")
