"""Authorities by the name they are told by, and the patterns of the names that texts write."""

from classifiers.wording.patterns import Pattern

AGENCIES = (
    ("EPA", r"(?:U\.?S\.? )?(?:EPA\b|Environmental Protection Agency)"),
    ("FDA", r"(?:U\.?S\.? )?(?:FDA\b|Food (?:and|&) Drug Administration)"),
    ("SEC", r"(?:U\.?S\.? )?(?:SEC\b|Securities and Exchange Commission)"),
    ("FTC", r"(?:U\.?S\.? )?(?:FTC\b|Federal Trade Commission)"),
    ("DOJ", r"(?:U\.?S\.? )?(?:DOJ\b|Department of Justice|Justice Department)"),
    ("FCC", r"(?:U\.?S\.? )?(?:FCC\b|Federal Communications Commission)"),
    ("ITC", r"(?:U\.?S\.? )?(?:ITC\b|International Trade Commission)"),
    ("FDIC", r"(?:FDIC\b|Federal Deposit Insurance Corporation)"),
    ("EMA", r"(?:EMA\b|European Medicines Agency)"),
    ("CMA", r"(?:CMA\b|Competition and Markets Authority)"),
    (
        "European Commission",
        r"(?:European Commission|EU Commission|EU-Kommission|Commission européenne|"
        "Comisión Europea)",
    ),
    ("FedRAMP PMO", r"FedRAMP (?:PMO|Marketplace|Board)"),
    ("CFPB", r"(?:CFPB\b|Consumer Financial Protection Bureau)"),
    ("FCA", r"(?:FCA\b|Financial Conduct Authority)"),
    ("NHTSA", r"(?:NHTSA\b|National Highway Traffic Safety Administration)"),
    ("OSHA", r"(?:OSHA\b|Occupational Safety and Health Administration)"),
    ("FAA", r"(?:FAA\b|Federal Aviation Administration)"),
    ("FERC", r"(?:FERC\b|Federal Energy Regulatory Commission)"),
    ("OCC", r"(?:OCC\b|Comptroller of the Currency)"),
    ("CPSC", r"(?:CPSC\b|Consumer Product Safety Commission)"),
    ("Ofcom", r"Ofcom\b"),
    ("BaFin", r"(?:BaFin|Bafin|BAFIN)\b"),
    ("CNIL", r"(?:CNIL|Cnil)\b"),
    ("AMF", r"AMF\b"),
    ("ICO", r"(?:ICO\b|Information Commissioner(?:['’]s Office)?)"),
    ("MHRA", r"MHRA\b"),
    ("Health Canada", r"Health Canada"),
    ("Bundeskartellamt", r"(?:Bundesk|K)artellamt"),
    ("CNMC", r"CNMC\b"),
    ("NLRB", r"(?:NLRB\b|National Labor Relations Board)"),
    ("DOT", r"(?:DOT\b|Department of Transportation)"),
    ("HHS", r"(?:HHS\b|Department of Health and Human Services)"),
    ("ECHA", r"(?:ECHA\b|European Chemicals Agency)"),
    ("Data Protection Commission", r"(?:Irish )?Data Protection Commission(?:er)?"),
    ("AEPD", r"(?:AEPD\b|Agencia Española de Protección de Datos)"),
    ("MAS", r"(?:MAS\b|Monetary Authority of Singapore)"),
    ("ECB", r"(?:ECB\b|European Central Bank)"),
    ("EBA", r"(?:EBA\b|European Banking Authority)"),
    ("FINMA", r"FINMA\b"),
    ("CSSF", r"CSSF\b"),
    ("ASIC", r"ASIC\b"),
    ("ACCC", r"ACCC\b"),
    ("TGA", r"TGA\b"),
    ("PMDA", r"PMDA\b"),
    ("NMPA", r"NMPA\b"),
    ("ANVISA", r"(?:ANVISA|Anvisa)\b"),
    ("SEBI", r"SEBI\b"),
    ("USDA", r"(?:USDA\b|(?:U\.S\. )?Department of Agriculture)"),
    ("EASA", r"EASA\b"),
    ("EFSA", r"EFSA\b"),
    ("NRC", r"(?:NRC\b|Nuclear Regulatory Commission)"),
    ("NYDFS", r"(?:NYDFS\b|(?:New York )?Department of Financial Services)"),
    ("IRS", r"(?:IRS\b|Internal Revenue Service)"),
    ("USPTO", r"(?:USPTO\b|(?:U\.?S\.? )?Patent (?:and|&) Trademark Office)"),
    ("FINRA", r"FINRA\b"),
    ("CFTC", r"(?:CFTC\b|Commodity Futures Trading Commission)"),
    ("DEA", r"(?:DEA\b|Drug Enforcement Administration)"),
    ("Nasdaq", r"(?:NASDAQ|Nasdaq)(?: Stock Market| Listing Qualifications(?: Department)?)?"),
    ("NYSE", r"(?:NYSE\b|New York Stock Exchange)"),
    ("Bundesnetzagentur", r"Bundesnetzagentur\b"),
    ("BfArM", r"BfArM\b"),
    ("KBA", r"(?:KBA\b|Kraftfahrt-Bundesamt)"),
    ("Swissmedic", r"Swissmedic\b"),
    ("ACPR", r"ACPR\b"),
    ("ANSM", r"ANSM\b"),
    ("Arcep", r"(?:Arcep|ARCEP)\b"),
    ("Autorité de la concurrence", r"Autorité de la concurrence"),
    ("DGCCRF", r"DGCCRF\b"),
    ("CNMV", r"CNMV\b"),
    ("AEMPS", r"AEMPS\b"),
    ("Garante", r"Garante\b"),
    ("AGCM", r"AGCM\b"),
    ("AFM", r"AFM\b"),
    ("UOKiK", r"UOKiK\b"),
    ("JFTC", r"(?:JFTC\b|Japan Fair Trade Commission)"),
    ("OAIC", r"OAIC\b"),
    ("APRA", r"APRA\b"),
    ("Ofwat", r"Ofwat\b"),
    ("Environment Agency", r"Environment Agency\b"),
    ("Eisenbahn-Bundesamt", r"Eisenbahn-Bundesamt\b"),
    ("Office for Civil Rights", r"Office for Civil Rights"),
    ("DOE", r"(?:DOE\b|Department of Energy)"),
    ("Department of Commerce", r"(?:U\.?S\.? )?Department of Commerce"),
    ("EMA", r"CHMP\b"),
    ("FinCEN", r"(?:FinCEN|Financial Crimes Enforcement Network)\b"),
    ("OFAC", r"(?:OFAC\b|Office of Foreign Assets Control)"),
    ("Federal Reserve", r"Federal Reserve(?: Board)?\b"),
    ("PCAOB", r"PCAOB\b"),
    ("CMS", r"(?:CMS\b|Centers for Medicare (?:and|&) Medicaid Services)"),
    ("Treasury", r"(?:U\.?S\.? )?(?:Treasury Department|Department of the Treasury)"),
    ("PRA", r"(?:PRA\b|Prudential Regulation Authority)"),
    ("Ofgem", r"Ofgem\b"),
    ("ASA", r"(?:ASA\b|Advertising Standards Authority)"),
    ("CAA", r"(?:CAA\b|Civil Aviation Authority)"),
    ("Gambling Commission", r"Gambling Commission\b"),
    ("Competition Bureau", r"Competition Bureau\b"),
    ("ESMA", r"(?:ESMA\b|European Securities and Markets Authority)"),
    ("EDPB", r"(?:EDPB\b|European Data Protection Board)"),
    ("BSI", r"(?:BSI\b|Bundesamt für Sicherheit in der Informationstechnik)"),
    ("ACM", r"(?:ACM\b|Authority for Consumers (?:and|&) Markets)"),
    ("Dutch Data Protection Authority", r"(?:Dutch Data Protection Authority|Autoriteit Persoonsgegevens)"),
    ("Finansinspektionen", r"Finansinspektionen\b"),
    ("Finanstilsynet", r"Finanstilsynet\b"),
    ("Datatilsynet", r"Datatilsynet\b"),
    ("Consob", r"(?:Consob|CONSOB)\b"),
    ("AIFA", r"AIFA\b"),
    ("AUSTRAC", r"AUSTRAC\b"),
    ("SAMR", r"SAMR\b"),
    ("KFTC", r"(?:KFTC\b|Korea Fair Trade Commission)"),
    ("RBI", r"(?:RBI\b|Reserve Bank of India)"),
    ("CCI", r"(?:CCI\b|Competition Commission of India)"),
    ("CADE", r"CADE\b"),
    ("OSC", r"(?:OSC\b|Ontario Securities Commission)"),
    ("Arcom", r"(?:Arcom|ARCOM)\b"),
    ("attorney general", r"[Aa]ttorneys? [Gg]eneral"),
)
# A central bank is named by its country, a state's department by the state.
CENTRAL_BANK = r"(?:Central |Reserve |National )?(?:Bank|Banco|Banque) (?:of|de|d['’]) ?(?:the )?[A-ZÀ-Þ][a-zà-ÿ]+"
STATE_OFFICE = r"[A-Z][a-z]+ Department of [A-Z][a-z]+(?: [A-Z][a-z]+)?"
COURT = (
    r"(?:(?:Supreme |High |Appeals |Federal |District |Regional )?[Cc]ourt(?: of [A-Z][a-z]+)?|[Jj]ury\b|[Jj]urors\b|"
    r"[Jj]udge\b|(?:Landg|Amtsg|Oberlandesg|G)ericht\b|[Tt]ribunal\b|[Jj]uzgado\b|[Jj]uez\b|Audiencia Nacional)"
)
NAMED = (*AGENCIES, ("", CENTRAL_BANK), ("", STATE_OFFICE), ("court", COURT))
# Authorities over companies and not over what they make: what they name is no product.
OVER_COMPANIES_LIST = (
    "FCA SEC FTC DOJ FDIC CFPB OCC BaFin CNIL AMF ICO AEPD MAS ECB EBA FINMA CSSF ASIC FINRA CFTC NYDFS PRA "
    "FinCEN OFAC "
    "ESMA EDPB ACPR CNMV AFM Consob Finansinspektionen Finanstilsynet AUSTRAC RBI OSC PCAOB"
)
OVER_COMPANIES = frozenset(OVER_COMPANIES_LIST.split())
# Authorities over listings only.
EXCHANGES = frozenset(("Nasdaq", "NYSE"))
# Named like central banks, and none.
LENDERS = frozenset(("America", "Montreal", "Hawaii", "Scotland", "Nova", "China", "Communications", "Baroda"))
AGENCY = Pattern("|".join(rf"(\b{pattern})" for _, pattern in NAMED))


def agency_name(groups: tuple[str | None, ...]) -> str:
    """The agency that a match of AGENCY found, by the name it is told by; a central bank by its own."""
    at = next(index for index, group in enumerate(groups) if group)
    name = str(groups[at])
    plain = AGENCY.match(name.removeprefix("The ")) if name.startswith("The ") else None
    return agency_name(plain.groups()) if plain else NAMED[at][0] or name.removeprefix("The ")


def is_lender(name: str) -> bool:
    """Whether a bank named by a place is a lender like any other: "Bank of America"."""
    return name.startswith("Bank of ") and name.split()[-1] in LENDERS
