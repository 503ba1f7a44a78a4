"""The kinds of publication: one flat dataclass of facts each, and the table that lists them.

A new kind is one dataclass, one line in `KINDS`, one template and its strings.
"""

from __future__ import annotations

from tellal.domain.facts.accounts import Account, StandingPage
from tellal.domain.facts.acts import (
    Act,
    AgendaItem,
    Approval,
    Minutes,
    Session,
    SessionStatus,
    SessionType,
    Streams,
    Suspension,
    Votes,
)
from tellal.domain.facts.competitions import Competition, Consultation, Hearing, Post, Stage
from tellal.domain.facts.press import Gathering, Notice, Presenter, Quote, Release
from tellal.domain.facts.requests import (
    AccessRequest,
    Category,
    Channel,
    Complaint,
    Extension,
    Forwarding,
    Outcome,
)
from tellal.domain.swift_dataclasses import dataclass

Facts = (
    Release
    | Gathering
    | Notice
    | Competition
    | Consultation
    | Act
    | Minutes
    | Session
    | AccessRequest
    | Account
    | StandingPage
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of publication.

    `sections` are the words of its section's address in sq, sr, tr and en: they never change.
    `needs` are common facts that this kind may not lack.
    """

    name: str
    collection: str
    facts: type[Facts]
    sections: tuple[str, str, str, str]
    needs: tuple[str, ...] = ()


# In the order of the site's menu: what citizens come for stands first.
KINDS: tuple[Kind, ...] = (
    Kind("release", "releases", Release, ("komunikata", "saopstenja", "bildiriler", "releases")),
    Kind("notice", "notices", Notice, ("njoftime", "obavestenja", "duyurular", "notices")),
    Kind(
        "competition", "competitions", Competition, ("konkurse", "konkursi", "ilanlar", "vacancies")
    ),
    Kind("decision", "decisions", Act, ("vendime", "odluke", "kararlar", "decisions"), ("number",)),
    Kind(
        "regulation",
        "regulations",
        Act,
        ("rregullore", "uredbe", "yonetmelikler", "regulations"),
        ("number",),
    ),
    Kind("session", "sessions", Session, ("seanca", "sednice", "oturumlar", "sessions")),
    Kind("minutes", "minutes", Minutes, ("procesverbale", "zapisnici", "tutanaklar", "minutes")),
    Kind("invitation", "invitations", Gathering, ("ftesa", "pozivi", "davetler", "invitations")),
    Kind(
        "conference",
        "conferences",
        Gathering,
        ("konferenca", "konferencije", "basin-toplantilari", "conferences"),
    ),
    Kind(
        "consultation",
        "consultations",
        Consultation,
        ("konsultime", "konsultacije", "istisareler", "consultations"),
    ),
    Kind("request", "requests", AccessRequest, ("kerkesa", "zahtevi", "talepler", "requests")),
    Kind("report", "reports", Account, ("raporte", "izvestaji", "raporlar", "reports")),
    Kind(
        "strategy", "strategies", Account, ("strategji", "strategije", "stratejiler", "strategies")
    ),
    Kind("page", "pages", StandingPage, ("faqe", "strane", "sayfalar", "pages")),
)

KIND_OF_COLLECTION: dict[str, Kind] = {kind.collection: kind for kind in KINDS}

__all__ = [
    "KINDS",
    "KIND_OF_COLLECTION",
    "AccessRequest",
    "Account",
    "Act",
    "AgendaItem",
    "Approval",
    "Category",
    "Channel",
    "Competition",
    "Complaint",
    "Consultation",
    "Extension",
    "Facts",
    "Forwarding",
    "Gathering",
    "Hearing",
    "Kind",
    "Minutes",
    "Notice",
    "Outcome",
    "Post",
    "Presenter",
    "Quote",
    "Release",
    "Session",
    "SessionStatus",
    "SessionType",
    "Stage",
    "StandingPage",
    "Streams",
    "Suspension",
    "Votes",
]
