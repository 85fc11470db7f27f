"""From the week's events to one edition per reader: what is fresh, held, taken back, drafted and answered."""
