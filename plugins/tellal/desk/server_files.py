"""Settings and the last build -> configuration of a server, written into a folder."""

from __future__ import annotations

import argparse
import getpass
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tellal.desk.speech import sentence
from tellal.domain.facts import KINDS, Gathering, Session
from tellal.domain.findings import Refused, WrongAnswer
from tellal.domain.languages import LANGUAGES
from tellal.publish.targets import FolderTarget, Publishing, SshTarget, target_of
from tellal.publish.webservers import SERVERS, Served, policy_in
from tellal.reading.office import read_office

if TYPE_CHECKING:
    from tellal.settings import Settings

WRITTEN = "Written: {file}"
NOT_BUILT = "There is no site in {folder} yet. Build it first: invoke build."
NO_ROOT = "It is not known where the site lies on the host. Add --root /srv/tellal."
NOT_PLAIN = (
    '"{text}" cannot stand in the configuration of a server. Use letters, digits and "./:-_".'
)
PLAIN = re.compile(r"[A-Za-z0-9./:_\[\]-]*")

STAGES = (Session, Gathering)
"""What may have a recording with a player on its page."""


def write_server_files(
    options: argparse.Namespace, settings: Settings, publishing: Publishing
) -> int:
    """Write the files of one server, and say which."""
    site = _served(options, settings, publishing)
    for text in (site.host, site.root, site.listen, site.project, *site.players):
        if not PLAIN.fullmatch(text):
            raise WrongAnswer(NOT_PLAIN, text=text)
    options.into.mkdir(parents=True, exist_ok=True)
    for name, content in SERVERS[options.server](site).items():
        file = options.into / name
        file.write_text(content, "utf-8")
        print(sentence(WRITTEN, options.language, file=file))
    return 0


def _served(options: argparse.Namespace, settings: Settings, publishing: Publishing) -> Served:
    output, url = settings.output, urlsplit(settings.url)
    there = (one.address for one in LANGUAGES)
    languages = [one for one in there if (output / one / "index.html").is_file()]
    if not languages:
        raise WrongAnswer(NOT_BUILT, folder=output)
    return Served(
        host=options.host or url.hostname or "_",
        root=options.root or _root(publishing),
        languages=languages,
        policy=policy_in(settings.theme / "templates" / "layouts" / "document.html"),
        players=_players(settings),
        stages=[word for kind in KINDS if kind.facts in STAGES for word in kind.sections],
        listen=options.listen,
        brotli=not options.no_brotli,
        project=str(settings.content.parent),
        user=getpass.getuser(),
    )


def _players(settings: Settings) -> tuple[str, ...]:
    """Return the hosts whose players a reader may start. Raises Refused where nobody can know."""
    office, findings = read_office(settings.content)
    if office is None:
        raise Refused(findings)
    return office.card.video_hosts


def _root(publishing: Publishing) -> str:
    """Return the folder on the host, as the settings say it. Raises WrongAnswer."""
    target = target_of(publishing) if publishing.to else None
    if isinstance(target, SshTarget | FolderTarget):
        return target.path
    raise WrongAnswer(NO_ROOT)
