"""Rules over passages: which condition holds, what clears what, and how sure a tag is."""
