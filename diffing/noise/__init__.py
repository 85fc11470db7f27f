"""Which differences mean nothing to a reader: told by their shape on two visits, or learned from many."""
