"""Who says it, of whom, and whether it is so: quotations, other companies' doings, denials, hopes."""
