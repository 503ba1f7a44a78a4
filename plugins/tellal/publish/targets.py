"""Settings -> target: where the site is published, and how one gets there.

ssh://tellal@www.example:22/srv/tellal    folder:///srv/tellal    zip:///srv/site.zip
rclone://remote/bucket/path
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tellal.domain.findings import WrongAnswer
from tellal.publish.elsewhere import Elsewhere, elsewhere_from

NO_TARGET = (
    'It is not said where the site is published. Add a line PUBLISH_TO = "ssh://user@host/path" '
    "to {file}."
)
BAD_TARGET = (
    '"{target}" is no place to publish to. Write it like ssh://user@host:22/srv/tellal, '
    "folder:///srv/tellal, zip:///srv/site.zip or rclone://remote/bucket/path."
)
BAD_KEEP = "PUBLISH_KEEP: {keep} is not a number of releases. Write 2 or more."

BAD_HUB = 'PUBLISH_HUBS: "{hub}" is no address of a hub. Write it like "https://hub.example/".'

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
HUB = re.compile(r"https?://[^\s\"'<>]+")
SAFE_PATH = re.compile(rf"(?!.*/\.\.?/)/(?:[A-Za-z0-9._-]+/)*{NAME.pattern}")


@dataclass(frozen=True, slots=True)
class SshTarget:
    """A folder on a host. `key` and `known_hosts` are files, None for those of the user."""

    user: str
    host: str
    port: int
    path: str
    known_hosts: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder on this machine."""

    path: str


@dataclass(frozen=True, slots=True)
class ZipTarget:
    """One file that holds the site."""

    path: str


@dataclass(frozen=True, slots=True)
class RcloneTarget:
    """A place that rclone knows, like remote:bucket/path."""

    place: str


Target = SshTarget | FolderTarget | ZipTarget | RcloneTarget


@dataclass(frozen=True, slots=True)
class Publishing:
    """How the site is published: `to` as the settings say it, releases kept, the branch.

    `hubs` are the addresses of those who tell subscribers of news, `elsewhere` what is posted.
    """

    file: Path
    to: str | None = None
    keep: int = 10
    branch: str = "main"
    known_hosts: str | None = None
    hubs: tuple[str, ...] = ()
    elsewhere: Elsewhere = field(default_factory=Elsewhere)


def publishing_from(values: Mapping[str, Any], file: Path) -> Publishing:
    """Return how to publish, of the values in a settings file. Raises WrongAnswer."""
    keep = values.get("PUBLISH_KEEP", 10)
    if not isinstance(keep, int) or keep < 2:
        raise WrongAnswer(BAD_KEEP, keep=keep)
    hubs = tuple(map(str, values.get("PUBLISH_HUBS", ())))
    for hub in hubs:
        if not HUB.fullmatch(hub):
            raise WrongAnswer(BAD_HUB, hub=hub)
    return Publishing(
        file=file,
        to=values.get("PUBLISH_TO"),
        keep=keep,
        branch=str(values.get("PUBLISH_BRANCH", "main")),
        known_hosts=values.get("PUBLISH_KNOWN_HOSTS"),
        hubs=hubs,
        elsewhere=elsewhere_from(values),
    )


def target_of(publishing: Publishing, key: str | None = None) -> Target:
    """Return where to publish; `key` is a file with the key for SSH. Raises WrongAnswer."""
    if not publishing.to:
        raise WrongAnswer(NO_TARGET, file=publishing.file)
    try:
        return _target(publishing.to, publishing.known_hosts, key)
    except ValueError:
        raise WrongAnswer(BAD_TARGET, target=publishing.to) from None


def _target(text: str, known_hosts: str | None, key: str | None) -> Target:
    """Return a target. Raises ValueError for what a shell or another program could misread."""
    url = urlsplit(text)
    path = unquote(url.path)
    match url.scheme:
        case "folder" | "zip" if path.startswith("/") and len(path) > 1 and not url.netloc:
            return FolderTarget(path) if url.scheme == "folder" else ZipTarget(path)
        case "rclone" if NAME.fullmatch(url.netloc) and SAFE_PATH.fullmatch(path):
            return RcloneTarget(f"{url.netloc}:{path[1:]}")
        case "ssh" if not url.password and SAFE_PATH.fullmatch(path):
            user, host = url.username or "", url.hostname or ""
            if all(NAME.fullmatch(part) for part in (user, host)):
                return SshTarget(user, host, url.port or 22, path, known_hosts, key)
    raise ValueError(text)
