"""The weekly mail: picked, composed, rendered and delivered once."""
