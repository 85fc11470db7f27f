"""What a reader calls a page: "privacy policy", "pricing page", or its own title."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize
from urllib.parse import unquote, urlsplit

from classifiers.wording.patterns import Pattern
from domain.changes import Edit
from domain.sources import Source

LONGEST_TITLE = 40
# By address or title, the more particular before the more general; * marks a word that is many.
KINDS: tuple[tuple[str, str], ...] = (
    ("cookie policy", r"cookies?|cookiepolicy|trackers?|cookie polic(?:y|ies)|technologies de suivi|tracking"),
    ("data processing agreement", r"dpa|data processing (?:agreement|addendum)|auftragsverarbeitung"),
    ("subprocessor list", r"sub-?processors?|unterauftrag\w*"),
    ("refund policy", r"refunds?|returns?|rückgabe|retours?|widerruf\w*"),
    ("usage policy", r"(?:acceptable|prohibited) use|usage polic(?:y|ies)|aup"),
    ("community guidelines*", r"guidelines?|community (?:standards|rules)|standards de la communauté"),
    (
        "privacy policy",
        r"privacy|privacypolicy|privacynotice|datenschutz\w*|confidentialité|privacidad|vie privée|"
        r"data protection|protection des données|"
        r"données personnelles|politique d.utilisation des données|プライバシー",
    ),
    (
        "terms*",
        r"terms?|termsandconditions|termsofuse|termsofservice|tos|toc|eula|conditions|cgu|cgv|agb|nutzungsbedingungen|geschäftsbedingungen|condiciones|"
        r"利用規約|"
        r"terms-?(?:of-?(?:service|use)|and-?conditions)",
    ),
    ("legal notice", r"imprint|impressum|mentions légales|legal notice|aviso legal"),
    ("service level agreement", r"sla|service levels?(?: agreement)?"),
    ("changelog", r"changelog|change log|release notes|releases|what.s new|historique des versions"),
    ("status page", r"status|uptime|incidents"),
    ("FAQ", r"faqs?|questions|häufige fragen|foire aux questions|preguntas frecuentes"),
    (
        "pricing page",
        r"pricing|prices?|plans?(?: (?:and|&) pricing)?|pricing (?:and|&) plans|"
        r"rates|rate card|tarif[es]?|preise|precios|tarifas|料金|价格|offres",
    ),
    ("job page", r"careers?|jobs?|vacanc(?:y|ies)|openings|positions|stellen\w*|karriere|emplois?|carrières?|empleos?"),
    ("leadership page", r"leadership|management|board|executives|governance|vorstand|direction"),
    ("team page", r"team|people|équipe|equipo|our team|mitarbeiter|nuestro equipo|notre équipe"),
    ("partner page", r"partners?|resellers?|alliances?|partenaires|partner-\w+"),
    ("newsroom", r"press|newsroom|news|press releases|presse|aktuelles|actualités|communiqués"),
    ("integrations page", r"integrations?|marketplace|apps directory"),
    ("customer page", r"customers?|case studies|references|kunden|clients"),
    ("event page", r"events?|webinars?|conferences?|veranstaltungen"),
    ("trust page", r"compliance|certifications?|trust|security|fedramp|sicherheit|sécurité"),
    ("location page", r"locations?|offices?|stores?|branches|standorte|agences|where we are"),
    ("documentation", r"docs?|documentation|api reference|developers?"),
    ("blog", r"blog"),
    ("help page", r"support|help (?:center|centre)|help|hilfe|aide|ayuda"),
    ("contact page", r"contact|kontakt|contacto|contacts"),
    ("product page", r"products?|features?|solutions?|platform|services?|produkte|produits|fonctionnalités"),
)
EDGE = r"(?:^|$|[^\pL\d])"
POLICIES = 10  # of the kinds: what is agreed with readers, told by a word of its title or address
SHORT_FORMS = frozenset(("ai", "api", "eu", "gdpr", "uk", "us", "sla"))
BEFORE = r"(?:(?:our|the|all|current|open|unsere|nos|nuestros) )?"
BEHIND = r"(?: (?:page|hub|center|centre|list))?"


def without_accents(text: str) -> str:
    """Addresses are written without them."""
    return "".join(char for char in normalize("NFD", text) if not combining(char))


WITHIN = tuple((name, Pattern(rf"(?i){EDGE}(?:{without_accents(words)}){EDGE}")) for name, words in KINDS[:POLICIES])
WHOLLY = tuple(
    (name, Pattern(rf"(?i)^{BEFORE}(?:{without_accents(words)}){BEHIND}$")) for name, words in KINDS[POLICIES:]
)
# An address that calls the page by its full name: "services-agreement", "business-privacy-policy".
NAMED = Pattern(r"(?i)^(?:\pL+ ){1,3}(?:policy|agreement|terms|statement|addendum|guidelines|charter)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageName:
    """`words` behind "its", empty where nothing names the page; `title` is the heading that all its edits share."""

    words: str = ""
    many: bool = False
    title: str = ""
    policy: bool = False


def page_name(source: Source, edits: Sequence[Edit]) -> PageName:
    """By the last part of its address, else by its title, else by the rest; its title itself where that is short."""
    title = shared_title(edits)
    split = urlsplit(source.url)
    parts = [_without_name(plain(part), source.subject.name) for part in unquote(split.path).split("/") if part]
    if parts and NAMED.search(parts[-1]):
        words = " ".join(word.upper() if word in SHORT_FORMS else word for word in parts[-1].casefold().split())
        return PageName(words=words, many=words.endswith(("terms", "guidelines")), title=title, policy=True)
    host = (split.hostname or "").split(".")[0]
    for text in (*parts[-1:], title, *reversed(parts[:-1]), host if not parts else ""):
        name = kind_of(text) if len(text) <= LONGEST_TITLE * 2 else ""
        if name:
            policy = any(name == one for one, _ in WITHIN)
            return PageName(words=name.rstrip("*"), many=name.endswith("*"), title=title, policy=policy)
    if not parts:
        return PageName(words="home page", title=title)
    names_it = title[:1].isalpha() and not title.endswith("?") and title.casefold() != source.subject.name.casefold()
    if names_it and len(title) <= LONGEST_TITLE:
        return PageName(words=f"“{title.rstrip(' .:')}” page", title=title)
    return PageName(title=title)


def plain(part: str) -> str:
    return part.replace("_", " ").replace("-", " ").rsplit(".", 1)[0]


def _without_name(text: str, name: str) -> str:
    """`heloa privacy policy` is Heloa's "privacy policy": whose it is stands before it anyway."""
    own = f"{plain(name)} "
    return text[len(own) :] if text.casefold().startswith(own.casefold()) else text


@lru_cache(maxsize=512)  # a page's title and address are asked for its name, its sections and its line
def kind_of(text: str) -> str:
    plain_text = without_accents(text).strip(" .:!")
    return next((name for name, pattern in (*WITHIN, *WHOLLY) if pattern.search(plain_text)), "")


def shared_title(edits: Sequence[Edit]) -> str:
    """The outermost heading of all edits that stand under one."""
    tops = {edit.path[0] for edit in edits if edit.path}
    return tops.pop() if len(tops) == 1 else ""


def section_of(path: Sequence[str], page: PageName) -> str:
    """The innermost heading above an edit, where it is another than the page's own title."""
    inner = [title for title in path if title and title != page.title]
    if inner:
        return inner[-1].strip(" :.")
    known = kind_of(page.title) or page.title.casefold() in page.words.casefold()
    return "" if known or len(path) != 1 else page.title.strip(" :.")
