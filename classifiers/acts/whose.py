"""Whether an authority's act or a certificate that a text tells of is the company's own, or another's."""

from classifiers.acts.agencies import AGENCY
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where
from domain.sources import Source, SubjectKind

# Acts against a company; an approval or a registration is of a product, whose name says nothing of its owner.
NEWS = frozenset({Where.ENTRY, Where.RECORD})
AGAINST = frozenset({"fine", "settlement", "lawsuit", "investigation", "order", "warning", "recall"})
WORD = r"\p{Lu}[\pL\d&.’'-]*"
NAME = rf"((?:{WORD})(?: (?:{WORD})){{0,3}})"
OBJECT = Pattern(
    rf"^(?: (?:against|into|with|of|on|at|from|gegen|contre|à|a|contra|over)|"
    rf" [$€£]?\d[\d.,]*(?: ?(?:million|billion|m|bn))?|"
    rf" [$€£] ?\d\S*| (?:de|d['’]) ?\d[\d.,]*(?: millions?)?(?: d['’]euros| €)?)*? {NAME}"
)
AGENT = Pattern(
    rf"(?:^|[\s(“\"]){NAME}(?: (?:was|were|is|has been|have been|had been|gets?|got|wird|wurde|est|a été|fue|ha sido|"
    r"agree[sd]? to(?: pay)?|pays?|paid|to pay|settle[sd]?|settle[sd]? with|faces?|faced|hit with|recall(?:s|ed)?|"
    r"issue[sd]?|announce[sd]?|"
    r"voluntarily|also|zahlt|paie|paga)\b[^,;:\n]{0,60})?$"
)
OWNER = Pattern(rf"^(?: (?:of|for|to|the|its))* ({WORD}(?: {WORD})?)['’]s? ")
PERSON_TITLES = (
    "former ex chief ceo cfo cto coo founder founders executive executives company firm maker giant group inc the a "
    "an it its we our us he she they their his her this that these those you your in on at by for over after new all "
    "some final civil federal us u.s eu uk european american german french irish british national data privacy "
    "antitrust class action investigation charges charge fine fines settlement lawsuit recall probe order orders "
    "january february march april may june july august september october november december million billion "
    "monday tuesday wednesday thursday friday saturday sunday warning letter form section act rule order no case as"
)
NO_PARTY = frozenset(PERSON_TITLES.split())
APPOSED = Pattern(r"(?i)^,? (?:an?|the|owned|part|unit|subsidiary|maker|parent|which|whose|\()")
ROLE = (
    r"customers?|clients?|partners?|vendors?|suppliers?|providers?|hosts?|sub-?processors?|rivals?|competitors?|"
    r"kunden?|lieferanten?|dienstleister|anbieter|clientes?|fournisseurs?|prestataires?|proveedor(?:es)?"
)
OTHERS = Pattern(
    rf"(?i)\b(?:(?:our|your|their|my|many|some|its|whose|unsere?r?|ihre?|notre|nos|vos|votre|nuestr[oa]s?|sus?) "
    rf"(?:[\w-]+ ){{0,2}}(?:{ROLE})|^(?:{ROLE})|helps? (?:[\w-]+ ){{0,4}}(?:{ROLE})|"
    r"(?:data ?cent(?:er|re)s?|hosting|servers?|infrastructure|rechenzentr\w+|centres? de données|centros? de datos)\b"
    r"[^.;\n]{0,30}?)\b"
)
AT_ANOTHER = Pattern(
    rf"(?i:\b(?:data ?cent(?:er|re)s?|hosting|hosted|servers?|infrastructure|rechenzentr\w+|centres? de données|"
    rf"centros? de datos)\b)[^.;\n]{{0,30}}?\b(?:at|by|from|of|in|on|with|von|bei|chez|de|en) (?:the )?({WORD})|"
    rf"({WORD})['’]s (?i:data ?cent(?:er|re)s?|hosting|servers?)\b"
)
# "Helps customers achieve SOC 2": who is helped will hold it.
HELPS = Pattern(
    r"(?i)\b(?:help(?:s|ed|ing)?|enabl(?:es?|ed|ing)|guid(?:es?|ed|ing)|prepar(?:es?|ed|ing)) "
    r"(?:[^\s.;]+ ){1,5}?(?:to )?"
    r"(?:achiev|reach|meet|get|attain|obtain|comply|stay|becom|maintain|pass|earn|gain|for )[^.;\n]{0,40}$"
)
# "Our hosting provider is certified": even in the company's own news another's.
OTHERS_OWN = Pattern(
    rf"(?i)^(?:our|your|unsere?r?|notre|nuestr[oa]) (?:[\w-]+ ){{0,2}}(?:{ROLE}) (?:is|are|has|have|ist|est|es)\b"
)
OWN = Pattern(r"(?i)\b(?:we|our|us|wir|unsere?r?|uns|nous|notre|nos|nosotros|nuestr[oa]s?)\b")
ROLE_HEADS = Pattern(rf"(?i)(?:{ROLE})")


def is_own(what: str, passage: Passage, span: tuple[int, int], source: Source) -> bool:
    """Whether the act told at `span` is against the page's company: its name, a pronoun, or no name at all.

    A feed's entries tell of subsidiaries and brands by their own names: of those nothing is taken away.
    """
    if source.subject.kind is not SubjectKind.COMPETITOR or passage.edit.where in NEWS:
        return True
    text, (start, end) = passage.text, span
    low, high = sentence_around(text, start, end)
    behind = text[end:high]
    owner = OWNER.search(behind)
    if owner and names_another(owner.group(1), source):
        return False
    if what not in AGAINST or in_title_case(text[low:high]):
        return True
    against = OBJECT.search(behind)
    if against and names_another(against.group(1), source):
        return APPOSED.search(behind[against.end() :]) is not None and mentions(text[low:high], source)
    if against and party(against.group(1)):
        return True
    agent = AGENT.search(text[low:start].rstrip())
    return not (agent and names_another(agent.group(1), source)) or mentions(text[low:high], source)


def holds(passage: Passage, span: tuple[int, int], source: Source) -> bool:
    """Whether the certificate at `span` of a page is the company's or its products', and not a customer's."""
    text, (start, end) = passage.text, span
    low, _ = sentence_around(text, start, end)
    ahead = text[low:start]
    if passage.edit.where in NEWS:
        return OTHERS_OWN.search(ahead) is None and HELPS.search(ahead) is None
    hosts = [match for match in AT_ANOTHER.finditer(ahead) if names_another(match.group(1) or match.group(2), source)]
    roles = [match for match in OTHERS.finditer(ahead) if ROLE_HEADS.search(match.group(0))]
    spoken = max((match.end() for match in [*hosts, *roles]), default=-1)
    return spoken < 0 or OWN.search(ahead[spoken:]) is not None or mentions(ahead[spoken:], source)


def party(name: str) -> str:
    """A name without what opens a sentence or says an office; "" where no name is left, or it is an authority."""
    words = name.split()
    while words and words[0].strip(".’'").casefold() in NO_PARTY:
        words = words[1:]
    left = " ".join(words)
    return "" if not left or AGENCY.search(left) or (left.isupper() and len(left) < 3) else left


def names_another(name: str, source: Source) -> bool:
    """Whether a name is one of a company that is not the source's, by the words and the address that it goes by."""
    other = party(name)
    return bool(other) and not mentions(other, source)


def mentions(text: str, source: Source) -> bool:
    """Whether the company stands in a text by its name's first word, or by a name that its address has."""
    first = source.subject.name.split()[0].casefold()
    words = [word.strip("'’.,()“”\"").removesuffix("'s").removesuffix("’s") for word in text.split()]
    host = source.url.split("/")[2].casefold() if source.url.count("/") > 1 else ""
    return any(word.casefold() == first or (len(word) > 3 and word.casefold() in host) for word in words if word)


def in_title_case(sentence: str) -> bool:
    """Whether nearly every word begins large, so that none can be told for a name."""
    words = [word for word in sentence.split() if word[:1].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
