"""Settings of the site while it is written: Pelican's own names, and a few of ours."""

from tellal import pelican_plugin

SITENAME = "Zyra për Informim Publik, Komuna e Gjilanit"
SITEURL = "http://localhost:8000"
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
TIMEZONE = "Europe/Belgrade"
DEFAULT_LANG = "sq"

# The plugin itself, not its name: if it cannot be imported, the build fails here and says why.
# Pelican alone would log what is wrong with a plugin and end well, with no pages.
PLUGINS = [pelican_plugin]
pelican_plugin.refuse_broken_plugins()

# The moment for which the site is built, like "2019-09-30T16:00". None: what office.yaml says,
# else the present moment.
AS_OF = None

# Tellal reads, checks and writes everything; Pelican's own readers and writers have no work.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# Docutils does not know Albanian and would warn.
READERS = {"rst": None}
DELETE_OUTPUT_DIRECTORY = False
