"""The site of the benchmark in Nikola. The content is written beside it by bench.peers.sites."""

import json
from pathlib import Path

DATA = json.loads(Path("data/site.json").read_text("utf-8"))
PLACES = {"sq": "sq", "sr_latin": "sr", "sr": "sr-cyrl", "tr": "tr"}
COLLECTIONS = tuple(DATA["sections"]["sq"])


def words_of(collection: str) -> dict[str, str]:
    """Return the word of a section in the addresses of each language."""
    return {code: DATA["sections"][place][collection] for code, place in PLACES.items()}


BLOG_AUTHOR = BLOG_TITLE = BLOG_DESCRIPTION = "Zyra për Informim Publik"
SITE_URL = "https://gjilan.example/"
BLOG_EMAIL = "informimi@gjilan.example"
DEFAULT_LANG = "sq"
TRANSLATIONS = {code: f"./{place}" for code, place in PLACES.items()}
TRANSLATIONS_PATTERN = "{path}.{lang}.{ext}"
TIMEZONE = "Europe/Belgrade"
THEME = "office"
POSTS = tuple((f"content/{name}/*.md", words_of(name), "post.tmpl") for name in COLLECTIONS)
PAGES = ()
COMPILERS = {"markdown": [".md"]}
MARKDOWN_EXTENSIONS = ["markdown.extensions.tables", "markdown.extensions.sane_lists"]
NAVIGATION_LINKS = {
    code: tuple((f"/{place}/categories/{name}/", name) for name in COLLECTIONS)
    for code, place in PLACES.items()
}

# The newest twenty, month lists, feeds with full text: as in the other sites.
INDEX_DISPLAY_POST_COUNT = FEED_LENGTH = 20
CREATE_MONTHLY_ARCHIVE = True
GENERATE_ATOM = GENERATE_RSS = True
FEED_TEASERS = False
PRETTY_URLS = STRIP_INDEXES = True

# What the other sites do not have either.
SHOW_SOURCELINK = COPY_SOURCES = False
ENABLE_AUTHOR_PAGES = False
COMMENT_SYSTEM = ""
DISABLED_PLUGINS = ["render_galleries", "render_listings", "scale_images"]
FILES_FOLDERS: dict[str, str] = {}
