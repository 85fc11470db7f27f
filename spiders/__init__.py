"""Visit what sources.yaml lists and hand over the raw answers; decide nothing."""
