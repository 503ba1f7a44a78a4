"""The Jinja environment of a theme: strict, escaping, without anything global, and quick."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context


class PlainContext(Context):
    """Calls what a template calls, and hands it nothing else: here nothing asks for a context."""

    def call(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """Return what a function or macro returns."""
        return function(*arguments, **named)


class ThemeEnvironment(Environment):
    """Looks for the attribute of a value nowhere but on the value."""

    context_class = PlainContext
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]


def environment(templates: Path, bytecode: Path | None = None) -> Environment:
    """Return the environment of a folder of templates.

    `bytecode` is a folder for compiled templates. Jinja sees when a template's source has changed
    but not when this package has: use another folder then.
    """
    env = ThemeEnvironment(
        loader=FileSystemLoader(templates),
        bytecode_cache=_bytecode_cache(bytecode) if bytecode else None,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,  # all, in a plain dict
    )
    env.globals.clear()
    return env


def _bytecode_cache(folder: Path) -> FileSystemBytecodeCache:
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
