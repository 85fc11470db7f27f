"""Key accounts: which of them an event touches, why, and how much."""
