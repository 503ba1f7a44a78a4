"""Settings of the site as the public sees it: those of pelicanconf.py but for its address."""

from pelicanconf import *  # noqa: F403

SITEURL = "https://gjilan.example"

# Where `invoke publish` brings the site: a folder on a host (ssh), on this machine (folder), one
# file (zip). Like "ssh://tellal@www.gjilan.example:22/srv/tellal". docs/en/publish.md has the rest.
PUBLISH_TO: str | None = None
# Only commits of this branch are published.
PUBLISH_BRANCH = "main"
# How many releases stay on the host, to go back to.
PUBLISH_KEEP = 10
# A file with the keys of the host; None: the user's own known_hosts.
PUBLISH_KNOWN_HOSTS: str | None = None
# Hubs that feeds name and that are told of news after each publish (WebSub), so that whoever has
# subscribed has it within seconds. Like ("https://hub.example/",).
PUBLISH_HUBS: tuple[str, ...] = ()
# What is written into outbox/ when it is published for the first time, for the page that the office
# has on Facebook: kinds; in all languages at once, or each by itself. () writes nothing.
PUBLISH_POSTS = ("release", "invitation", "notice", "competition", "consultation")
PUBLISH_POSTS_TOGETHER = True
# The number of that page. With it and a token (TELLAL_FACEBOOK_TOKEN) it is posted, too.
PUBLISH_FACEBOOK_PAGE: str | None = None
