"""The same moves in German, French and Spanish."""

import re2

from classifiers.people.shapes import shape
from classifiers.wording.names import PERSON
from domain.findings import Move

REST = r"([^\n]{3,100})"
# Stems only: in re2 a word ends before "é".
OTHER_VERBS = re2.compile(
    r"(?i)(?:^|[^\pL])(?:ernenn|ernannt|nomin|beruf|bestell|holt|beförder|wird (?:neue|zum|ab)|trenn|verlässt|tritt|"
    r"scheidet|"
    r"übernimm|nomm|"
    r"nombra|rejoint|quitte|démission|succède|promu|ficha|incorpora|devient|nouve|nuev[oa]|neue|renuncia|cesa|"
    r"départ|sustitu|"
    r"releva|rempla|legt|Ruhestand|qualité|prend|deja|"
    r"dimite|asume|asciende)"
)
GERMAN_OFFICE = (
    r"([\w-]*(?:[Vv]orst[aä]nd|[Cc]hef|[Ll]eiter|[Gg]eschäftsführer|[Dd]irektor|[Vv]orsitzende[rn]?)(?:in)?)"
)
RELIEVES = rf"\b({PERSON}) löst ({PERSON}) als ([^\n]{{3,60}}?) ab(?:$|[^\pL])"
OTHER_SHAPES = (
    shape(rf"({PERSON}),? (?:est |a été )?promue? (?:au poste de |comme )?{REST}", 1, 2, Move.PROMOTED),
    shape(RELIEVES, 1, 3, Move.JOINED),
    shape(RELIEVES, 2, 3, Move.LEFT, follows=1),
    shape(rf"{GERMAN_OFFICE} ({PERSON}) (?:legt|gibt|tritt|verlässt|geht|scheidet)\b", 2, 1, Move.LEFT),
    shape(
        rf"({PERSON}), (?:der|die) (?:in den Ruhestand (?:geht|tritt)|das Unternehmen verlässt|ausscheidet|"
        rf"zurücktritt)",
        1,
        0,
        Move.LEFT,
        sure=True,
    ),
    shape(
        rf"({PERSON}) übernimmt (?:(?:zum|ab) \d+\. \w+ |ab sofort )?(?:die |den )?"
        rf"((?:Leitung|Vorsitz|Führung|Geschäftsführung)[^\n]*)",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"({PERSON}),? nommée? (?:au poste de |comme )?{REST}", 1, 2, Move.JOINED),
    shape(rf"\bnomination de ({PERSON}) (?:au poste de |comme |en tant que |à la ){REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}) devient {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}), (?:le |la )?(?:nouveau|nouvelle) {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}), (?:el |la )?(?:nuev[oa]) {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}), (?:der |die )?(?:neuer?|neue) {REST}", 1, 2, Move.JOINED),
    shape(rf"\b(?:[Dd]imite|[Rr]enuncia|[Cc]esa) (?:el |la )?([^,\n]+), ({PERSON})", 2, 1, Move.LEFT),
    shape(rf"\b(?:[Dd]épart|[Dd]émission) de ({PERSON}), {REST}", 1, 2, Move.LEFT),
    shape(rf"({PERSON}) rejoint [^,.\n]{{2,40}} en qualité de {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}) quitte (?:ses fonctions de |son poste de |la |le |l['’])([^,.\n]{{4,60}})", 1, 2, Move.LEFT),
    shape(rf"({PERSON}) (?:prend|assure) (?:la |le |l['’])(direction[^\n]+|présidence[^\n]+)", 1, 2, Move.JOINED),
    shape(rf"({PERSON}) asume (?:el cargo de |el puesto de |como |la |el )?{REST}", 1, 2, Move.JOINED),
    shape(rf"\bnombra (?:nuev[oa] |como )?([^,.\n]{{4,60}}?) a ({PERSON})", 2, 1, Move.JOINED),
    shape(
        rf"\b(?:en sustitución de|sustituye a|releva a|en remplacement de|remplace) ({PERSON})",
        1,
        0,
        Move.LEFT,
        sure=True,
    ),
    shape(
        rf"\b(?:ernennt|beruft|bestellt|holt) ({PERSON}) (?:zum|zur|als|in den) (?:neuen |"
        rf"neuer )?{REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(
        rf"({PERSON}) (?:wird|ist|wurde) (?:ab \d+\. \w+ |zum \d+\. \w+ )?(?:neuer?|"
        rf"neue) {REST}",
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"({PERSON}) (?:wurde|ist|wird) (?:zum|zur) {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}) übernimmt (?:\w+ )?als {REST}", 1, 2, Move.JOINED),
    shape(rf"\bbefördert ({PERSON}) (?:zum|zur) {REST}", 1, 2, Move.PROMOTED),
    shape(rf"\btrenn(?:t|en) sich von (?:[a-zäöü]+ )?([\w-]+) ({PERSON})", 2, 1, Move.LEFT),
    shape(rf"({PERSON})(?:, {REST}?,)? (?:verlässt|scheidet|tritt (?:zurück|ab))\b", 1, 2, Move.LEFT),
    shape(rf"({PERSON}) (?:est|a été) nommée? (?:au poste de |comme )?{REST}", 1, 2, Move.JOINED),
    shape(rf"\b(?:nomme|recrute) ({PERSON}) (?:au poste de |comme |en tant que |à la )?{REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}) rejoint [^,.\n]{{2,40}} (?:comme|en tant que|au poste de) {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON})(?:, {REST}?,)? (?:quitte|démissionne)\b", 1, 2, Move.LEFT),
    shape(rf"\bnombra (?:a )?({PERSON}) (?:como |nuev[oa] )?{REST}", 1, 2, Move.JOINED),
    shape(rf"\bincorpora (?:a )?({PERSON}) como {REST}", 1, 2, Move.JOINED),
    shape(rf"\bficha (?:a )?({PERSON}) como {REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON}),? (?:ha sido )?nombrad[oa] (?:como |nuev[oa] )?{REST}", 1, 2, Move.JOINED),
    shape(rf"({PERSON})(?:, {REST}?,)? (?:deja|dimite)\b", 1, 2, Move.LEFT),
)
OTHER_OFFICE = re2.compile(
    r"(?i)\b(?:C[EFOTIMP]O|Vorst[aä]nd\w*|\w*vorst[aä]nd\w*|\w*geschäftsführer\w*|\w*leiter\w*|Leitung\w*|Vorsitz|"
    r"Führung|\w*[Cc]hef(?:in)?|"
    r"Vorsitzende\w*|Aufsichtsrat\w*|direct(?:eur|rice|or|ora)\w*|président\w*|presidente?\w*|direction|dirección|"
    r"présidence|responsable|gérant\w*|"
    r"consejer[oa]\w*|jef[ea]|gerente|administrateur\w*|vocal)\b|président|^Vorständin"
)
ENDS = re2.compile(
    r"(?i)[,;:.()|\n]|\s(?:ab|bei|zum|seit|mit|nach|fin|début|courant|und|wechselt|à partir|dès|depuis|après|et|qui|"
    r"a partir|desde|tras|"
    r"y|que|à compter|en qualité|en sustitución|en remplacement)\s|\s[-–—]\s"
)


def other_role(text: str | None) -> str | None:
    """The office at the start of a German, French or Spanish text, or None where it names none."""
    if not text:
        return None
    cut = ENDS.search(text)
    role = " ".join((text[: cut.start()] if cut else text).split()[:8])
    return role if role and OTHER_OFFICE.search(role) else None
