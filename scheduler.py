"""Written soon."""
