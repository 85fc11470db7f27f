"""The Competitor Activity Index: how much competitors did around an account, however hard we looked."""
