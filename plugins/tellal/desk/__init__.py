"""For the staff: new, check, build, serve, in their language."""
