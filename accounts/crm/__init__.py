"""Systems that keep our accounts: what is read from them, and the tasks that go back, once."""
