"""content/ -> Source -> Edition: what staff wrote, read and understood."""
