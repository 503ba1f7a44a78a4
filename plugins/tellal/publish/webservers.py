"""What a site is -> configuration of a web server, or of a timer: files by their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

FILES = Path(__file__).with_name("servers")
TRANSPORT = {
    "nginx": '    add_header Strict-Transport-Security "max-age=31536000" always;',
    "apache": '    Header always set Strict-Transport-Security "max-age=31536000"',
}
NEAR = {"bs": "sr", "hr": "sr", "sh": "sr", "cnr": "sr"}
"""Languages of browsers whose readers read another one that the office may publish in."""
REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0;\s*url=([^"]+)"', re.IGNORECASE)
PLAIN = re.compile(r"/[A-Za-z0-9/._~%-]*")
ENOUGH = 4096
LANGUAGE_CHOICE = (
    r"    RewriteCond %{HTTP:Accept-Language} ^(?:[^,]*,)*?\s*"
    r"(sr-cyrl|sq|sr|bs|hr|sh|cnr|tr|en)(?![a-z])(?!;\s*q=0(?:\.0*)?\s*(?:,|$)) [NC]"
    "\n    RewriteRule ^/$ - [E=tellal:%1]\n"
)
CHOICE = (
    '    RewriteCond %{{ENV:tellal}} "^(?:{names})$" [NC]\n    RewriteRule ^/$ /{to}/ [R=302,L]'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A site as a server must know it.

    `languages` are the words of addresses, the office's own first. `listen` is an address for a
    server without TLS, "" for one of the web. `here` is the folder in which the files will lie.
    """

    host: str
    root: str
    languages: Sequence[str]
    policy: str
    moved: Mapping[str, str]
    listen: str = ""
    brotli: bool = True
    here: str = "/etc/nginx/tellal"
    project: str = "/srv/tellal-desk"
    user: str = "tellal"


def nginx(site: Served) -> dict[str, str]:
    """Return the files for nginx."""
    brotli = "    brotli_static on;" if site.brotli else ""
    inner = _filled("nginx-site.conf", site, BROTLI=brotli, TRANSPORT=_transport("nginx", site))
    outer = "nginx-plain.conf" if site.listen else "nginx-tls.conf"
    named = [f"    {name} {to};" for name, to in sorted(_choices(site).items())]
    moved = "".join(f"{old} {new};\n" for old, new in sorted(site.moved.items()))
    servers = _filled(outer, site, SITE=inner)
    whole = _filled("nginx.conf", site, LANGUAGES="\n".join(named), SERVERS=servers)
    return {"nginx.conf": whole, "moved.map": moved}


def apache(site: Served) -> dict[str, str]:
    """Return the file for Apache."""
    choices: dict[str, list[str]] = {}
    for name, to in _choices(site).items():
        choices.setdefault(to, []).append(name)
    lines = [CHOICE.format(names="|".join(names), to=to) for to, names in choices.items()]
    errors = [f"    ErrorDocument 404 /{site.languages[0]}/404.html"]
    for one in site.languages:
        place = (
            f'    <Location "/{one}/">\n        ErrorDocument 404 /{one}/404.html\n    </Location>'
        )
        errors.append(place)
    moved = [f'    RewriteRule "^{re.escape(a)}$" "{b}" [R=301,L]' for a, b in site.moved.items()]
    inner = _filled(
        "apache-site.conf",
        site,
        CHOICES=LANGUAGE_CHOICE + "\n".join(lines),
        ERRORS="\n".join(errors),
        MOVED="\n".join(moved),
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


def moved_in(folder: Path, root: str = "") -> dict[str, str]:
    """Return by its address where each page of a site leads that has moved.

    Only plain addresses: nothing that a configuration could read as something else.
    """
    found = {}
    for page in folder.rglob("index.html"):
        with page.open("rb") as stream:
            match = REFRESH.search(stream.read(ENOUGH))
        if match:
            old = f"{root}/{page.parent.relative_to(folder).as_posix()}/"
            new = re.sub(r"^https?://[^/]+", "", unescape(match[1].decode("utf-8", "replace")))
            if PLAIN.fullmatch(old) and PLAIN.fullmatch(new):
                found[old] = new
    return found


def policy_in(template: Path) -> str:
    """Return the policy for browsers that every page states."""
    match = re.search(r'Content-Security-Policy" content="([^"]+)"', template.read_text("utf-8"))
    return match[1] if match else "default-src 'none'"


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
        "HERE": site.here,
        "PROJECT": site.project,
        "USER": site.user,
        **more,
    }
    text = (FILES / name).read_text("utf-8")
    return re.sub(r"@([A-Z]+)@", lambda match: words[match[1]], text)
