"""Whose: the few forms of English that every room's sentences share."""


def owned(name: str) -> str:
    """`Vanta's`, `Fathom Rates'`"""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def possessive(rival: str, product: str) -> str:
    """`Scrapingdog's Google Hotels API`, but not `Depotix's Depotix Yard`."""
    return product if product.casefold().startswith(rival.casefold()) else f"{owned(rival)} {product}"
