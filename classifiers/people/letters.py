"""The kinds of words by which sentences tell of moves, each with its letter: a sentence becomes a string of these."""

from collections.abc import Sequence

# Verbs with an object, verbs without one, and nouns.
APPOINTS, APPOINTED, PROMOTES, PROMOTED, OUSTS = "APVUX"
JOINS, SERVES, TAKES_OVER, GOES, ENDED = "JSTGE"
APPOINTMENT_OF, DEPARTURE_OF, APPOINTMENT, DEPARTURE, SERVICE = "agvue"
GIVES_WAY, SUCCEEDS, REPLACES = "Rtr"
# That somebody gave notice of what follows: "notified the Company of his decision to"; a vacant seat that is filled.
GAVE_NOTICE, FILLS = "kF"
# What stands between: "as", "to be", "new", "former", "on an interim basis", "by", "from"; where others are told of.
AS, BE, NEW, SO_FAR, INTERIM, BY, FROM, ASIDE, AND = "sbnfiymx&"
PERSON, HIM, OFFICE, WORD = "NhOw"
# Words that say nothing of who moves: articles and adverbs, and days.
SKIPPED, DAY = "_", "d"
MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "–": "-", "—": "-", "&": AND, "?": ASIDE, "|": ";"}
# An office ends where one of these begins.
VERBS = frozenset((*"APVUXJSTGEagkFRtr", ASIDE))
# A sentence without any of these tells no move.
TELLING = frozenset((*"APVUXJSTGEagvukRtr", NEW))
# Words of one language by their kinds, those of several words before those they hold.
Words = Sequence[tuple[str, str]]
