"""People: who came, went or rose, as what, from where, and who stands on a page about a team."""
