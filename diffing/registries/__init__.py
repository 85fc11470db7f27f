"""Registries: read as records, matched by key, and what was added, removed or changed among them."""
