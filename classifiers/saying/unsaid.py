"""Whether what stands at a span of a text is denied, only hoped for or asked, or over, by the words of its clause."""

from enum import StrEnum

from classifiers.wording.patterns import Pattern


class Unsaid(StrEnum):
    """Why words tell of nothing that is so."""

    DENIED = "denied"
    HOPED = "hoped"
    ASKED = "asked"
    ENDED = "ended"


REACH = 160
# "Inc. ", "U.S. ", "No. 5" end no sentence.
SHORT_FORM = Pattern(r"(?:^|[\s(])(?:U\.S|Inc|Corp|Ltd|Co|No|vs|St|Dr|Mr|Ms|z\.B|e\.g|i\.e|\p{Lu})$")
SENTENCE_END = Pattern(r"[.!?](?:[\"”’»)]|\s|$)|\n|;\s|[。！？]")
# A comma between names in capitals is one of a list: "not SOC 2, ISO 27001 or HIPAA certified".
BORDER = Pattern(
    r",\s+(?:and |or |und |et |y )?|\s[–—-]\s|:\s|"
    r"\s(?:but|while|although|though|because|since|after|despite|whereas|which|who|whose|when|where|aber|sondern|obwohl|"
    r"weil|nachdem|trotz|mais|tandis|après|malgré|pero|sino|aunque|tras|mientras|"
    r"(?:and|und|et|y) (?:the|it|its|they|we|he|she|has|have|is|are|was|now|die|der|das|es|sie|wir|ist|le|la|les|il|"
    r"elle|nous|est|el|los|ha))\s"
)
CAPITALS = Pattern(r"^(?:\p{Lu}[\p{Lu}\d]+|\p{Lu}\w*RAMP)\b")
NOT_ONLY = Pattern(
    r"(?i)\b(?:not (?:only|just|merely|least)|nicht (?:nur|zuletzt)|non seulement|no s[oó]lo|no solamente|"
    r"whether or not|no doubt|no\.? ?\d[\w-]*|reg\.? no\b\.?)"
)
DENIED = (
    r"not|never|cannot|can't|n't|no|none|nor|neither|without|lacks?|lacking|den(?:y|ies|ied|ying)|refut(?:es|ed)|"
    r"refus(?:es?|ed|ing)(?: to)?|declin(?:es?|ed) to|avoid(?:s|ed|ing)?|escap(?:es|ed)|fail(?:s|ed|ing)?|rules? out|"
    r"rather than|instead of|far from|"
    r"nicht|kein\w*|nie|niemals|ohne|dementier\w+|bestreite\w*|bestritt\w*|leugne\w*|verweiger\w+|"
    r"ne|pas|jamais|aucune?|sans|dément\w*|nie|refuse de|évite|"
    r"nunca|jamás|ningun[oa]?|ningún|sin|niega\w*|desmiente\w*|rechaza|evita"
)
HOPED = (
    r"expect(?:s|ed|ing)?|hop(?:es?|ed|ing)|plans?(?: to| for| an?| its)|plann(?:ed|ing)|aim(?:s|ed|ing)?|"
    r"seek(?:s|ing)?|sought|intends?|wants?|"
    r"work(?:s|ing)? (?:on|to|towards?)|on (?:the|our|a) (?:path|way|road|roadmap) (?:to|for)|path to|"
    r"on track|pursu(?:es?|ing)|prepar(?:es?|ing) (?:for|to)|"
    r"could|might|would|should|propos(?:es?|ed|ing)|considers?|considering|weighs?|mulls?|threatens?|"
    r"pending|await(?:s|ing)?|waiting for|subject to|if|unless|whether|once|until|upon|"
    r"appl(?:y|ies|ied|ying) for|bid for|push(?:es)? for|urges?|calls? (?:on|for)|asks?|petitions?|rumou?r\w*|"
    r"allegedly|reportedly|likely to|set to|poised to|about to|ready to|coming soon|roadmap|potential|possible|"
    r"erwarte\w*|hoff(?:t|en)|plan(?:t|en)|geplant\w*|strebt|anstreb\w*|könnte\w*|dürfte\w*|würde\w*|soll\w*|"
    r"beantrag\w+|droh(?:t|en)|wenn|ob|sobald|bevorstehend\w*|"
    r"s'attend|attend|espère\w*|prévoi\w+|prévue?s?|vise|cherche|pourrait|pourraient|devrait|propose|envisage\w*|"
    r"menace|demande|si|dès que|sous réserve|"
    r"espera\w*|prevé|prevista?o?s?|planea\w*|busca\w*|podría\w*|debería\w*|propone|solicita|pendiente|amenaza|"
    r"sujet[oa] a"
)
ENDED = (
    r"no longer|not any ?more|los(?:es?|t|ing)|laps(?:es|ed)|lift(?:s|ed|ing)?|drop(?:s|ped|ping)?|"
    r"overturn(?:s|ed|ing)?|quash(?:es|ed)|annul(?:s|led)|vacat(?:es|ed)|throw(?:s|n)? out|threw out|toss(?:es|ed)|"
    r"(?:ends|ended|closes|closed)|revers(?:es|ed)|suspended from|removed from|formerly|previously|used to be|"
    r"nicht mehr|hebt|kippt|verlier(?:t|en)|verlor|früher|ehemals|"
    r"n'est plus|n'a plus|ne \w+ plus|annule|lève|perd|perdu|anciennement|"
    r"ya no|anula|levanta|archiva|pierde|perdió|antiguamente"
)
GONE = (
    r"expired?s?|lapsed|revoked|suspended|withdrawn|overturned|lifted|quashed|annulled|vacated|dropped|reversed|lost|"
    r"terminated|abgelaufen|widerrufen|entzogen|aufgehoben|eingestellt|gekippt|"
    r"expirée?|annulée?|retirée?|levée|révoquée?|suspendue?|caducó|caducad[oa]|anulad[oa]|retirad[oa]|revocad[oa]|"
    r"suspendid[oa]|expiró"
)
LATER = (
    r"expected|planned|pending|hoped for|scheduled|targeted|proposed|(?:audit )?in progress|underway|under way|"
    r"coming soon|on (?:the|our) roadmap|erwartet|geplant|ausstehend|beantragt|in arbeit|attendue?|prévue?|en cours|"
    r"prevista?o?|pendiente|en curso|esperad[oa]"
)
BE = (
    r"(?:is|are|was|were|be|been|being|has|have|had|remains?|does|did|do|can|will|"
    r"wird|wurde|ist|est|a été|fue|es|está|ha sido)"
)
BEFORE = tuple(
    (why, Pattern(rf"(?:^|[^\pL])(?:{words})(?:$|[^\pL])"))
    for why, words in ((Unsaid.ENDED, ENDED), (Unsaid.DENIED, DENIED), (Unsaid.HOPED, HOPED + "|may"))
)
# Right behind the span, or behind a few words and a form of "to be".
FEW = r"^(?:\s+[\pL\d.'’-]+){0,6}?"
BEHIND = (
    (
        Unsaid.DENIED,
        Pattern(
            rf"(?i)^[\s,:(–—-]*(?:not (?:yet|planned|available|at )|noch nicht|nicht|pas encore|todavía no|aún no|"
            rf"no\b[.,!]?\s*$)|{FEW}\s+(?:{BE}(?: been| be)? (?:not|never|denied|rejected|refused|avoided)|"
            r"(?:is|are|was|were|has|have|had|does|did|do)n['’]t)\b"
        ),
    ),
    (
        Unsaid.ENDED,
        Pattern(rf"(?i)^(?:\s+[\pL\d.'’-]+){{0,4}}?[\s,:(–—-]+(?:{BE} )*(?:been )?(?:{GONE})(?:$|[^\pL])"),
    ),
    (
        Unsaid.HOPED,
        Pattern(
            rf"(?i)^[\s,:(–—-]*(?:{LATER})(?:$|[^\pL])|{FEW}\s+(?:{BE}(?: still)?|still|remains|not(?: yet)?) "
            rf"(?:{LATER})(?:$|[^\pL])"
        ),
    ),
)
YES = Pattern(r"(?i)^[\"”’»)\s]*(?:yes|ja|oui|sí|si)\b")
LABEL = Pattern(
    r"(?i)^\W*(?:coming soon|coming(?: next)?|upcoming|planned|in progress|(?:our |product |compliance )?roadmap|"
    r"not yet|pending|what['’]s next|future plans|geplant|in planung|bald|demnächst|feuille de route|à venir|prévu|"
    r"hoja de ruta|próximamente|previsto)\b"
)


def unsaid(text: str, start: int, end: int) -> Unsaid | None:
    """Why what stands at [start, end) is no fact, or None where its clause tells it as one.

    Words inside the span itself say nothing against it: an act may be a refusal. English, German, French, Spanish.
    """
    low, high = sentence_around(text, start, end)
    if text[high : high + 1] == "?" and not YES.search(text[high + 1 :]):
        return Unsaid.ASKED
    return before(text[low:start]) or behind(text[end:high])


def promises(label: str) -> bool:
    """Whether a heading or label is one of what is yet to come: "Roadmap", "Coming soon"."""
    return LABEL.search(label) is not None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a span begins, and where its end mark stands."""
    least, most = max(0, start - REACH), min(len(text), end + REACH)
    low, high = least, most
    for match in SENTENCE_END.finditer(text[least:start]):
        if not SHORT_FORM.search(text[max(0, least + match.start() - 6) : least + match.start()]):
            low = least + match.end()
    for match in SENTENCE_END.finditer(text[end:most]):
        if not SHORT_FORM.search(text[max(0, end + match.start() - 6) : end + match.start()]):
            high = end + match.start()
            break
    return low, high


def before(words: str) -> Unsaid | None:
    """What the words of the clause before a span say against it."""
    begin = 0
    for match in BORDER.finditer(words):
        if match.group(0).startswith(",") and CAPITALS.search(words[match.end() :] or "AA"):
            continue
        if match.group(0).startswith(":") and promises(words[: match.start()]):
            return Unsaid.HOPED
        begin = match.end()
    clause = NOT_ONLY.sub("", words[begin:]).replace("’", "'")
    clause = clause[:1].lower() + clause[1:]
    clause = clause.replace("n't", " not ")
    return next((why for why, pattern in BEFORE if pattern.search(clause)), None)


def behind(words: str) -> Unsaid | None:
    """What stands right behind a span and takes it back: "expired in March", "(planned for 2027)", ": not yet"."""
    other = next((match.start() for match in BORDER.finditer(words) if match.group(0)[1:2].isalpha()), len(words))
    return next((why for why, pattern in BEHIND if pattern.search(words[:other])), None)
