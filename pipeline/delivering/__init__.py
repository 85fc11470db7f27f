"""Editions and alerts handed over once each, evidence put where it opens, and an installation looked over."""
