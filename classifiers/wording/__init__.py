"""What texts hold, whoever asks: numbers, money, units, days, names, and the passages of an edit."""
