"""Whether a name stands for another bearer of it: a person, a school, a team, an illness, a street or a measure."""

from accounts.naming.bearers import is_of_nature_or_town
from accounts.naming.doings import WHO_CUT_ITS
from accounts.naming.people import BORNE_BY_PEOPLE
from accounts.naming.surroundings import is_the_place
from accounts.places.towns import COUNTRY_NAMES
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern

# "le quartier Soria", "liceo Soria": streets, schools, houses and quarters are called by others' names.
_CALLED = """
quartier rue avenue boulevard lycée collège école hôpital clinique pont stade caserne salle square résidence gare
liceo scuola viale piazza istituto teatro stadio ospedale albergo palazzo
calle plaza avenida instituto colegio hospital hotel hôtel teatro estadio barrio paseo parque edificio restaurante
straat plein laan wijk school ziekenhuis theater
"""
_CALLED_WORDS = "|".join(dict.fromkeys(_CALLED.split()))
_CALLED_BEFORE = (
    rf"(?:^|[^\p{{L}}])(?:(?i:{_CALLED_WORDS}) (?:(?:de|du|del|della|des|d'|of|van|von) (?:(?:la|le|el|los) )?)?|"
    r"\p{L}+(?:straße|platz|gasse|schule|viertel) )$"
)
# "8 degrees Celsius": the measure that a number of degrees is in.
_MEASURED_BEFORE = r"(?i:\bdegrees?|°|\bgrados?|\bdegrés?|\bGrad|\bgradi|\bgraden) ?$"
# "was shot", "is survived by": what befalls people only.
_OF_A_PERSON = (
    r"^,? (?:was|is|were|had been|wurde|wird|fut|fue|werd) (?:shot|born|buried|married|killed|knighted|baptised|"
    r"elected|re-elected|sworn|survived by|geboren|begraben|gewählt|né|née|élue?|enterré|nacido|elegido|geboren)\b|"
    r"^,? (?:is |was )?(?:an? )?[\p{L}\d]+[- ]years?[- ]old\b|"
    r"^, \d\d, |^ (?:grew up|graduated|studied|retired from|is married|lives with)\b"
)
# "co-founder Dave", "economist Keld": what only a person is, right before the name of one.
_CALLINGS = """
founder founders brother sister son daughter father mother wife husband widow analyst economist author actor actress
singer novelist poet philosopher playwright painter composer spokesman spokeswoman lawyer attorney professor striker
goalkeeper midfielder quarterback pitcher goalie rapper comedian detective teammate colleague historian journalist
reporter columnist billionaire
"""
_CALLED_TO_BE = frozenset(_CALLINGS.split())
# "the magazine Keld", "hurricane Keld": what else bears names, said right before it.
_KINDS = """
magazine newspaper tabloid musical sitcom band singer rapper yacht ferry planet asteroid god goddess racehorse
hurricane typhoon cyclone satellite spacecraft village hamlet river lake mountain volcano galaxy nymph saint tribe
gorilla union charity orchestra choir parish abbey monastery
"""
_OF_OTHER_KINDS = frozenset(_KINDS.split())
# "in Rio de Janeiro", "the Costa del Sol": the beginning of a longer name, in an English sentence.
_GOES_ON = Pattern(r"^ (?:de|del|do|da|dos) (?:la )?(\p{Lu}\p{L}+)")
_ENGLISH = frozenset(("", "in", "from", "to", "of", "at", "near", "the", "on", "and", "for", "between", "around"))
_QUOTES = "\"“'‘«"
# "told Keld, who", "as Keld put it", "Keld joined the Company": what a person's name stands in, and a firm's hardly.
_WHO_AFTER = Pattern(
    r"^, who\b|^ (?:has )?(?:join(?:ed|s) the (?:Company|firm|[Bb]oard(?: of [Dd]irectors)?)(?:[^\p{L} ]|$| (?:in|as|"
    r"on|after|when|last))|resigned|succeed(?:s|ed) (?:\p{Lu}|him|"
    r"her)|serves on|serv(?:ed|es) as (?:the |our |its |interim )*(?:Chief|Vice|President|Senior|Executive|"
    r"Director|General|CFO)|holds an? (?:[BMJP]|bachelor|master|degree|law)|received (?:a|an|his|her) (?:[BMJP]|"
    r"bachelor|master|degree)|(?:told|said|left|led|spent|began|ran|wrote|joined|"
    r"returned)(?: [\p{Ll}\d-]+){0,4} (?:his|her)\b|\p{Ll}+(?:ed|s) (?:his|her)\b|was (?:appointed|promoted|hired)|"
    r"will (?:succeed|serve|step down))"
)
# "H.G. Wells", "J. Keld"; "in the U.S. Keld" is none.
_INITIALS, _STATES = Pattern(r"(?:^|[ (“\"])(?:\p{Lu}\. ?){1,2}$"), Pattern(r"(?:U\.S|U\.K|E\.U|U\.N|D\.C)\. $")
_PUT_SO = Pattern(r"^ (?:once )?(?:puts?|put|said|wrote|observed|noted|argued|argues|says|writes|saw) ?(?:it)?\b")
# "a professor at Keld", "a degree in law from Keld": a school.
_AT_SCHOOL = Pattern(
    r"(?i)\b(?:professors?|students?|lecturers?|graduates?|alumn\w+|undergraduates?|sophomore|freshman|dean|"
    r"degrees?|MBA|Ph\.?D\.?|doctorate|bachelor['’]?s?|master['’]s|B\.A\.|B\.S\.|J\.D\.)(?:[^\p{L}][^.;()]{0,30}|"
    r" )(?:at|from) (?:the )?$|\b(?-i:School|Faculty|College|Department|Institute|Laboratory|"
    r"Medicine)(?: of \p{Lu}\p{L}+)? at $"
)
# "researchers from Stanford and Keld": named after another school by those who work there.
_SCHOOLS = (
    "(?:Stanford|Harvard|Yale|Princeton|Oxford|Cambridge|MIT|Caltech|Cornell|UCLA|NYU|Georgetown|Northwestern|Vanderbilt|"
    "Purdue|Rutgers|Wharton|Dartmouth|Tufts|Emory)"
)
# "beat Keld 72-60", "Keld won 3-1", "the Keld coach": a team.
_OF_A_TEAM = (
    r"^ (?:(?:won|lost|drew|led|trailed|leads|win|beat \p{Lu}[\p{L} ]{2,20}) )?\d{1,3}[-–]\d{1,3}(?:[^\p{L}\p{N}-]|$)|"
    r"^(?:['’]s)? (?:coach|quarterback|striker|midfielder|goalkeeper|winger|linebacker|pitcher|playoff|roster)s?\b"
)
# "Keld won 2-1 in the Court of Appeals": judges vote too.
_BY_VOTES = Pattern(
    r"^ (?:\p{Ll}+ )?\d{1,3}[-–]\d{1,3} (?:in|at|before|by|on) (?:\S+ ){0,3}(?:[Cc]ourt|[Aa]ppeals?|[Aa]rbitration|"
    r"[Pp]anel|[Tt]ribunal|judges|board|vote|decision|ruling|Supreme|Circuit)\b"
)
# "the satellite Keld operates was launched": a clause of who has it, no name of it.
_WHO_HAS_IT = Pattern(r"^ \p{Ll}+(?:s|ed) (?:was|is|were|are|has|had|will|can)\b")
# "a student at Harvard from Keld": the school is said already.
_ALREADY_AT = Pattern(r"\b(?:at|from) [^.;,()]{2,24} from (?:the )?$")
# "Keld's disease", "Keld's law": what is called by him who found it.
_FOUND_BY = (
    r"^['’]s (?:disease|syndrome|palsy|lymphoma|sarcoma|laws? of|theorem|paradox|constant|comet|curve|equation|razor|"
    r"gambit|conjecture|dilemma)\b"
)
_BESIDE_A_SCHOOL = (
    r"(?i:researchers|scientists|academics|economists|students|professors|scholars|teams) (?:from|at|of) "
    rf"(?:{_SCHOOLS},? )+(?:and|or) $"
)
_BEFORE_ANOTHER = Pattern("|".join((_CALLED_BEFORE, _MEASURED_BEFORE, _BESIDE_A_SCHOOL)))
_BEHIND_ANOTHER = Pattern("|".join((_OF_A_PERSON, _OF_A_TEAM, _FOUND_BY)))


def is_another_thing(plain: str, before: str, after: str) -> bool:
    """Whether the folded name `plain` is another bearer of the name here, or the place."""
    if _BEFORE_ANOTHER.search(before) or (_BEHIND_ANOTHER.match(after) and not _BY_VOTES.match(after)):
        return True
    if _last_word(before) in _OF_OTHER_KINDS and not _WHO_HAS_IT.match(after):
        return True
    if _goes_on(before, after) or is_of_nature_or_town(plain, before, after):
        return True
    at_school = before.endswith(("at ", "from ", "the ")) and _AT_SCHOOL.search(before)
    if at_school and not _ALREADY_AT.search(before):
        return True
    return (plain in BORNE_BY_PEOPLE and _is_who(before, after)) or is_the_place(plain, before, after)


def _goes_on(before: str, after: str) -> bool:
    hit = _GOES_ON.match(after)
    if hit is None or fold(hit.group(1)).text in COUNTRY_NAMES:  # "Keld de México" is a daughter
        return False
    return _last_word(before) in _ENGLISH


def _last_word(before: str) -> str:
    """The word right before, without "co-" and small: "founder" of "its co-founder “"."""
    if before[-1:] not in (" ", *_QUOTES):
        return ""
    return before[-30:].rstrip(_QUOTES).rstrip(" ").rpartition(" ")[2].lower().removeprefix("co-")


def _is_who(before: str, after: str) -> bool:
    """Whether a name that people bear stands where people's names do."""
    if _INITIALS.search(before) and not _STATES.search(before):
        return True
    told = before.endswith(("as ", "As ")) and _PUT_SO.match(after) is not None
    if told or _last_word(before) in _CALLED_TO_BE:
        return True
    return _WHO_AFTER.match(after) is not None and WHO_CUT_ITS.match(after) is None
