"""What a browser keeps for times without a network."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The page that is shown without a network; a script lists on it what was kept."""

    shell: Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestView:
    """The site in one language as an application on a telephone."""

    tag: str
    name: str
    short_name: str
    home: str
    root: str


@dataclass(frozen=True, slots=True)
class GoneListView:
    """Below which addresses nothing may be kept any more."""

    places: tuple[str, ...]
