"""What a site is -> configuration of a web server, or of a timer: files by their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FILES = Path(__file__).with_name("servers")
TRANSPORT = {
    "nginx": '    add_header Strict-Transport-Security "max-age=31536000" always;',
    "apache": '    Header always set Strict-Transport-Security "max-age=31536000"',
}
NEAR = {"bs": "sr", "hr": "sr", "sh": "sr", "cnr": "sr"}
"""Languages of browsers whose readers read another one that the office may publish in."""
POLICY = re.compile(r'Content-Security-Policy" content="([^"]+)"')
CHOICE = (
    '    RewriteCond %{{ENV:tellal_tag}} "^(?:{names})$" [NC]\n'
    "    RewriteRule ^ - [E=tellal_language:{to}]"
)
APACHE_PLAYERS = (
    "    Header always set Content-Security-Policy \"{policy}{players}; frame-ancestors 'none'\" "
    '"expr=%{{CONTENT_TYPE}} =~ m#^text/html# && %{{REQUEST_URI}} =~ m#{stages}#"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A site as a server must know it.

    `languages` are the words of addresses, the office's own first. `players` are the hosts whose
    players a reader may start, `stages` the words of the sections that have such pages. `listen`
    is an address for a server without TLS, "" for one of the web.
    """

    host: str
    root: str
    languages: Sequence[str]
    policy: str
    players: Sequence[str] = ()
    stages: Sequence[str] = ()
    listen: str = ""
    brotli: bool = True
    project: str = "/srv/tellal-desk"
    user: str = "tellal"


def nginx(site: Served) -> dict[str, str]:
    """Return the file for nginx."""
    brotli = "    brotli_static on;" if site.brotli else ""
    inner = _filled("nginx-site.conf", site, BROTLI=brotli, TRANSPORT=_transport("nginx", site))
    outer = "nginx-plain.conf" if site.listen else "nginx-tls.conf"
    named = [f"    {name} {to};" for name, to in sorted(_choices(site).items())]
    servers = _filled(outer, site, SITE=inner)
    players = f'    "~{_stages(site)}" "{_players(site)}";' if site.players else ""
    more = {"LANGUAGES": "\n".join(named), "PLAYERS": players, "SERVERS": servers}
    return {"nginx.conf": _filled("nginx.conf", site, **more)}


def apache(site: Served) -> dict[str, str]:
    """Return the file for Apache."""
    choices: dict[str, list[str]] = {}
    for name, to in _choices(site).items():
        choices.setdefault(to, []).append(name)
    lines = [CHOICE.format(names="|".join(names), to=to) for to, names in choices.items()]
    words = {"policy": site.policy, "players": _players(site), "stages": _stages(site)}
    inner = _filled(
        "apache-site.conf",
        site,
        CHOICES="\n".join(lines),
        PLAYERS=APACHE_PLAYERS.format(**words) if site.players else "",
        TRANSPORT=_transport("apache", site),
    )
    servers = f"<VirtualHost {site.listen or '*:80'}>\n{inner}</VirtualHost>\n"
    if not site.listen:
        servers = (
            f"<VirtualHost *:80>\n    ServerName {site.host}\n"
            f"    Redirect permanent / https://{site.host}/\n</VirtualHost>\n"
            f"<VirtualHost *:443>\n    SSLEngine on\n"
            f"    SSLCertificateFile /etc/letsencrypt/live/{site.host}/fullchain.pem\n"
            f"    SSLCertificateKeyFile /etc/letsencrypt/live/{site.host}/privkey.pem\n"
            f"{inner}</VirtualHost>\n"
        )
    return {"tellal.conf": _filled("apache.conf", site, SERVERS=servers)}


def systemd(site: Served) -> dict[str, str]:
    """Return a service that publishes what is due, and the timer that calls it."""
    names = ("tellal-publish.service", "tellal-publish.timer")
    return {name: _filled(name, site) for name in names}


SERVERS: Mapping[str, Callable[[Served], dict[str, str]]] = {
    "nginx": nginx,
    "apache": apache,
    "systemd": systemd,
}


def policy_in(template: Path) -> str:
    """Return the policy for browsers that every page states."""
    match = POLICY.search(template.read_text("utf-8"))
    return re.sub(r"\{%.*?%\}", "", match[1]) if match else "default-src 'none'"


def _players(site: Served) -> str:
    """Return what the policy allows besides, where a page may have a player."""
    hosts = " ".join(f"https://{host}" for host in site.players)
    return f"; frame-src {hosts}; media-src 'self' {hosts}"


def _stages(site: Served) -> str:
    """Return the expression that finds addresses of pages which may have a player."""
    return f"^/(?:{'|'.join(site.languages)})/(?:{'|'.join(site.stages)})/"


def _choices(site: Served) -> dict[str, str]:
    """Return for each language that a browser may name the one that its reader is given."""
    own = {one: one for one in site.languages}
    return own | {name: near for name, near in NEAR.items() if near in own}


def _transport(server: str, site: Served) -> str:
    return "" if site.listen else TRANSPORT[server]


def _filled(name: str, site: Served, **more: str) -> str:
    """Return a file with its @WORDS@ filled in."""
    words = {
        "HOST": site.host,
        "ROOT": site.root,
        "LISTEN": site.listen,
        "POLICY": site.policy,
        "FIRST": site.languages[0],
        "ADDRESSES": "|".join(site.languages),
        "PLAYERS": "",
        "PROJECT": site.project,
        "USER": site.user,
        **more,
    }
    text = (FILES / name).read_text("utf-8")
    return re.sub(r"@([A-Z]+)@", lambda match: words[match[1]], text)
