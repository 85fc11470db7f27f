"""How two readings are compared: blocks aligned, paired by likeness, and netted of what only moved."""
