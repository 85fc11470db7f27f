"""What else companies tell of themselves: partners, products, reported figures, open roles, setbacks."""
