"""What companies do, as it stands behind a name, and what is said of things instead: patterns only."""

from accounts.texts.patterns import Pattern
from accounts.texts.verbs import ABROAD, BASES, SUBJECT_VERBS, TOGETHER_VERBS

SUBJECT_VERB = Pattern(
    r"^ (?:(?:also|now|today|just|recently|already|still|never|only|further|has|have|had|\p{Ll}+ly) )?(?:(?i:"
    + SUBJECT_VERBS
    + r")|"
    + ABROAD
    + r")(?:[^\p{L}]|$)"
)
# "Unity scrapped its fee", "Unity also pledged to": any other verb of the past, in small letters.
PAST_VERB = Pattern(r"^ (?:(?:also|never|already|now|then|even|\p{Ll}+ly) )?\p{Ll}{2,}ed (?:\p{L}|\p{N}|\$|€|£)")
# "Unity generates reports", "Unity proudly renews its": what ends in "s" and has an object is a verb, no plural.
_OBJECTS = """
the a an its their our your his her this these more most all over about nearly almost another
"""
OBJECT_VERB = Pattern(
    r"^ (?:(?:also|now|still|then|\p{Ll}+ly) )?\p{Ll}{2,}[^\Ws]s "
    r"(?:(?:" + "|".join(_OBJECTS.split()) + r"|up to)\b|\p{Lu}\p{L}|\p{N}|[$€£])"
)
# "Bloom fuels growth with its new cell": what comes "its" stands for one, so that its word in "s" is a verb.
ITS_VERB = Pattern(r"^ \p{Ll}{2,}[^\Ws]s \p{Ll}+ (?:with|through|for|in|by|at|to|on|from) its\b")
# "Keld, who makes laptops, cut its outlook": a firm, for all the "who".
WHO_CUT_ITS = Pattern(r"^, who [^.;]*, \p{Ll}+ its\b")
# "Frontier, Spirit and JetBlue cut routes": several names that do something together.
LISTED_TOGETHER = Pattern(
    r"^(?:, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?){1,5},? (?:and|&) (\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)? "
    r"(?:(?:also|both|all|have|each) )*(?i:" + TOGETHER_VERBS + r")(?:[^\p{L}]|$)"
)
# "Merit pay was agreed": a noun of one word behind, since another verb follows it.
NOUN_BEHIND = Pattern(r"^ (\p{Ll}+) (?:was|were|is|are|has been|have been|will be|can be|must be)\b")
# "Subway franchisees push back": only a firm has them.
ITS_PEOPLE_DO = Pattern(r"^ (?:franchisees|spokespeople|shareholders|stockholders|bondholders) \p{Ll}")
# "Unity Ordered to Pay", "Unity Found Liable": what befalls somebody, in a headline.
_BEFALLEN = """
Ordered Named Fined Sued Told Accused Found Selected Chosen Forced Urged Asked Recognized Recognised Awarded Cleared
Granted Charged Convicted Barred Banned Warned Cited Picked Tapped
"""
BEFALLS = Pattern(
    r"^ (?:" + "|".join(_BEFALLEN.split()) + r") (?i:by|to|for|in|over|as|an?|the|of|one|among|liable|guilty|with|"
    r"from)\b"
)
# "Unity not interested in a deal": what somebody does not do.
REFRAINS = Pattern(r"^ not (?:interested|planning|considering|ready|willing|seeking|in talks|expected|for sale)\b")
# "Sharp falls in shares", "Upstart rivals have": things of many, not what somebody does.
OF_MANY = Pattern(r"^ (?:falls|rises|drops|gains|jumps|slides|cuts|slips|surges|increases|declines) (?:in|of|for|to) ")
# "Upstart rivals have", "Honest reviews help": what many of them do, unless that is a verb and its object.
MANY_DO = Pattern(
    r"^ \p{Ll}+s (?:who|that|which|keep|may|can|will|must|shall|should|would|help|need|want|include|remain|give|get|"
    r"come|go|mean|differ|vary|apply|count|matter|" + BASES + r")(?:[^\p{L}]|$)"
)
# "Fossil fuels supplied 60%", "Wire transfers sent after four": a second verb tells that the first word is a thing.
MANY_DID = Pattern(
    r"^ (\p{Ll}+s) (?:have|are|were|do|fell|rose|grew|(?:\p{Ll}+ed|sent|made|held|paid|sold|lost|kept|shown|found|"
    r"taken|given|written) (?:\p{N}|the|an?|to|by|in|from|at|for|on|after|before|against|more|less))(?:[^\p{L}]|$)"
)
_NO_NOUNS = """
also now today then still never itself already always soon says said which who that once alone again here there not
"""
NO_NOUNS = frozenset(_NO_NOUNS.split())
_NO_PLURALS = """
has was is does shares stocks customers employees executives users shareholders workers
"""
NO_PLURALS = frozenset(_NO_PLURALS.split())
# "Data collected by third parties": what was done with it.
UNDERGONE = Pattern(r"^ (\p{Ll}+ed|sent|shown|made|given|held|sold|bought|used) (?:by|via|under|pursuant) ")
_OF_SOMEBODY = """
sued fined accused named probed urged ordered asked charged cleared hacked acquired backed owned founded led barred
banned warned bought sold investigated
"""
OF_SOMEBODY = frozenset(_OF_SOMEBODY.split())
# "Progress has been slow", "Delivery is included": what is said of things, at the start of a sentence.
STATED = Pattern(
    r"^ (?:is|was|were|are|has been|will be|may be|can be|must be) (?:not |also |already |still |only )?(?:slow|"
    r"slower|important|needed|included|excluded|key|essential|vital|calculated|billed|charged|payable|refundable|"
    r"optional|mandatory|measured|possible|scarce|scant|poor|mixed|underway|paramount|waived|shown|displayed)\b"
)
# "Sunrun installs batteries": any verb, behind a word that is no ordinary one.
ANY_VERB = Pattern(r"^ (?:\p{Ll}{2,}(?:s|ed)|will|can) \p{Ll}")
# "Meta to Buy Nuclear Power": the future of headlines.
TO_DO = Pattern(r"^ (?i:to (?:" + BASES + r"))\b")
# "Spectrum and Apple unveiled": two names that do something together.
TOGETHER = Pattern(
    r"^ (?:and|&|et|und|y|e|en) (?:\p{L}*\p{Lu}[\p{L}]* ){1,4}(?:(?:today|also|jointly|both|now|have|"
    r"each) )*(?:\p{L}+ed|(?i:" + TOGETHER_VERBS + r")|" + ABROAD + r"|"
    r"(?i:to (?:" + BASES + r")))(?:[^\p{L}]|$)"
)
# "Continental vor Michelin": two names that are held against each other.
AGAINST = Pattern(r"^ (?:ahead of|vs\.?|versus|vor|gegen|devant|contre|contra|por delante de|voor|davanti a) \p{Lu}")
# "Regulator Fines Square": what is done to a company.
DONE_TO = Pattern(
    r"(?i)\b(?:fines?|fined|sues?|sued|tells?|told|asks?|asked|urges?|urged|orders|ordered|acquires?|acquired|"
    r"probes?|accuses?|accused|charges|charged|joins?|joined|leaves|buys?|bought|beats|warns?|warned) $"
)
# "Tullow rose 2.1 per cent and Kelder 1.4 per cent": how far a share moved.
MOVED = Pattern(r"^ (?:up |down )?\p{N}[\p{N}.,]*(?: \p{N}/\p{N})? ?(?:per cent|percent|pc|%|points?|p)(?:[^\p{L}]|$)")
# "Kelder wehrt sich", "Kelder hält die": any German verb, by what stands behind it.
GERMAN_VERB = Pattern(
    r"^ \p{Ll}{2,}t (?:sich|die|den|das|der|dem|eine?|einen|seine[nmr]?|ihre[nmr]?|auf|für|nach|wegen|rund|mehr)\b"
)
# "Kelder Kicks Off the": a headline's verb.
HEADLINE_VERB = Pattern(
    r"^ \p{Lu}\p{Ll}+[^\Ws]s (?:Off|Out|Its|Their|New|First|Record|Another|Major|Global|[Tt]he|[Aa]n?|"
    r"\$)(?:[^\p{L}]|$)"
)
# "Keld and Kelder Expand Partnership".
JOINT_VERB = Pattern(r"^ (?i:" + TOGETHER_VERBS + r")(?:[^\p{L}]|$)")
# "Orbit has appointed": what somebody does, in small letters among capitals.
ACTS = Pattern(
    r"^ (?:(?:has|had|have|also) (?:also )?(?:agreed|announced|appointed|acquired|named|entered|signed|completed|"
    r"sold|bought|filed|hired|elected|reported|launched)|said|says|announced|agreed|acquired|appointed|reported|"
    r"launched|told|named|filed|sued|bought|sold|plans|expects|signed|completed|unveiled|argues|argued)\b"
)
