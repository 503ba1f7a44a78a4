"""The Jinja environment of a theme: strict, escaping, and without anything global."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import (
    DictLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
)

from tellal.outputs.once import Once
from tellal.outputs.template_code import PlainCode, PlainTemplate


class ThemeEnvironment(Environment):
    """Knows the templates of one theme, each loaded once."""

    code_generator_class = PlainCode
    template_class = PlainTemplate

    def __init__(self, **options: Any) -> None:
        """Begin without templates."""
        super().__init__(**options)
        self.loaded: dict[object, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template; every page asks for a dozen."""
        found = self.loaded.get(name)
        if found is None:
            found = self.loaded[name] = super().get_template(name, parent, globals)
        return found


def environment(
    templates: Path | Mapping[str, str], bytecode: Path | None = None
) -> ThemeEnvironment:
    """Return the environment of a folder of templates, or of their sources by name.

    `bytecode` is a folder for compiled templates. Jinja sees when a template's source has changed,
    but not when Jinja or this package has: take another folder then.
    """
    env = ThemeEnvironment(
        loader=FileSystemLoader(templates)
        if isinstance(templates, Path)
        else DictLoader(templates),
        bytecode_cache=_bytecode_cache(bytecode) if bytecode else None,
        extensions=[Once],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    env.globals.clear()
    return env


def _bytecode_cache(folder: Path) -> FileSystemBytecodeCache:
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
