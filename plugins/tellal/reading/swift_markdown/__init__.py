"""Markdown text -> HTML, as Python-Markdown makes it, with less work for what a text lacks."""

from tellal.reading.swift_markdown.converter import SwiftMarkdown

__all__ = ("SwiftMarkdown",)
