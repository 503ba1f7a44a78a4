"""Site -> Page: which files will exist, where, and what each may show."""
