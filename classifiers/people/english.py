"""The words by which English texts tell of moves."""

from classifiers.people.letters import (
    AND,
    APPOINTED,
    APPOINTMENT,
    APPOINTMENT_OF,
    APPOINTS,
    AS,
    ASIDE,
    BE,
    BY,
    DAY,
    DEPARTURE,
    DEPARTURE_OF,
    ENDED,
    FILLS,
    FROM,
    GAVE_NOTICE,
    GIVES_WAY,
    GOES,
    HIM,
    INTERIM,
    JOINS,
    NEW,
    OUSTS,
    PROMOTED,
    PROMOTES,
    REPLACES,
    SERVES,
    SERVICE,
    SKIPPED,
    SO_FAR,
    SUCCEEDS,
    TAKES_OVER,
    Words,
)

ONES = r"(?:his|her|their|the|its|our|an?)"
TAKES = r"(?:takes?|taking|took|taken)"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WHEN = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?)(?:,? \d{{4}})?"
ENGLISH: Words = (
    (GOES, r"(?:is|are) out(?: as| at)?"),
    (PROMOTED, r"promotions"),
    (ENDED, r"(?:will |to )?terminate[sd]? (?:on|effective|as of)"),
    (ASIDE, r"(?:named|voted) [\w ]{2,20}of the (?:year|month|decade)"),
    (SO_FAR, r"departing"),
    (ASIDE, r"(?:stock|share)holders (?:also )?(?:elected|re-elected|approved|ratified)"),
    (SERVES, r"(?:is|are|will be) serving|currently serves"),
    (JOINS, r"(?:starts?|started|begins|began) (?:work |life |out )?as"),
    (PROMOTED, r"promotion to"),
    (DEPARTURE_OF, r"(?:the )?(?:passing|death) of"),
    (OUSTS, r"relieved of (?:his|her|their) (?:duties|post|role|position)s?|to remove"),
    (
        DAY,
        r"(?:with )?effect(?:ive)?(?: as)?(?: of| from|"
        rf" on)?(?: the)?(?: close of business on)? (?:immediately|today|{WHEN})|with immediate effect|"
        rf"(?:as of|on|from|starting|beginning|by|until|in) {WHEN}",
    ),
    (SKIPPED, r"(?:informed|notified|advised) by"),
    (
        DEPARTURE_OF,
        r"(?:entered into an? (?:[a-z]+ ){0,3})?(?:separation|severance|"
        r"transition)(?: and [a-z]+)?(?: agreement)? with",
    ),
    (
        GOES,
        r"not (?:intend to |plan to |wish to |to |be )?(?:stand(?:ing)?|seek(?:ing)?|"
        r"run(?:ning)?)(?: for)? re-?election|(?:mutually )?agreed (?:upon|to|on) a (?:mutual )?separation|"
        r"entered into an? (?:[a-z]+ ){0,3}(?:separation|severance|transition)(?: [a-z]+){0,3}? agreement|"
        r"mutually agreed that|terminated (?:his |her )?employment|(?:transition(?:s|ed|ing)?|mov(?:es?|ed|"
        r"ing)) (?:in)?to (?:an? )?(?:the )?(?:(?:role|position|"
        r"capacity) of )?(?:[a-z-]+ ){0,3}(?:advis[eo]r\w*|consult\w*|emerit\w+)|(?:deliver(?:s|ed)|"
        r"provided|submitted|tendered|gave|given)(?: written)? notice of (?:his|her|their) (?:resignation|"
        r"retirement|departure)|out as",
    ),
    (
        GAVE_NOTICE,
        r"(?:(?:notified|informed|advised|told)(?: (?:\d+,|[^\s,;]+)){1,9}?|(?:provided|gave|given|delivered|"
        r"submitted)(?: \w+){0,3} notice),? (?:that|of|about) (?:they|he|she|his|her|their)\b(?: (?:has|"
        r"have|had|is|was|were|will|would|decided|intends|intended|plans|planned|intention|intent|decision|"
        r"plans?|to|does|do|did|be))*",
    ),
    (FILLS, r"to fill (?:the|an?|this|that) (?:[a-z-]+ ){0,3}(?:vacancy|seat|position)(?: created)?"),
    (
        BE,
        r"(?:chosen|decided|agreed|determined|intends?|intended|expected|scheduled|due|plans?|"
        r"planned|set|slated|about) to",
    ),
    (
        ASIDE,
        r"re-?(?:elect|appoint|nominat)\w*|not|never|nor|if|whether|could|might|may|should|[a-z]+n['’]t|"
        r"on [a-z]+ing|(?:leav(?:es?|ing)|left) (?:no|little|room|the door|nothing|behind|open)",
    ),
    (INTERIM, r"on an? (?:interim|acting) basis|in the interim"),
    (
        GIVES_WAY,
        r"(?:succeeded|replaced|followed)(?: in (?:the|that|this|his|her) (?:role|position|"
        r"post))?(?: on an interim basis)? by|hand(?:s|ing)(?: over)?|hand(?:ed)? over|"
        r"hand(?:ed)? (?:the |his |her )?(?:[a-z]+ ){0,3}to|(?:relinquish|transition|transfer|hand)(?:s|es|"
        r"ed|ing)?(?: and [a-z]+)? (?:over )?the (?:duties|role|position) of|(?:makes|making|made) way for|"
        rf"{ONES} (?:place|role|position|post|seat|duties) (?:is|was|will be) (?:taken|filled|"
        rf"assumed)(?: over)? by|{ONES} successor (?:is|will be)|pass(?:es|ed) the (?:baton|torch|reins) to",
    ),
    (REPLACES, rf"steps? up to replace|{TAKES} (?:over from|the place of)|replac(?:es?|ed|ing)"),
    (SUCCEEDS, r"succeed(?:s|ed|ing)?|in succession to"),
    (
        APPOINTMENT_OF,
        r"(?:the )?(?:appointments?|election|hiring|promotion|addition|arrival|selection)(?: today)? of",
    ),
    (
        DEPARTURE_OF,
        r"(?:announce[sd]? )?(?:the )?(?:resignations?|departures?|retirement|exit|loss|removal|ouster|"
        r"dismissal|separation|(?:termination|end) of (?:the )?employment|termination|"
        r"terminated the employment) of|says? (?:goodbye|farewell) to|bids? farewell to|loses|part(?:s|"
        r"ed) (?:ways|company) with",
    ),
    (
        TAKES_OVER,
        rf"{TAKES} (?:over|charge|(?:the|that|his|her) (?:helm|reins|role|position|chair|post|place|seat))|(?:assume|"
        r"fill|step into)s? (?:the|that|his|her) (?:role|position|post|duties)",
    ),
    (
        JOINS,
        r"join(?:s|ed|ing)?|becom(?:es?|ing)|became|step(?:s|ped|ping)? (?:up|in)(?:to)?|assum(?:es?|ed|"
        rf"ing)|rejoin(?:s|ed|ing)?|returns?|returned|(?:will|is to) be|accept(?:s|ed) {ONES} (?:position|"
        r"role|post|job|offer)|"
        r"(?:mov(?:es?|ed|ing)|transition(?:s|ed|ing)?) (?:up |over |across )?(?:in)?to|com(?:es|ing) (?:on board|"
        r"aboard)|lands|(?:rises|rose) to|(?:will|to) head(?: up)?|heads(?: up)?|to become|will serve|"
        r"arrives",
    ),
    (
        GOES,
        r"(?:tender(?:s|ed)|deliver(?:s|ed)|submit(?:s|ted)|offer(?:s|ed)|announce[sd]?|hand(?:s|ed) in|given|"
        r"gave)(?: notice of)? (?:his|her|their) (?:resignation|retirement|departure|notice)|resign(?:s|ed|"
        r"ing)?|retir(?:es?|ed|ing)|(?:steps?|stepp(?:ed|ing)|stand(?:s|ing)?|stood) (?:down|aside|back)|"
        r"leav(?:es?|ing)|left|depart(?:s|ed|ing)?|exit(?:s|ed|ing)?|quit(?:s|ting)?|(?:mov(?:es?|ed|"
        r"ing) on|bow(?:s|ed|ing)? out)|transition(?:s|ed|ing)? (?:out|away)|ceas(?:es?|ed|ing)(?: to (?:be|"
        rf"serve))?|on {ONES} way out|passed away|dies|died|relinquish(?:es|ed|ing)?|part(?:s|ed|"
        r"ing)? (?:ways|company)|no longer|calls? it a day|announces? (?:his |her )?(?:retirement|"
        r"resignation|departure)|separat(?:es?|ed|ing)",
    ),
    (
        OUSTS,
        r"oust(?:s|ed|ing)?|fire[sd]|dismiss(?:es|ed)|sack(?:s|ed)|remove[sd]|terminat(?:es|ed)|suspend(?:s|"
        r"ed)|axe[sd]|(?:pushe[sd]|force[sd]) out",
    ),
    (ENDED, r"(?:will )?end(?:s|ed)?|concluded|expired|came to an end"),
    (
        SERVICE,
        r"employment of|(?:service|employment|tenure|term|stint|mandate)(?: with (?:the )?(?:company|"
        r"registrant|bank))?",
    ),
    (DEPARTURE, r"resignation|departure|retirement|exit"),
    (APPOINTMENT, r"appointments?|election|promotions?|arrivals?|additions"),
    (PROMOTES, r"(?:promote|elevate)s?|promoting"),
    (PROMOTED, r"promoted|elevated|advanced"),
    (
        APPOINTS,
        r"appoint(?:s|ing)?|nam(?:es?|ing)|hir(?:es?|ing)|elects|taps|raids|recruits|poaches|lures|picks|chooses|"
        r"selects|turns to|designates|meet|introducing|say hello to|welcom(?:es?|ed|ing)|adds|installs|"
        r"brings(?: in| back| on board)?|signs up|unveils",
    ),
    (
        APPOINTED,
        r"appointed|named|hired|elected|tapped|recruited|poached|picked|chosen|selected|designated|"
        r"installed|confirmed|added|engaged|brought (?:in|on board|on|back)|drafted in|lined up|unveiled|"
        r"handed",
    ),
    (
        AS,
        r"as|to (?:be|serve as|act as)|to (?:the |its |our )?(?:additional |new )?(?:role|position|post|"
        r"office) of|(?:in|into|to|from) (?:the|his|her|their) (?:role|position|post|office|capacity|"
        r"duties)s? (?:of|as)",
    ),
    (NEW, r"new|next|incoming|newly appointed"),
    (
        SO_FAR,
        r"former(?:ly)?|ex|previous(?:ly)?|most recently|until recently|current(?:ly)?|outgoing|retired|"
        r"served",
    ),
    (
        BE,
        r"is|are|was|were|be|been|being|has|have|had|will|would|to|shall|agreed|decided|intends?|plans?|"
        r"expected|due|set",
    ),
    (BY, r"by"),
    (FROM, r"from"),
    (
        ASIDE,
        r"said|says?|tells?|told|announce[sd]?|reports?|reported|that|which|because|while|when|after|before|"
        r"where|who|whose|on (?:how|why|what)|interview|podcast|webinar|awards?|wins?|won|receives?|"
        r"received|search\w*|seeks?|considers?|nominees?|shares|explains?|talks?|discuss\w*",
    ),
    (
        SKIPPED,
        r"each of|the|an?|its|our|his|her|their|also|today|now|formally|unanimously|recently|officially|"
        r"hereby|both|each|jointly|immediately|already|then|separately|(?:offer letter|"
        r"employment agreement) with|(?:company|registrant|bank|firm|group)['’]s",
    ),
    (AND, r"and"),
    (HIM, r"he|she|him"),
)
