"""Entries of feeds and records of registers as one line: the title made clean, the field that changed."""

import re

from classifiers.headlines.telling import LONGEST, shortened
from classifiers.wording.clauses import DANGLING, closed, excerpt, sentence_ends
from domain.changes import Edit, EditKind

NAME = 60
FIELD = 40
LEAST = 10  # characters that are left of a title without its label
MOST_FIELDS = 2
MAIN_FIELDS = ("status", "level", "type", "form", "description", "decision", "amount")
# Pictures and their joiners, not letters: "🚀", "✅", "➡️".
PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+"
)
SITE = re.compile(r"\s+[|·•»–—-]+\s+([^|·•»]{2,40})$")
SITE_WORDS = re.compile(
    r"(?i)\b(?:blog|news(?:room)?|press|home|official|website|site|insights|media|updates?|changelog)\b"
)
BRACKETS = re.compile(r"^\s*(?:\[[^\]]{1,20}\]|(?:breaking|update|new|news|press release)\s*[:!|-])\s*", re.IGNORECASE)
CAPITALS = re.compile(r"[A-ZÀ-Þ]")
LOWER = re.compile(r"[a-zà-ÿ]")
LONGEST_SHORT_FORM = 4
SMALL = "a an and as at by for from in into is of on or the to with"
SMALL_WORDS = frozenset(SMALL.split())
VERBS = frozenset(("is",))
MOVES = re.compile(r"(?:s|ed|^to)$")  # how a word between others ends that may be a verb
# Short words that are no short forms, even in capitals.
SHORT = "new now our its you your all can get how why top one two big key win buy day are was be has"
SHORT_WORDS = frozenset(SHORT.split())
# What a page of news is called, at the start of a text: "Latest News.", "Press Room - Calder - Home |".
PAGE_NAME = re.compile(
    r"(?i)^(?:(?:[\w&]+ ){0,3}(?:press|news) releases|(?:[\w&]+ )?latest news|(?:[\w&]+ [-|] )?announcements|"
    r"(?:[\w&]+ )?(?:newsroom|press room|news archive|media cent(?:er|re)))"
    r"(?: [-|–—] [\w&. ]{2,30}?){0,2}\s*(?:[.|:·]+\s+|[.|:·]*$)(?:latest news · )?"
)
# Headings of a form: what the paragraph is filed under, whatever it tells.
FORM_HEADING = re.compile(
    r"(?i)^(?:form )?(?:(?:8-k|10-[kq]|6-k|20-f|40-f)(?:/a)?\b[\s:–—-]*)?(?:item \d+\.\d+|"
    r"(?:departure|resignation|election|appointment)s? of (?:certain |principal )?(?:directors|officers)\b|"
    r"(?:compensatory arrangements of|entry into (?:or amendment of )?a |termination of a |amendment of a )"
    r"(?:certain officers|material definitive agreement)|regulation fd disclosure|other events|"
    r"results of operations and financial condition|financial statements and exhibits|"
    r"submission of matters to a vote|completion of (?:an )?acquisition or disposition of assets|"
    r"unregistered sales? of equity|notice of delisting or failure|costs associated with exit or disposal|"
    r"creation of a direct financial obligation|material (?:impairments|modifications? to rights)|"
    r"changes? in (?:registrant.s certifying accountant|control of registrant)|non-reliance on previously issued|"
    r"amendments? to (?:the )?(?:articles of incorporation|registrant.s code)|shareholder director nominations|"
    r"(?:current|quarterly|annual) report$|$)"
)
# "Third quarter: revenue up 12%": with the company's name and a colon in front, one colon is enough.
ONE_COLON = re.compile(r"^([^:]{2,60}?)\s?:\s+")
LEGAL_FORM = re.compile(
    r"(?i),? (?:inc|corp|corporation|ltd|limited|plc|llc|l\.?p|co|ag|gmbh|se|s\.?a|n\.?v|ab|asa|oyj|spa)\.?$"
)
LEAST_FIRST = 5  # letters of a first word that stands for the whole name
COMMON = (
    "the first united royal national american british global general international north south east west great blue "
    "green black white grand prime central world union pacific atlantic summit alpha omega delta apex smart digital"
)
COMMON_FIRST = frozenset(COMMON.split())
CLIPPED = re.compile(r"\s*(?:…|\.{3,})\s*$")
LONE_LETTER = re.compile(r"\s[b-zB-Z]$")
# What a filing's sentence is padded with: names given to its parties, where they were founded, when it was told.
GIVEN_NAME = re.compile(
    r"\s*\((?:(?:the|each|collectively|together|or|and|as amended)\b[^()“”\"]{0,40})?"
    r"[“”\"][^()]{1,60}[“”\"][^()]{0,60}\)"
)
PADDING = re.compile(
    r",? an? [A-Z][\w ]{2,20} (?:corporation|limited liability company|limited partnership|company)"
    r"(?: and (?:an? )?(?:indirect |direct )?wholly[ -]owned subsidiary of [A-Z][\w&.-]+)?(?:,|(?=\s(?:and|with)\b))|"
    r"(?i:^\W*as previously (?:disclosed|announced|reported)(?: [^,]{2,60})?,\s*)|"
    r"(?i:^\W*(?:effective )?(?:as )?on [a-z]+ \d{1,2}, \d{4}(?: \([^)]{2,40}\))?,\s*)"
)
# A dateline in front of a release: "CINCINNATI, Jan. 9, 2026 /Wire/ --".
DATELINE = re.compile(r"^[A-ZÀ-Þ][\w .,-]{2,40}\d{4}\s*(?:/[\w -]{2,30}/|\([\w .-]{2,30}\))?\s*[–—-]{1,2}\s+")
# ", a town of the north," amid a sentence; "Announced in Leeds on Monday, " in front of one.
APPOSITION = re.compile(
    r",\s(?:(?:an?|the)\s(?!\S+ed\b)[^,.;]{3,50}|(?:who|which)\s[^,.;]{3,160}),(?=\s(?:to|has|have|is|are|was|were|will|said|"
    r"[a-z]+(?:s|ed))\s)"
)
IN_FRONT = re.compile(
    r"^(?:Announced|Unveiled|Presented|Speaking|Following|After|While|When|Although|Though|Amid|Building|Based|Founded|"
    r"Citing)\s[^,.;]{3,90},\s(?=\S+(?:\s\S+){4})"
)
MARKERS = re.compile(r"^(?:\([a-z]\)[,\s]*)+")
# What a filing says of itself, whatever it tells.
OF_THE_FORM = re.compile(r"(?i)incorporated (?:herein )?by reference|shall not be deemed|check the appropriate box")
TELLS = re.compile(r"\b(?:has|have|had|was|were|is|are|will|would|announced|entered|resigned|appointed|elected)\b")
HEADING_WORDS = 25  # of a form's heading; a longer title holds more
NAME_WORDS = 4  # a name of more words says something
LEAST_WORDS = 6  # of a sentence that tells what happened
FIRST_SENTENCES = 6


def entry_line(subject: str, title: str, text: str = "") -> str:
    """An entry's title as a sentence says it, with the company in front where the title does not name it.

    Of a title that tells nothing, the first full sentence of the entry's `text` (title and body, "" where unknown).
    """
    line = clean_title(title, subject)
    sentence = first_sentence(text, title) if tells_nothing(title, subject) else ""
    if sentence:
        known = FORM_HEADING.search(line) or CLIPPED.search(title) or line.casefold() in sentence.casefold()
        line = sentence if known else f"{line}: {sentence}"
    line = unpadded(line)
    line = lightened(line, LONGEST - (0 if names_company(line, subject) else len(subject) + 2))
    if names_company(line, subject):
        return CLIPPED.sub("…", excerpt(line, (0, len(line)), LONGEST))
    line = ONE_COLON.sub(r"\1 – ", line, count=1)
    lead = f"{subject}: "
    return lead + CLIPPED.sub("…", excerpt(line, (0, len(line)), LONGEST - len(lead)))


def lightened(line: str, room: int) -> str:
    """A sentence too long to be told whole without what leans on its verb: an apposition, what stands in front."""
    whole = line
    for pattern in (APPOSITION, IN_FRONT):
        if len(line) > room:
            line = pattern.sub("", line, count=1)
    return line[:1].upper() + line[1:] if line != whole else line


def unpadded(line: str) -> str:
    """A line without what filings and wires put into their sentences for the record."""
    bare = line
    for pattern in (DATELINE, GIVEN_NAME, PADDING, PADDING):  # "As previously disclosed, on 3 May 2026, ..."
        bare = pattern.sub("", bare).lstrip(" ,")
    return bare[:1].upper() + bare[1:] if bare and bare[0] != line[:1] else bare or line


def names_company(line: str, subject: str) -> bool:
    """Whether a line names the company: in full, or by the first word of its name where no other name follows that."""
    full = LEGAL_FORM.sub("", subject) or subject
    if re.search(rf"(?<!\w){re.escape(full)}(?!\w)", line, re.IGNORECASE):
        return True
    first, *rest = subject.split()
    short = rest and len(first) >= LEAST_FIRST and first[:1].isupper() and first.casefold() not in COMMON_FIRST
    return bool(short) and re.search(rf"(?<!\w){re.escape(first)}(?:['’]s)?(?= [^A-ZÀ-Þ\d]|[,.;]|$)", line) is not None


def tells_nothing(title: str, subject: str) -> bool:
    """Whether a title is the heading of a form, or a mere name: no word in it can be a verb."""
    line = clean_title(title, subject)
    if FORM_HEADING.search(line):
        return True
    words = [word.strip(",;:") for word in CLIPPED.sub("", line).split()]
    if len(words) > NAME_WORDS and not CLIPPED.search(title):
        return False
    first, last = words[:1], words[1:-1]
    acts = any(word.endswith(("ing", "ed")) for word in first) or any(MOVES.search(word) for word in last)
    return not acts and all(is_capital(word) for word in words if word.casefold() not in SMALL_WORDS - VERBS)


def is_capital(word: str) -> bool:
    return not word[:1].isalpha() or word[:1].isupper() or any(map(str.isdigit, word))


def first_sentence(text: str, title: str) -> str:
    """The first sentence of a body that is long enough to tell something; "" where it has none."""
    rest = text.removeprefix(title).lstrip(" .…\n")
    if FORM_HEADING.search(title) and len(title.split()) > HEADING_WORDS:
        rest = text  # the title is the heading with how the text goes on
    body = MARKERS.sub("", text if rest[:1].islower() else rest)  # a sentence may begin with the title's words
    start = 0
    for end in (*sentence_ends(body)[:FIRST_SENTENCES], len(body)):
        sentence = closed(body, start, end)
        start = end
        whole = sentence.endswith((".", "!", "?", "…", "”")) and sentence[:1] != "(" and not sentence[:1].islower()
        headed = FORM_HEADING.search(sentence) and not TELLS.search(sentence)
        if whole and not headed and len(sentence.split()) >= LEAST_WORDS and not OF_THE_FORM.search(sentence):
            return sentence.rstrip(".")
    return ""


def clean_title(title: str, subject: str) -> str:
    """Without pictures, a site's name at the end, a label in front, or the shouting of capitals."""
    line = told_once(without_page_name(" ".join(PICTURES.sub(" ", title).split())))
    label = BRACKETS.match(line)
    line = line[label.end() :] if label and len(line) - label.end() > LEAST else line
    site = SITE.search(line)
    if site and len(line) - len(site.group(0)) >= FIELD / 2 and is_site(site.group(1), subject):
        line = line[: site.start()]
    line = spoken(line) if shouts(line) else line
    clipped = CLIPPED.search(line)
    if clipped:  # by the feed: no half word, and none that leads on to nothing
        line = LONE_LETTER.sub("", line[: clipped.start()])
        return f"{DANGLING.sub('', line) or line}…"
    return line.strip(" .|-–—") or title.strip()


def without_page_name(line: str) -> str:
    """`Fathom opens in Leeds` of `Latest News. Fathom opens in Leeds`, which a feed calls by its page."""
    named = PAGE_NAME.match(line)
    return line[named.end() :] if named and len(line) - named.end() > LEAST else line


def names_a_page(text: str) -> bool:
    """Whether an entry is nothing but the name of a page of news: `Latest News`, `Hybrid cloud press releases`."""
    named = PAGE_NAME.match(" ".join(text.split()))
    return bool(named) and len(text) - (named.end() if named else 0) <= LEAST


def told_once(line: str) -> str:
    """`Fathom opens in Leeds. This spring …` of `Fathom opens in .... Fathom opens in Leeds. This spring …`"""
    first, dots, rest = line.partition(" .... ")
    return rest if dots and rest.casefold().startswith(first.casefold()) else line


def is_site(words: str, subject: str) -> bool:
    """Whether the last part of a title is the site's name: the company's own, or one that calls itself so."""
    return subject.casefold() in words.casefold() or bool(SITE_WORDS.search(words))


def shouts(line: str) -> bool:
    letters = [char for char in line if CAPITALS.match(char) or LOWER.match(char)]
    return len(letters) > FIELD / 4 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def spoken(line: str) -> str:
    """Capitals made small but for first letters of words; short forms and words with digits stay."""
    words = []
    for at, word in enumerate(line.split()):
        letters = sum(map(str.isalpha, word))
        if at and word.casefold() in SMALL_WORDS:
            words.append(word.casefold())
        elif any(map(str.isdigit, word)) or (letters < LONGEST_SHORT_FORM and word.casefold() not in SHORT_WORDS):
            words.append(word)
        else:
            words.append("-".join(part[:1] + part[1:].casefold() for part in word.split("-")))
    return " ".join(words)


def record_line(edit: Edit) -> str:
    """What happened to a record: new with its status, gone, or which field became what."""
    name = edit.title or (edit.path[-1] if edit.path else "record")
    if edit.kind is EditKind.ADDED:
        return f"new entry “{shortened(name, 90)}”" + "".join(f", {text}" for text in main_fields(edit, name))
    if edit.kind is EditKind.REMOVED:
        return f"“{shortened(name, 90)}” is no longer listed"
    return f"{shortened(name, NAME)}: {'; '.join(moves_of(edit)[:MOST_FIELDS])}"


def main_fields(edit: Edit, name: str) -> list[str]:
    """Of a new record the fields that say most: its status, then its kind or level; none that repeats its name."""
    found: list[str] = []
    for wanted in MAIN_FIELDS:
        cell = next((cell for cell in edit.cells_after if wanted in cell.header.casefold()), None)
        text = shortened(cell.text, FIELD) if cell else ""
        if text and text.casefold() not in f"{name} {' '.join(found)}".casefold():
            found.append(text)
    return found[:MOST_FIELDS]


def moves_of(edit: Edit) -> list[str]:
    """ "status In Process → Authorized" for each field that changed, the status first."""
    old, new = (fields_of(text) for text in (edit.before, edit.after))
    said = []
    for label in sorted(dict.fromkeys((*new, *old)), key=lambda one: "status" not in one.casefold()):
        before, after = (shortened(fields.get(label, ""), FIELD) for fields in (old, new))
        if before != after:
            called = label if label[:2].isupper() else label[:1].casefold() + label[1:]
            said.append(f"{called} {before} → {after}" if before and after else told_alone(called, before, after))
    return said or ["a field changed"]


def told_alone(label: str, before: str, after: str) -> str:
    return f"{label} now {after}" if after else f"{label} no longer {before}"


def fields_of(text: str | None) -> dict[str, str]:
    """The lines "Label: text" of one side of a record."""
    pairs = (line.partition(": ") for line in (text or "").split("\n"))
    return {label: value for label, colon, value in pairs if colon}
