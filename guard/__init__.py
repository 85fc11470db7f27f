"""The choke points: addresses, limits, escaping. Standard library only."""
