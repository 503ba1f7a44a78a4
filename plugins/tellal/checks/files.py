"""Files beside the texts: they exist, pictures are described, nothing is too heavy for a phone."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tellal.checks.collection import Collection
from tellal.domain.editions import Publication
from tellal.domain.facts import Act
from tellal.domain.findings import Finding, finding
from tellal.domain.links import target_of
from tellal.reading.files import NO_PICTURE, is_picture

NO_FILE = '{key}: there is no file "{file}" beside the text. Put it there, or write another name.'
NEAR_FILE = '{key}: there is no file "{file}" beside the text. Did you mean "{near}"?'
NOT_DESCRIBED = (
    'The picture "{file}" is not described. Name it under "photos:" with alt, credit and licence, '
    "or take it away."
)
TOO_LARGE = (
    "The file has {size} MB; at most {largest} MB are published. Make it smaller "
    "(scan with fewer dots per inch, or save as PDF)."
)
NO_ORIGINAL = (
    "scanned: only the signed original holds the words, and none is named. Lay the file beside "
    'the text, and add a line "signed_original: …".'
)
MEGABYTE = 1_000_000


def file_names(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield each file name that the facts state, with its key."""
    for key in ("attachments", "photos"):
        for note in getattr(publication.common, key):
            yield f"{key}.file", note.file
    for name in ("draft", "signed_original"):
        if (file := getattr(publication.facts, name, None)) is not None:
            yield name, file
    for item in getattr(publication.facts, "agenda", ()):
        for file in item.materials:
            yield "agenda.materials", file


def check_named_files_exist(collection: Collection) -> Iterator[Finding]:
    """A file that the facts name lies beside the text."""
    for publication in collection.publications:
        names = [file.name for file in publication.files]
        for key, file in file_names(publication):
            if file in names:
                continue
            line = publication.line_of(key, file)
            near = get_close_matches(file, names, 1)
            message, arguments = (NEAR_FILE, {"near": near[0]}) if near else (NO_FILE, {})
            yield finding(
                publication.path,
                line,
                "attachment-dangling",
                message,
                key=key,
                file=file,
                **arguments,
            )


def check_scanned_acts_have_their_original(collection: Collection) -> Iterator[Finding]:
    """An act whose words no edition holds has the file that does."""
    for publication in collection.publications:
        facts = publication.facts
        if isinstance(facts, Act) and facts.scanned and facts.signed_original is None:
            line = publication.line_of("scanned")
            yield finding(publication.path, line, "original-missing", NO_ORIGINAL)


def check_photos_are_pictures(collection: Collection) -> Iterator[Finding]:
    """What is named as a photo can be shown as one."""
    for publication in collection.publications:
        names = [file.name for file in publication.files]
        for photo in publication.common.photos:
            if photo.file in names and not is_picture(photo.file):
                line = publication.line_of("photos", photo.file)
                path = publication.path
                yield finding(path, line, "picture-broken", NO_PICTURE, file=photo.file)


def check_pictures_are_described(collection: Collection) -> Iterator[Finding]:
    """No picture is shown without a description, a credit and a licence."""
    for publication in collection.publications:
        named = {file for _, file in file_names(publication)}
        for edition in publication.editions:
            for link in edition.body.links:
                named.add(target_of(publication.reference, link).file or "")
        for file in publication.files:
            if file.width and file.name not in named:  # one that cannot be opened was told
                yield finding(file.path, 0, "photo-incomplete", NOT_DESCRIBED, file=file.name)


def check_files_are_light_enough(collection: Collection) -> Iterator[Finding]:
    """No file is larger than the office allows."""
    largest = collection.office.card.largest_file_mb
    for publication in collection.publications:
        for file in publication.files:
            if file.size_bytes > largest * MEGABYTE:
                size = -(-file.size_bytes // MEGABYTE)
                yield finding(file.path, 0, "file-too-large", TOO_LARGE, size=size, largest=largest)
