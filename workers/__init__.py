"""Crawls carried by any number of machines: a queue on the shared PostgreSQL, and the workers that take from it."""
