"""View -> what search engines read of a publication: JSON-LD in the words of schema.org.

It is data and no script: the policy of the page lets nothing be run.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from tellal.pages.views import Moment, PublicationView, Said

TYPES = {
    "release": "NewsArticle",
    "decision": "Legislation",
    "regulation": "Legislation",
    "session": "Event",
    "invitation": "Event",
    "conference": "Event",
}
"""What schema.org calls the kinds that it has a word for."""
HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""So that no text ends the element, or begins another one in it."""


def linked_data(view: PublicationView) -> Markup | None:
    """Return a publication as JSON-LD, None for one that search engines have no word for."""
    form, shell = TYPES.get(view.kind), view.shell
    if form is None or shell.card is None:
        return None
    place = shell.place
    office = {
        "@type": "GovernmentOrganization",
        "name": f"{place.office}, {place.municipality}",
    }
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": form,
        "name": shell.title,
        "url": shell.canonical,
        "inLanguage": place.tag,
        "description": shell.description,
        "image": shell.card.image,
        **_own(form, view, office),
    }
    said = {key: value for key, value in data.items() if value is not None}
    return Markup(json.dumps(said, ensure_ascii=False).translate(HARMLESS))


def _own(form: str, view: PublicationView, office: dict[str, str]) -> dict[str, Any]:
    """Return what a form has besides."""
    day = view.on.isoformat() if view.on else None
    if form == "NewsArticle":
        changed = max((change.on for change in view.changes), default=None)
        return {
            "headline": view.shell.title,
            "datePublished": day,
            "dateModified": changed.isoformat() if changed else None,
            "author": office,
            "publisher": office,
        }
    if form == "Legislation":
        return {
            "legislationIdentifier": _text(view.common.of("number")),
            "legislationDate": day,
            "legislationJurisdiction": view.shell.place.municipality,
            "publisher": office,
        }
    return {
        "startDate": _moment(view.facts.of("starts")),
        "endDate": _moment(view.facts.of("ends")),
        "location": _location(view),
        "organizer": office,
    }


def _location(view: PublicationView) -> dict[str, str] | None:
    name = _text(view.facts.of("venue")) or _text(view.common.of("place"))
    return {"@type": "Place", "name": name} if name else None


def _text(values: tuple[Any, ...]) -> str | None:
    return next((value.text for value in values if isinstance(value, Said)), None)


def _moment(values: tuple[Any, ...]) -> str | None:
    return next((value.at.isoformat() for value in values if isinstance(value, Moment)), None)
