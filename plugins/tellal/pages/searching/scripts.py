"""The index as scripts that hand over what they hold, so that they load from a disk as well.

`search/<language>/<segment>/<bucket>.js` has terms, `search/<segment>.js` what publications are,
`search/<language>/<month>.js` how they are called. `search.js` of the theme puts them together.
"""

from __future__ import annotations

import json

from tellal.domain.facts import KINDS, Kind
from tellal.domain.languages import WRITTEN, language_of
from tellal.domain.values import Key
from tellal.pages.page import Page, path_of
from tellal.pages.subjects import Subject
from tellal.pages.views import ScriptView
from tellal.pages.voice import Voice
from tellal.reading.searching.rules import (
    ENDINGS,
    LAST,
    LETTERS,
    ODD,
    PLAIN,
    STOP,
    TWINS,
    VOWELS,
)
from tellal.site.act_figures import acts_of
from tellal.site.blocks import Block, block_of, code_of_month, merged, pieces_in
from tellal.site.listings import Listing
from tellal.site.phases import GONE, OPEN, UPCOMING
from tellal.site.segments import layout_of
from tellal.site.site import Site
from tellal.site.standing import state_in

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + "".join(
    chr(0x100 + at) for at in range(1000)
)
"""A sign for each kind, directorate or state, by its place in a list."""
STATES = {OPEN: "o", UPCOMING: "u", GONE: "w"}
"""The signs of what phases tell of a publication; another one for what they do not."""
WORDS = (
    *("search_all", "search_found", "search_maybe", "search_none", "search_some", "search_tips"),
    *("search_more", "search_working", "search_failed"),
    *("state_open", "state_upcoming", "state_withdrawn", "state_act_draft", "state_act_in_force"),
    *("state_act_not_yet_in_force", "state_act_amended", "state_act_suspended"),
    *("state_act_repealed", "state_act_annulled"),
)


def script(voice: Voice, name: str, *values: object) -> Page:
    """Return a file that hands over some values under a name."""
    address = voice.addresses.index(name)
    told = ",".join(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in (name, *values)
    )
    return Page(path_of(address, voice.addresses.root), "script", ScriptView(f"tellal({told})\n"))


def shard_page(voice: Voice, subject: Subject) -> Page | None:
    """Return the terms of a bucket, each with where it stands, None where it has none."""
    language, _, segment = subject.name.partition("/")
    layout, bucket = layout_of(voice.site), int(subject.when)
    count = layout.buckets.get((language, segment), 0)
    if bucket >= count:
        return None
    blocks = (block_in(voice.site, language, month) for month in layout.months[segment])
    terms, spellings = merged(pieces_in(blocks, bucket, count))
    return script(voice, f"{subject.name}/{bucket}", terms, " ".join(spellings))


def block_in(site: Site, language: str, month: str) -> Block:
    """Return the block of a month: as it is filed, or made here where nothing is."""
    filed = site.shelf.block(language, month)
    if filed is not None:
        return dict(filed) if not isinstance(filed, dict) else filed
    known: Block | None = site.counted.get(("block", language, month))
    if known is None:
        known = site.counted["block", language, month] = block_of(site, language, month)
    return known


def months_page(voice: Voice, subject: Subject) -> Page:
    """Return the months of a segment: kind, directorate and state of all that they have."""
    site, layout = voice.site, layout_of(voice.site)
    directorates = {key: at for at, key in enumerate(sorted(site.office.directorates), 1)}
    kinds = {kind: at for at, kind in enumerate(KINDS)}
    months = {
        code_of_month(month): "".join(
            _signs(site, listing, kinds, directorates) for listing in site.findable.get(month, ())
        )
        for month in layout.months[subject.name]
    }
    buckets = {one: n for (one, name), n in layout.buckets.items() if name == subject.name}
    return script(voice, subject.name, dict(sorted(buckets.items())), months)


def _signs(
    site: Site, listing: Listing, kinds: dict[Kind, int], directorates: dict[Key, int]
) -> str:
    """Return the signs of kind, directorate and state of a publication."""
    letters = site.letters[listing.folder]
    state = next((sign for letter, sign in STATES.items() if letter in letters), "-")
    own = next(iter(listing.directorates), "")
    return f"{SIGNS[kinds[listing.kind]]}{SIGNS[directorates.get(Key(own), 0)]}{state}"


def found_page(voice: Voice, subject: Subject) -> Page | None:
    """Return how the publications of a month are called in a language, None without any."""
    listings = voice.site.findable.get(subject.when, ())
    told = [_told(voice, listing) for listing in listings]
    if not any(told):
        return None
    return script(voice, f"{voice.language.address}/{code_of_month(subject.when)}", told)


def _told(voice: Voice, listing: Listing) -> list[object] | int:
    """Return day, title, address and first words of a publication, 0 where it is not there."""
    slug, title = dict(listing.slugs).get(voice.tag), dict(listing.titles).get(voice.tag)
    if slug is None or title is None:
        return 0
    on = listing.on if listing.is_dated else None
    address = voice.addresses.item(voice.tag, listing.kind, on, slug)
    excerpt = ""
    if not voice.site.is_gone(listing):
        findables = voice.site.shelf.findables(listing.folder)
        excerpt = next((one.excerpt for one in findables if one.tag == voice.tag), "")
    return [on.day if on else 0, title, address, excerpt]


def states_page(voice: Voice, subject: Subject) -> Page | None:
    """Return the state of each act of a year by its place in its month, None without any."""
    site, found = voice.site, dict[str, dict[int, str]]()
    for act in acts_of(site, int(subject.when)):
        listings = site.findable.get(act.year_and_month, ())
        if act in listings:
            states = found.setdefault(code_of_month(act.year_and_month), {})
            states[listings.index(act)] = state_in(site, site.whole(act)) or ""
    ordered = {month: dict(sorted(found[month].items())) for month in sorted(found)}
    return script(voice, f"acts/{subject.when}", ordered) if found else None


def rules_page(voice: Voice) -> Page:
    """Return how words are taken apart, and the words of the page itself."""
    site = voice.site
    rules = {
        "tag": voice.tag,
        "own": voice.language.written,
        "languages": {
            language_of(one.tag).written: one.tag for one in reversed(site.office.languages)
        },
        "addresses": {one.tag: one.address for one in site.office.languages},
        "kinds": [kind.name for kind in KINDS],
        "directorates": ["", *sorted(site.office.directorates)],
        "signs": SIGNS[: max(len(KINDS), len(site.office.directorates) + 1)],
        "letters": LETTERS,
        "plain": PLAIN,
        "twins": TWINS,
        **{
            name: {one: table[one] for one in WRITTEN}
            for name, table in (
                *(("vowels", VOWELS), ("endings", ENDINGS), ("last", LAST)),
                *(("odd", ODD), ("stop", STOP)),
            )
        },
        "words": {key: voice.messages[key] for key in WORDS}
        | {kind.name: voice.messages[f"kind_{kind.name}"] for kind in KINDS},
    }
    return script(voice, f"{voice.language.address}/rules", rules)
