"""One line that says what happened, written from facts or else from the most telling edit."""
