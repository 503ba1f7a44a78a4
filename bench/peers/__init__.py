"""Other generators: the same site in each, its content made from a corpus."""
