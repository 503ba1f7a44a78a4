"""Measuring Tellal: a generator of content of any size, and what is measured on it."""
