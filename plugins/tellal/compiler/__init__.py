"""The whole way, straight: content/ -> publications -> ┃ -> site -> pages -> bytes -> output/.

Left of the barrier findings are gathered; right of it nothing fails for a reason of content.
These modules put the rooms together, and so may know them all. `build` is where to begin reading.
"""
