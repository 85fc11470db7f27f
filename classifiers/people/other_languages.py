"""Offices in German, French and Spanish."""

from classifiers.wording.patterns import Pattern

OTHER_OFFICE = Pattern(
    r"(?i)\b(?:C[EFOTIMP]O|PDG|DG|DRH|DAF|Vorst[aä]nd\w*|\w*vorst[aä]nd\w*|\w*geschäftsführer\w*|\w*leiter\w*|Leitung\w*|Vorsitz|"
    r"Führung|\w*[Cc]hef(?:in)?|"
    r"Vorsitzende\w*|Aufsichtsrat\w*|direct(?:eur|rice|or|ora)\w*|président\w*|presidente?\w*|direction|dirección|"
    r"présidence|presidencia|responsable|gérant\w*|"
    r"consejer[oa]\w*|jef[ea]|gerente|administrateur\w*|vocal)\b|président|^Vorständin"
)
ENDS = Pattern(
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
