"""The words that tell what an authority or a court did, each kind by its name in facts."""

from classifiers.wording.patterns import Pattern

DEAL = r"(?:mergers?|acquisitions?|takeovers?|deals?|purchases?|buyouts?|übernahmen?|zusammenschl[uü]ss\w*|fusion\w*)"
# What may be taken away again: of these an authority's word is a cancellation.
GRANTED = (
    r"(?:licen[cs]es?|registrations?|approvals?|authori[sz]ations?|permits?|certificat\w+|clearances?|"
    r"accreditations?|"
    r"designations?|zulassung\w*|autorisations?|licencias?|lizenz\w*|erlaubnis\w*|konzession\w*|genehmigung\w*|"
    r"bewilligung\w*|agréments?|concessions?|autorizaci(?:ón|ones))"
)
ACTS = (
    (
        "order",
        r"bans? (?:(?:two|three|four|five|six|ex|former|its|the|\d+|\w+ and)[ -]){1,3}\w+|(?:bans?|banned|"
        r"banning|bars?|barred|barring|prohibits?|prohibited|prohibiting) [^.;:\n]{2,60}? from "
        r"(?:the )?(?:industry|markets?|financial|securities|serving|acting|working|holding|practi\w+|regulated|"
        r"banking|participating|trading)\b",
    ),
    ("rule", r"propose[sd]? (?:to |a )?(?:ban|limit|restrict|prohibit|require)\w*"),
    ("order", r"restrict(?:s|ed) [^.;:\n]{2,60}? from\b"),
    (
        "rejection",
        rf"(?:prohibits?|prohibited|blocks?|blocked|vetoe[sd]|untersagt) [^.;:\n]{{0,60}}?[\s-]{DEAL}\b",
    ),
    (
        "cancellation",
        rf"(?:suspend(?:s|ed)?|terminat(?:es|ed)|rescind(?:s|ed)|vacat(?:es|ed)|withdraw(?:s|n|al of)|withdrew|"
        rf"revok(?:es|ed|ing)|revocation of|to (?:suspend|terminate|rescind|vacate|withdraw|revoke)|entzieht|"
        rf"widerruft|"
        rf"retire|retira|revoca) (?:[\pL\d’'()-]+ ){{0,4}}?(?:[ld]['’])?{GRANTED}(?:$|[^\pL])",
    ),
    (
        "licence",
        r"authori[sz](?:es|ed) [^.;:\n]{2,60}? as an? (?:authori[sz]ed |regulated )?"
        r"(?:electronic|e-money|payment|credit|investment|bank|deposit|crypto|consumer)",
    ),
    (
        "recall",
        r"ruft \d|pull(?:s|ed) (?:\w+ ){1,4}(?:off|from) (?:the )?(?:market|shelves)",
    ),
    ("submission", r"(?:confidentially )?submit(?:s|ted) (?:[a-z]+ ){0,3}registration statement"),
    ("filing", r"fil(?:es|ed) (?:[a-z]+ ){0,3}registration statement"),
    ("approval", r"declare[sd]? effective\b"),
    (
        "rejection",
        r"(?:turn(?:s|ed) down|knock(?:s|ed) back|declin(?:es|ed) to (?:approve|authori[sz]e|clear|renew|register))|"
        r"lehnt\b|abgelehnt|rejette|deniega|rechaza",
    ),
    ("fine", r"slap(?:s|ped)\b|penali[sz]e[sd]?\b|multa a\b"),
    (
        "investigation",
        r"second request\b|(?:open(?:s|ed)?|launch(?:es|ed)|beg(?:ins|an)|start(?:s|ed)) (?:an? |its |their )?"
        r"(?:[a-z-]+ ){0,3}(?:evaluation|examination|analysis|query|review)\b",
    ),
    (
        "rule",
        r"(?:finali[sz]e[sd]?|issue[sd]?|publish(?:es|ed)|release[sd]?|update[sd]?|adopt(?:s|ed)|propose[sd]?)\b"
        r"[^.;:\n]{0,60}?\b(?:guidance|guidelines|rules?|rulemaking|standards|regulations?|requirements)\b|"
        r"bans\b|banned\b|prohibits?\b|outlaws?\b",
    ),
    (
        "submission",
        r"(?:registration|approval|authori[sz]ation|510\(k\)|new drug) (?:dossier|application|request|submission)\b",
    ),
    ("registration", r"registr(?:ation|ations)|regist(?:ers|ered)"),
    ("clearance", r"510\(k\)|clear(?:ance|s|ed)|gibt (?:\S+ ){1,7}frei\b|freigabe|freigegeben"),
    ("cancellation", r"cancel(?:s|led|lation)\b|revok(?:es|ed)|withdr(?:aws|ew)\b|invalidat(?:es|ed)"),
    (
        "approval",
        r"approv(?:al|als|es|ed)|authori[sz](?:ation|es|ed)|grant(?:s|ed|ing)?\b|genehmigt|genehmigung|zulassung|"
        r"nod\b|green[- ]?light(?:s|ed)?|go-ahead|waves? through|waved through|sign(?:s|ed) off\b|feu vert|luz verde|"
        r"grünes licht|recommend(?:s|ed) (?:approv\w+|(?:granting )?(?:a |conditional )?marketing authori[sz]ation)|"
        r"designation|priority review|fast track|positive opinion|certificates?\b|lässt [^.;\n]{2,60} zu\b|"
        r"autorise\b|autorisation\b|approuve\b|autoriza\b|autorización\b|aprueba\b",
    ),
    (
        "licence",
        r"(?:bank(?:ing)?|trust) charter\b|licen[cs]e[sd]?\b|erlaubnis|lizenz\b|konzession|bewilligung|agrément|"
        r"licencia\b",
    ),
    ("lawsuit", r"(?:files|filed) (?:an? )?(?:[a-z]+ )?(?:complaint|lawsuit|suit)\b"),
    ("filing", r"files\b|filed\b"),
    ("rejection", r"reject(?:s|ed|ion)|den(?:y|ies|ied)\b|refus(?:es|ed|al)|block(?:s|ed)"),
    ("rejection", r"complete response letter|refuse[- ]to[- ]file|refusing\b|negative opinion"),
    ("submission", r"submi(?:ts|tted|ssion)|accept(?:s|ed)"),
    ("fine", r"fin(?:e|es|ed)\b|penalt(?:y|ies)|bußgeld\w*|geldbuße|amende|sanctionne\b|multa\b|sanciona\b"),
    ("settlement", r"settl(?:e|es|ed|ement)|resolv(?:e|es|ed)"),
    (
        "lawsuit",
        r"accuse[sd]?\b|to court\b|su(?:es|ed|ing)\b|lawsuit|complaint|charg(?:ed|es (?:(?-i:[A-Z])|former|ex|"
        r"two|three|four|\d))|(?:fil(?:es|ed)|br(?:ings|ought)|fac(?:es|ed)) charges|verklagt|demanda a\b",
    ),
    ("recall", r"recall(?:s|ed)?|rückruf|rappel(?:le)?\b|retirada\b"),
    (
        "warning",
        r"warn(?:s|ed|ing)|cites?\b|cited\b|citations?\b|notices? of (?:violation|non-?compliance)|"
        r"untitled letter|rebuke[sd]?|"
        r"verwarnt|rügt|apercibe|reprimands?|reprimanded|censures?|censured|form 483|warnt\b|met en garde|advierte\b|"
        r"mise en demeure|met en demeure",
    ),
    (
        "investigation",
        r"investigat(?:es?|ed|ion|ing)|probe|in-depth review|inquiry|wells notice|subpoena(?:s|ed)?|civil "
        r"investigative demand|ermittelt|"
        r"untersucht|enquête|look(?:s|ing|ed) into|scrutini[sz]\w+|raid(?:s|ed)\b|prüft\b|durchsucht|"
        r"investiga\b|investigación|expediente",
    ),
    (
        "order",
        r"order(?:s|ed|ing)?\b|impose[sd]? (?:[a-z]+ )?(?:conditions|restrictions|requirements|limits)|"
        r"forbids?\b|grounds\b|grounded\b|ordonne\b|"
        r"enjoint\b|ordena\b|ordnet|consent decree|clinical hold|import alert|untersagt\b|airworthiness directives?|"
        r"(?:prohibition|enforcement|improvement|stop) notices?|cease[- ]and[- ]desist",
    ),
)
ACT = Pattern("(?i)" + "|".join(rf"\b({pattern})" for _, pattern in ACTS))
# What a court does, told with the court before it, or "by" it: it is no authority that approves or files.
COURT_ACTS = (
    ("order", r"order(?:s|ed|ing)\b|award(?:s|ed)\b|verbietet|untersagt|obliga\b|condamne\b|condena\b"),
    ("fine", r"fine[sd]\b|uph(?:olds|eld) [^.;:\n]{0,60}?\b(?:fines?|penalt(?:y|ies))\b"),
    ("rejection", r"reject(?:s|ed)\b|dismiss(?:es|ed)\b|throws out|threw out"),
)
BY_COURT = Pattern("(?i)^[^.;:\n'’]{0,70}?(?:" + "|".join(rf"\b({pattern})" for _, pattern in COURT_ACTS) + ")")
