"""Writes the pages of our own corpus: invented companies, in the shapes of real sites (`python -m bench.own_pages`)."""
