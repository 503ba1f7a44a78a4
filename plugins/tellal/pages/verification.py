"""The page by which readers check for themselves what they read."""

from __future__ import annotations

from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import Link, VerificationView
from tellal.pages.voice import Voice
from tellal.site.exemptions import public_exemptions

FILES = {
    "checker": "verify.py",
    "head": "head",
    "entries": "entries.jsonl",
    "signers": "allowed_signers",
}
"""What the public log is made of, by what it is called."""
COMMAND = "python3 verify.py SITE --key SHA256:… --older HEAD"


def verification_page(voice: Voice) -> Page:
    """Return how to check a document, a page and the whole site, and how many exceptions there are.

    What the log says is read by a script: it grows with each publish, after the site is built.
    """
    addresses = voice.addresses
    address = addresses.verification(voice.tag)
    shell = voice.shell(
        voice.messages["verification"],
        address,
        everywhere(voice, "verification"),
        description=voice.messages["verification_summary"],
    )
    view = VerificationView(
        shell=shell,
        checker=FILES["checker"],
        command=COMMAND,
        files=tuple((key, Link(name, addresses.log(name))) for key, name in FILES.items()),
        exceptions=public_exemptions(voice.site),
    )
    return Page(path_of(address, addresses.root), "pages/verification.html", view)
