"""Rules that tag a change, finders that extract facts, and the headline written from them."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from classifiers.grouping import group
    from classifiers.present import Stated, present_facts
    from classifiers.rulebook.loading import RuleBook, load_rules, read_rules
    from classifiers.rulebook.texts import OUR_RULES, book_hash, rule_paths
    from classifiers.sightings import sight

VERSION = "1"

__getattr__ = by_need(
    "classifiers",
    {
        "group": "grouping",
        **dict.fromkeys(("RuleBook", "load_rules", "read_rules"), "rulebook.loading"),
        **dict.fromkeys(("Stated", "present_facts"), "present"),
        **dict.fromkeys(("OUR_RULES", "book_hash", "rule_paths"), "rulebook.texts"),
        "sight": "sightings",
    },
)

__all__ = [
    "OUR_RULES",
    "VERSION",
    "RuleBook",
    "Stated",
    "book_hash",
    "group",
    "load_rules",
    "present_facts",
    "read_rules",
    "rule_paths",
    "sight",
]
