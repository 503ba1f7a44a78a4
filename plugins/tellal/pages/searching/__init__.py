"""Site -> the index that browsers search in, the page of the search, and ways without a script."""
