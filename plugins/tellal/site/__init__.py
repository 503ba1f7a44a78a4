"""Publication -> Site: everything public as of a moment, in order, with answers to questions."""
