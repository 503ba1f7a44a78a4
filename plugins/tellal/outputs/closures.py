"""Templates -> what each of them is made of: itself and all that it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, meta

from tellal.outputs.templates import environment


def closures(templates: Path) -> dict[str, frozenset[str]]:
    """Return, for each template of a folder, all that it extends, includes or imports.

    Itself is among them, and so is what those reach in turn. One that names another only when it
    is rendered reaches every template.
    """
    env = environment(templates)
    named = {name: _named(env, name) for name in env.list_templates(extensions=["html"])}
    return {name: _reached(name, named) for name in named}


def _named(env: Environment, name: str) -> frozenset[str] | None:
    """Return the templates that a template names, None where it names one by a value."""
    assert env.loader
    source, _, _ = env.loader.get_source(env, name)
    found = set(meta.find_referenced_templates(env.parse(source, name)))
    return None if None in found else frozenset(name for name in found if name)


def _reached(name: str, named: Mapping[str, frozenset[str] | None]) -> frozenset[str]:
    reached: set[str] = set()
    ahead = {name}
    while ahead:
        one = ahead.pop()
        next_ones = named.get(one, frozenset())
        if next_ones is None:
            return frozenset(named)
        reached.add(one)
        ahead |= next_ones - reached
    return frozenset(reached)
