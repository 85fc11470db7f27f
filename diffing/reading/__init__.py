"""How a page is read: decoded, cleaned, cut into blocks, content told from furniture, and judged for what it is."""
