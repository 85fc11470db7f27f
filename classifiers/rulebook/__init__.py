"""Rules as they are written: the records, the files they are read from, and the words they look for."""
