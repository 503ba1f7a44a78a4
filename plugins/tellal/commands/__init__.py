"""The commands of the command line, in groups; each loads only what it needs."""
