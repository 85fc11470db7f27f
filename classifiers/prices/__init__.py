"""Prices: the offers a text makes, old ones matched to new, and what became of plans."""
