"""pelicanconf.py and publishconf.py -> Settings: the few that the compiler needs."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellal.domain.swift_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and at which address the site will be (without "/" at its end).

    `cache` is a folder of what can be made again. `executor` is the address of a cluster that
    shall do the work, like `dask://host:port`. `hubs` are the addresses of the WebSub hubs that
    feeds name.
    """

    content: Path
    output: Path
    theme: Path
    url: str
    cache: Path
    as_of: str | None = None
    executor: str | None = None
    hubs: tuple[str, ...] = ()


def settings_from(values: Mapping[str, Any], base: Path) -> Settings:
    """Return our settings from Pelican's; a relative path is relative to the settings file."""
    return Settings(
        content=(base / values["PATH"]).resolve(),
        output=(base / values["OUTPUT_PATH"]).resolve(),
        theme=(base / values["THEME"]).resolve(),
        url=str(values["SITEURL"]).rstrip("/"),
        cache=(base / values["CACHE_PATH"]).resolve(),
        as_of=values.get("AS_OF"),
        executor=values.get("BUILD_EXECUTOR"),
        hubs=tuple(values.get("PUBLISH_HUBS", ())),
    )


def read_settings(file: Path) -> Settings:
    """Return the settings of a Pelican settings file, without Pelican. Errors in it crash."""
    return settings_from(read_values(file), file.resolve().parent)


def read_values(file: Path) -> dict[str, Any]:
    """Return all that a Pelican settings file says."""
    base = str(file.resolve().parent)
    sys.path.insert(0, base)
    try:
        return runpy.run_path(str(file))
    finally:
        sys.path.remove(base)
