"""Whether tax is in an amount, by the words beside it."""

from classifiers.wording.patterns import Pattern

TAX = r"(?:vat|tax(?:es)?|sales tax|gst|mwst\.?|ust\.?|mehrwertsteuer|tva|taxes|iva|impuestos|btw|moms)"
OF = r"\.?(?: of)?(?: (?:any|all|the|der|gesetzlicher?|gesetzliche))*\s*"
WITHOUT = Pattern(
    rf"(?i)(?:\+|\b(?:excl|exclud(?:e|es|ing)|exclusive|ex|without|before|plus|zzgl|zuzüglich|exkl|ohne|hors|sans|más|"
    rf"sin)\b){OF}{TAX}(?:[^\pL]|$)|"
    rf"\b{TAX} (?:not included|excluded|no incluid[oa]s?|non incluse?|non comprise?|extra)|\bnett?o\b|"
    r"(?:^|[\s\d€(])HT\b|税抜|税別"
)
WITH = Pattern(
    rf"(?i)\b(?:incl|inc|includ(?:e|es|ing)|inclusive|with|inkl|inklusive|einschl|einschließlich|mit|con)\b{OF}{TAX}(?:[^\pL]|$)|"
    rf"\b{TAX} (?:included|incluid[oa]s?|incluse?s?|comprise?s?|inbegriffen)|\bbrutto\b|\bTTC\b|\bgross\b|税込"
)


def taxed(words: str) -> bool | None:
    """Whether tax is in an amount by the words behind it; None where they say nothing of it."""
    if WITHOUT.search(words):
        return False
    return True if WITH.search(words) else None
