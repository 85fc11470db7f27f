"""Text as accounts are looked for in it: folded, by word stems, and what companies do as verbs."""
