"""The finding in a subject line: fewer words where many do not fit, never a phrase cut in the middle."""

import re
from collections.abc import Sequence

from digest.say import headline
from digest.short_forms import SHORT_FORMS
from digest.words import clean, short_name, source_words
from domain.accounts import Account
from domain.events import Event
from domain.findings import TagName
from domain.sources import SourceKind

LEAST_WORDS = 2
# Characters over the room that are better than a finding that says nothing but its kind.
SLACK = 6
LONGEST_TITLE = 200
LEAST_ALIAS = 4  # characters that tell a name from an abbreviation
CLAUSE = re.compile(
    r"[,;:(]? (?=(?:to|for|in|on|at|as|with|from|and|after|before|by|under|over|through|into)\b|\()|[,;] "
)
# Up to three words with large letters: a product or a company.
NAMED = r"([A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2})"
# Between a verb and what is agreed stand such words only: a settlement, a review or an end of it is another matter.
_KIND = (
    r"(?:(?:an?|the|its|new|first|major|broad|wider|strategic|global|regional|exclusive|joint|key|long-term|\w+-year"
    r"|commercial|technology|technical|research|development|data|product|sales|marketing|distribution|reseller|referral"
    r"|channel|licen[cs]ing|licen[cs]e|supply|services?|framework|partner|partnership|cooperation) ){0,4}"
)
_AGREES = r"(?:sign(?:s|ed)|ink(?:s|ed)|enter(?:s|ed)(?: into)?|agree(?:s|d)(?: to| on)?|strikes|struck|seal(?:s|ed)) "
_FORMS = r"(?:announce|form|expand|extend|launche|strengthen|deepen|build|renew|begin|start)(?:s|d|ed) "
# What stands between a company's name and the other's: only a verb that itself allies says that they do.
ALLIES = re.compile(
    r" (?:(?:to |will |is |has )?(?:partner(?:s|ed|ing)?(?: up)?|all(?:y|ies|ied)|team(?:s|ed|ing)? up"
    r"|join(?:s|ed)? forces|collaborat(?:es?|ed|ing)|co-?operat(?:es?|ed|ing))"
    rf"|(?:{_AGREES}|{_FORMS}){_KIND}(?:partnership|alliance|collaboration|co-?operation))",
    re.IGNORECASE,
)
SIGNS = re.compile(rf" {_AGREES}{_KIND}(?:agreement|deal|contract|pact|accord|memorandum)", re.IGNORECASE)
ENDING = re.compile(
    r"\b(?:end(?:s|ed|ing)?|terminat\w+|cancel\w*|expir\w+|drops?|leaves?|quits?|stops?|not?|never|parts|split\w*|sues?"
    r"|disput\w+)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"^[^“]*: “([^”]+)”$")
# First words that name nobody when they stand alone.
COMMON = """
the a new first united royal national american british bank general global international group north south east west
saint san santa los las la le
"""
JOINING = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "not", "of", "on", "or", "than", "the")
) | {"to", "until", "with"}
# What is said of a tag when nothing longer fits.
PLAIN = {
    TagName.PRICING: "changes prices",
    TagName.PRODUCT: "changes a product",
    TagName.PARTNERSHIP: "has partner news",
    TagName.REGULATORY: "has regulatory news",
    TagName.EXECUTIVE: "changes at the top",
    TagName.FINANCIAL: "reports figures",
    TagName.HIRING: "hires",
    TagName.EVENT: "holds an event",
    TagName.SETBACK: "has a setback",
    TagName.EXPANSION: "expands",
}


def finding(event: Event, room: int) -> str:
    """Who did what in at most `room` characters, or a few more where else only the kind of change could be said."""
    found = _whole(event)
    plain = next((PLAIN[tag.tag] for tag in event.tags if tag.tag in PLAIN), "changes a page")
    who = brand(event.subject.name)
    page = event.sightings[0].source_kind is SourceKind.PAGE
    kinds = [f"{who}: {source_words(event.sightings[0].source, event.subject.name)} changed"] if page else []
    kinds += [f"{who}: {thing} news" for thing in _things(headline(event), who)]
    kinds += [f"{who} {plain}", *(f"{who}: {tag.tag.value}" for tag in event.tags[:1]), f"rival {plain}"]
    fitting = [text for text in found if len(text) <= room] + [text for text in found if len(text) <= room + SLACK]
    return next((text for text in (*fitting, *kinds) if len(text) <= room + SLACK), kinds[-1])


def of_its_own(event: Event, names: Sequence[str], room: int) -> str:
    """The finding where it begins with the account itself: `Siemens and NVIDIA expand partnership`; else empty."""
    title = headline(event)[:LONGEST_TITLE]
    name = next((name for name in names if title.startswith(f"{name} ")), "")
    told = [title, *_without_end(title, (name,))] if name else []
    return max((text for text in told if len(text) <= room + SLACK), key=len, default="")


def behind_a_name(found: str, who: str) -> str:
    """`Vanta – SOC 2 renewed` of `Vanta: SOC 2 renewed`, for a subject that begins with a name and a colon already."""
    lead = next((name for name in (who, brand(who)) if found.startswith(f"{name}: ")), "")
    return f"{lead} – {found.removeprefix(lead)[2:]}" if lead else found


def fits(event: Event, room: int) -> bool:
    """Whether more than the kind of change can be said in so many characters."""
    return any(len(text) <= room for text in _whole(event))


def _whole(event: Event) -> list[str]:
    return [text for text in _candidates(event) if text and text.count("“") == text.count("”")]


def _candidates(event: Event) -> list[str]:
    """The same finding in ever fewer words: from facts, as titled, with the company's first word, without its end."""
    who = event.subject.name
    names = tuple(dict.fromkeys((who, brand(who))))
    title = headline(event)[:LONGEST_TITLE]
    quoted = QUOTED.match(title)
    titles = [quoted.group(1) if quoted else title]
    titles += [titles[0].replace(who, brand(who))]
    forms = [zip(*(write(name, event.facts) for name in names), strict=True) for write in SHORT_FORMS]
    made = [text for form in forms for same in form for text in same]
    whole = [*made, *titles] if event.sightings[0].source_kind is SourceKind.PAGE else [*titles, *made]
    fewer = [text for one in made for text in _without_a_word(one)]
    shorter = sorted((text for one in titles for text in _without_end(one, names)), key=len, reverse=True)
    bare = [text for one in (*titles, *shorter) for text in _without_company(one, who)]
    allied = _allied(titles[0], names) if any(tag.tag is TagName.PARTNERSHIP for tag in event.tags) else []
    return [*whole, *fewer, *shorter, *bare, *_without_owner(titles[0], names), *allied]


def _without_company(title: str, name: str) -> list[str]:
    """`StayFeed v1 will be retired` of `Brightvane StayFeed v1 will be retired`: its product says whose it is."""
    rest = title.removeprefix(name).removeprefix("’s").removeprefix("'s")
    words = rest.split()
    own = rest != title and rest.startswith(" ") and words[0][:1].isupper() and len(words[0]) >= LEAST_ALIAS
    return [" ".join(words)] if own and any(word.islower() and word not in JOINING for word in words[1:]) else []


def _without_owner(title: str, names: Sequence[str]) -> list[str]:
    """`EPA registers Engenia herbicide` of `EPA registers BASF's Engenia herbicide for soybeans`.

    What follows the name stays: lifted is a ban on it, and not the herbicide.
    """
    found = next((one for name in names if (one := re.search(rf"(?<!\w){re.escape(name)}['’]s {NAMED}", title))), None)
    done = title[: found.start()] if found else ""
    says = any(word.islower() and word not in JOINING for word in done.split())
    if found is None or not says or any(sign in done for sign in ",;:"):
        return []
    clause = CLAUSE.search(title, found.end())
    said = f"{done}{title[found.start(1) : clause.start() if clause else len(title)]}"
    return [said] if said.split()[-1] not in JOINING else []


def _allied(title: str, names: Sequence[str]) -> list[str]:
    """`Fathom and Costa Booking ally` of `Fathom Rates partners with Costa Booking to bring its rates to harbours`.

    Of what ends, is denied or only thought of, and of what only mentions another company, nothing.
    """
    name = next((name for name in names if title.startswith(f"{name} ")), "")
    rest = title.removeprefix(name)
    found = re.search(rf" with {NAMED}", rest) if name and not ENDING.search(rest) else None
    if found is None:
        return []
    done, others = rest[: found.start()], dict.fromkeys((found[1], brand(found[1])))
    if ALLIES.fullmatch(done):
        return [f"{names[-1]} and {other} ally" for other in others]
    return [f"{names[-1]} signs with {other}" for other in others] if SIGNS.fullmatch(done) else []


def _things(title: str, who: str) -> list[str]:
    """`Engenia` of `EPA registers BASF's Engenia herbicide`: what of theirs a title is about."""
    found = re.search(rf"(?<!\w){re.escape(who)}['’]s {NAMED}", title)
    return [found[1]] if found else []


def _without_end(title: str, names: Sequence[str]) -> list[str]:
    """The title up to each of its clauses, where more than a verb is left beside the company's name."""
    kept = [title[: found.start()] for found in CLAUSE.finditer(title)]
    name = next((name for name in names if title.startswith(name)), "")
    return [
        text for text in kept if len(text.removeprefix(name).split()) >= LEAST_WORDS and not _only_names(text, name)
    ]


def _only_names(text: str, name: str) -> bool:
    """Whether nothing but another name is left behind the company's: "Scrapingdog: Google Hotels API" says nothing."""
    rest = text.removeprefix(name)
    return rest.startswith(":") and not any(word[0].islower() or word[0].isdigit() for word in rest[1:].split())


def _without_a_word(text: str) -> list[str]:
    """`BASF: Engenia registered` of `BASF: Engenia herbicide registered`: behind a colon, without one plain word."""
    who, colon, said = (text or "").partition(": ")
    words = said.split()
    if not colon or len(words) < LEAST_WORDS + 1:
        return []
    plain = [place for place in range(1, len(words) - 1) if words[place].islower() and words[place] not in JOINING]
    return [f"{who}: {' '.join(words[:place] + words[place + 1 :])}" for place in plain]


def brand(name: str) -> str:
    """A company's first word, where that says who it is: `Fathom` of `Fathom Rates`."""
    first = name.split()[0] if name.split() else name
    return name if len(first) < 4 or first.casefold() in COMMON.split() else first.rstrip(",")


def room_for(account: Account, most: int) -> str:
    """What the account is called in `most` characters: its name, else its longest alias, else fewer of its words."""
    name = clean(short_name(account))
    aliases = [alias for alias in map(clean, account.aliases) if LEAST_ALIAS <= len(alias) <= most]
    return name if len(name) <= most or not aliases else max(aliases, key=len)


def fewer_words(name: str, most: int) -> str:
    """A name without its last words, in at most `most` characters; one long word is cut."""
    words = name.split()
    while len(words) > 1 and (len(" ".join(words)) > most or words[-1].casefold() in ("and", "of", "the", "&", "for")):
        words.pop()
    said = " ".join(words)
    return said if len(said) <= most else f"{said[: most - 1]}…"
