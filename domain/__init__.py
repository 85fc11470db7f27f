"""The words every room shares: plain frozen records, standard library only."""
