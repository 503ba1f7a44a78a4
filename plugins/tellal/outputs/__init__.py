"""Page -> bytes: HTML by templates; feeds and sitemaps by writers. Pure functions of the view."""
