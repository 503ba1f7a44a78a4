"""Running engines by turns on the same content, and telling what each run cost."""
