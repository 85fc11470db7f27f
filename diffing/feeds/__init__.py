"""Feeds: read as entries, matched from visit to visit, and what is new or edited among them."""
