"""How much may come in: bounds that hold while a body is still arriving."""

# Below this a high ratio is a small page of repetition, not a bomb.
RATIO_FLOOR = 1_000_000


def decoded_limit(encoded: int, max_body: int, max_ratio: int) -> int:
    """How many bytes a body of `encoded` bytes may unpack to."""
    return min(max_body, max(RATIO_FLOOR, encoded * max_ratio))
