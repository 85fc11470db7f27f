"""What becomes of each difference between two readings of a page: news, furniture, noise, or nothing."""
