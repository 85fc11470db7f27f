"""Countries, regions, towns, and where accounts are."""
