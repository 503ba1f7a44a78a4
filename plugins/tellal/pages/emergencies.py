"""An emergency on every page of the site, of which only a few are made anew for it.

Front doors and pages of errors hold it themselves. Every other page asks for one small file of its
language: a script that puts it in place, or where there is none, a style sheet that shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tellal.pages.page import Page, path_of
from tellal.pages.views import EmergencyFileView, EmergencyView, Link, Shell
from tellal.pages.voice import Voice


def emergency_of(voice: Voice) -> EmergencyView | None:
    """Return what everybody must know now, None where all is as always."""
    emergency = voice.site.office.emergency_at(voice.site.as_of)
    if emergency is None:
        return None
    more = Link("", emergency.link) if emergency.link else None
    if emergency.about and (publication := voice.site.find(emergency.about)):
        more = voice.link_to(publication)
    until = emergency.until.astimezone(voice.site.as_of.tzinfo)
    return EmergencyView(voice.said(emergency.text), until, more)


def holding_emergency(shell: Shell, voice: Voice) -> Shell:
    """Return the shell of a page that holds the emergency itself."""
    return replace(shell, emergency=emergency_of(voice))


def emergency_files(voice: Voice) -> Iterator[Page]:
    """Yield what brings the emergency to every page of a language; empty while all is well."""
    emergency = emergency_of(voice)
    for form in ("js", "css"):
        path = path_of(voice.addresses.emergency(voice.tag, form), voice.addresses.root)
        quoted = _quoted(_whole(emergency, voice)) if emergency and form == "css" else ""
        view = EmergencyFileView(tag=voice.tag, form=form, emergency=emergency, quoted=quoted)
        yield Page(path, "parts/emergency.html", view)


def _whole(emergency: EmergencyView, voice: Voice) -> str:
    """Return the emergency as one text, with the address that cannot be a link there."""
    parts = [f"{voice.messages['emergency']}: {emergency.text.text}"]
    if more := emergency.more:
        host = "" if "//" in more.address else voice.host
        parts.append(f"{host}{more.address}")
    return " ".join(parts)


def _quoted(text: str) -> str:
    r"""Return a text as a style sheet quotes it; no letter of it can end the quotation.

    >>> print(_quoted('Uji "i zi" </style>'))
    "Uji \22 i zi\22  \3c /style>"
    """
    written = "".join(
        f"\\{ord(letter):x} " if letter in '"\\<&' or letter < " " else letter for letter in text
    )
    return f'"{written}"'
