"""Settings of the site as the public sees it: those of pelicanconf.py but for its address."""

from pelicanconf import *  # noqa: F403

SITEURL = "https://gjilan.example"
