"""Words that say that something holds for every plan, whatever heading it stands under."""

from classifiers.wording.patterns import Pattern

EVERY_PLAN = Pattern(
    r"(?i)\b(?:every|each|all|any)(?: \w+)? (?:plans?|tiers?|subscriptions?|packages?)\b|"
    r"\b(?:alle|jeder|jedem) (?:tarife?n?|plän?e?n?)\b|\btou(?:s|tes) les? (?:forfaits|offres|abonnements)\b|"
    r"\btodos los planes\b"
)
