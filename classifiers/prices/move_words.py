"""Words with which sentences tell that prices rise or fall, whose they are, and that it is not sure."""

RISE = (
    r"ris(?:e|es|ing)|rose|increas(?:e|es|ed|ing)|go(?:es|ing)? up|went up|climb(?:s|ed)?|rais(?:e|es|ed|ing)|"
    r"hik(?:e|es|ed|ing)|put(?:s|ting)? up|steig(?:t|en)|erhöh\w+|anheb\w+"
)
FALL = (
    r"fall(?:s|ing)?|fell|drop(?:s|ped|ping)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|"
    r"go(?:es|ing)? down|c(?:om(?:e|es|ing)|ame) down|sinkt|sinken|senk\w+"
)
OURS = r"we|our|ours|us|wir|unsere?[nr]?|nous|nos|notre|nuestr[oa]s?"
# Denied, or left open.
HEDGES = r"not|no|never|(?-i:may)|might|could|would|whether|nicht|keine?|könnten?|ne|pas|pourraient?|podrían?"
# Of others, or of what all of a trade ask.
OTHERS = r"at most|up to|competitors?|rivals?|others?|elsewhere|market|inflation"
