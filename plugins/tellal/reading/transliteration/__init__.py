"""Serbian in one script -> Serbian in the other, as plain text or as HTML."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from tellal.reading.transliteration.compounds import keep_apart
from tellal.reading.transliteration.cyrillic import to_cyrillic
from tellal.reading.transliteration.latin import is_cyrillic, to_latin
from tellal.reading.transliteration.letters import JOINER
from tellal.reading.transliteration.markup import html_to_cyrillic, html_to_latin
from tellal.reading.transliteration.scripts import in_script

__all__ = (
    "JOINER",
    "VERSION",
    "html_to_cyrillic",
    "html_to_latin",
    "in_script",
    "is_cyrillic",
    "keep_apart",
    "to_cyrillic",
    "to_latin",
)

VERSION: Final = sha256(
    b"".join(module.read_bytes() for module in sorted(Path(__file__).parent.glob("*.py")))
).hexdigest()[:16]
"""Changes whenever a rule or a word list does; part of the key of what was transliterated."""
