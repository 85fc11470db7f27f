"""Rules that tag a change, finders that extract facts, and the headline written from them."""
