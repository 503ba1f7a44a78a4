"""The engine: writes what pages became. Knows paths and bytes, no publications."""
