"""Rules that tag a change, finders that extract facts, and the headline written from them."""

from classifiers.grouping import group
from classifiers.loading import OUR_RULES, RuleBook, load_rules, read_rules
from classifiers.present import Stated, present_facts
from classifiers.sightings import sight

VERSION = "1"

__all__ = ["OUR_RULES", "VERSION", "RuleBook", "Stated", "group", "load_rules", "present_facts", "read_rules", "sight"]
