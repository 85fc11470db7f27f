"""One event read once for all accounts, and what is known of these before any event."""
