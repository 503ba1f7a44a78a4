"""output/ -> host: a finished site reaches the public whole, or not at all.

This room knows paths, bytes, manifests and releases; of publications it knows nothing.
"""
