"""Crawls: what is due, fetching it, and the queue's work carried out by one process."""
