"""The least a tagger must beat: a list of keywords for each tag."""

KEYWORDS: dict[str, tuple[str, ...]] = {
    "pricing": ("price", "pricing", "cost", "fee", "discount", "subscription", "plan"),
    "product": ("launch", "introduc", "release", "available", "preview", "new ", "unveil", "feature"),
    "partnership": ("partner", "collaborat", "alliance", "agreement", "integrat", "team up"),
    "regulatory": ("regulat", "complian", "fda", "sec ", "court", "lawsuit", "approval", "fine", "antitrust"),
    "executive": ("ceo", "cfo", "chief", "president", "director", "appoint", "resign", "officer"),
}


def keyword_tags(text: str) -> frozenset[str]:
    """Every tag one of whose keywords stands anywhere in the text."""
    folded = text.lower()
    return frozenset(tag for tag, words in KEYWORDS.items() if any(word in folded for word in words))
