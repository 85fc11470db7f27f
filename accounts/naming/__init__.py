"""Companies by name: the ways they are written, and whether an ordinary word means the company here."""
