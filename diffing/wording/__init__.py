"""Words, numbers, money and dates as sources write them; the other rooms of diffing read text through these."""
