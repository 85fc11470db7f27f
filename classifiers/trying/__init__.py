"""Rules tried out: their examples, why they fire or do not, and where they contradict one another."""
