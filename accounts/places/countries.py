"""Countries and regions by the names and adjectives that texts use for them, folded."""

# ISO 3166 code -> names, larger cities and adjectives, folded.
COUNTRIES: dict[str, tuple[str, ...]] = {
    "AE": ("united arab emirates", "uae", "emirati", "dubai", "abu dhabi"),
    "AR": ("argentina", "argentine"),
    "AT": ("osterreich", "graz", "linz", "austria", "austrian", "vienna"),
    "AU": ("brisbane", "new south wales", "queensland", "australia", "australian", "sydney", "melbourne"),
    "BE": ("belgique", "belgien", "antwerp", "belgium", "belgian", "brussels"),
    "BG": ("bulgaria", "bulgarian"),
    "BH": ("bahrain", "manama"),
    "BR": ("brasil", "rio de janeiro", "brazil", "brazilian", "sao paulo"),
    "CA": (
        "alberta", "calgary", "british columbia", "canada", "canadian", "toronto", "vancouver", "montreal",
        "ontario", "quebec",
    ),
    "CH": ("suisse", "schweiz", "basel", "lausanne", "switzerland", "swiss", "zurich", "geneva"),
    "CL": ("chile", "chilean"),
    "CN": ("shenzhen", "guangzhou", "china", "chinese", "beijing", "shanghai"),
    "CO": ("colombia", "colombian"),
    "CY": ("cyprus", "cypriot"),
    "CZ": ("czech republic", "czechia", "czech", "prague"),
    "DE": ("allemagne", "germania", "germany", "german", "deutschland", "berlin", "munich", "frankfurt", "hamburg"),
    "DK": ("danmark", "aarhus", "denmark", "danish", "copenhagen"),
    "EE": ("estonia", "estonian", "tallinn"),
    "EG": ("egypt", "egyptian", "cairo"),
    "ES": ("espagne", "spanien", "valencia", "zaragoza", "spain", "spanish", "espana", "madrid", "barcelona"),
    "FI": ("suomi", "tampere", "finland", "finnish", "helsinki"),
    "FR": ("frankreich", "francia", "lyon", "marseille", "toulouse", "france", "french", "paris"),
    "GB": (
        "vereinigtes konigreich", "royaume-uni", "manchester", "birmingham", "edinburgh", "glasgow", "leeds",
        "bristol", "united kingdom", "uk", "u.k", "great britain", "britain", "british", "england", "scotland",
        "wales", "london",
    ),
    "GR": ("greece", "greek", "athens"),
    "HK": ("hong kong",),
    "HR": ("croatia", "croatian"),
    "HU": ("hungary", "hungarian", "budapest"),
    "ID": ("indonesia", "indonesian", "jakarta"),
    "IE": ("ireland", "irish", "dublin"),
    "IL": ("israel", "israeli", "tel aviv"),
    "IN": (
        "hyderabad", "chennai", "pune", "bengaluru", "delhi", "india", "indian", "mumbai", "bangalore",
        "new delhi",
    ),
    "IT": ("italie", "italien", "turin", "bologna", "italy", "italian", "italia", "milan", "rome"),
    "JP": ("nagoya", "fukuoka", "japan", "japanese", "tokyo", "osaka"),
    "KE": ("kenya", "kenyan", "nairobi"),
    "KR": ("south korea", "korea", "korean", "seoul"),
    "LT": ("lithuania", "lithuanian", "vilnius"),
    "LU": ("luxembourg",),
    "LV": ("latvia", "latvian", "riga"),
    "MA": ("morocco", "moroccan"),
    "MX": ("monterrey", "guadalajara", "mexico", "mexican"),
    "MY": ("malaysia", "malaysian", "kuala lumpur"),
    "NG": ("nigeria", "nigerian", "lagos"),
    "NL": ("pays-bas", "niederlande", "the hague", "eindhoven", "netherlands", "dutch", "amsterdam", "rotterdam"),
    "NO": ("norge", "bergen", "norway", "norwegian", "oslo"),
    "NZ": ("new zealand", "auckland"),
    "PE": ("peru", "peruvian"),
    "PH": ("philippines", "philippine", "manila"),
    "PK": ("pakistan", "pakistani"),
    "PL": ("polska", "krakow", "gdansk", "wroclaw", "poland", "polish", "warsaw"),
    "PT": ("portugal", "portuguese", "lisbon"),
    "QA": ("qatar", "qatari", "doha"),
    "RO": ("romania", "romanian", "bucharest"),
    "RS": ("serbia", "serbian"),
    "SA": ("saudi arabia", "saudi", "riyadh"),
    "SE": ("malmo", "sverige", "sweden", "swedish", "stockholm", "gothenburg"),
    "SG": ("singapore",),
    "SI": ("slovenia", "slovenian"),
    "SK": ("slovakia", "slovak", "bratislava"),
    "TH": ("thailand", "thai", "bangkok"),
    "TR": ("turkey", "turkiye", "turkish", "istanbul"),
    "TW": ("taiwan", "taiwanese", "taipei"),
    "UA": ("ukraine", "ukrainian", "kyiv"),
    "US": (
        "oregon", "arizona", "massachusetts", "michigan", "minnesota", "colorado", "tennessee", "wisconsin",
        "new jersey", "pennsylvania", "north carolina", "south carolina", "oklahoma", "missouri", "indiana",
        "alabama", "chicago", "boston", "seattle", "houston", "dallas", "atlanta", "denver", "san francisco",
        "los angeles", "san diego", "philadelphia", "detroit", "miami", "united states", "usa", "u.s", "u.s.a",
        "us", "america", "american", "new york", "california", "texas", "virginia", "illinois", "florida", "ohio",
        "central us", "east us", "west us",
    ),
    "VN": ("vietnam", "vietnamese", "hanoi"),
    "ZA": ("south africa", "south african", "johannesburg", "cape town"),
}  # fmt: skip
# The European Union's members that are listed above.
_UNION_CODES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV NL PL PT RO SE SI SK"
EUROPE = frozenset(_UNION_CODES.split())
# Regions people sell in -> the codes of the countries in them.
REGIONS = {
    "european union": EUROPE,
    "eu": EUROPE,
    "europe": EUROPE | {"GB", "CH", "NO"},
    "baltics": frozenset({"EE", "LV", "LT"}),
    "baltic states": frozenset({"EE", "LV", "LT"}),
    "nordics": frozenset({"SE", "NO", "DK", "FI"}),
    "nordic countries": frozenset({"SE", "NO", "DK", "FI"}),
    "scandinavia": frozenset({"SE", "NO", "DK"}),
    "benelux": frozenset({"BE", "NL", "LU"}),
    "dach": frozenset({"DE", "AT", "CH"}),
    "iberia": frozenset({"ES", "PT"}),
    "north america": frozenset({"US", "CA"}),
    "latin america": frozenset({"MX", "BR", "AR", "CL", "CO", "PE"}),
}

# How sentences call the countries of whose regions we know.
NAMES = {
    "AT": "Austria", "AU": "Australia", "BE": "Belgium", "CA": "Canada", "CH": "Switzerland", "DE": "Germany",
    "ES": "Spain", "FR": "France", "GB": "the United Kingdom", "IE": "Ireland", "IT": "Italy", "NL": "the Netherlands",
    "SE": "Sweden", "US": "the United States",
}  # fmt: skip

_ADJECTIVE_ENDS = ("ian", "ish", "ese", "ean", "rati", "eli", "tani")
_ADJECTIVES = """
french dutch swiss greek czech thai german american danish slovak croatian serbian philippine argentine mexican
moroccan south african kenyan chilean german cypriot
"""
ADJECTIVES = frozenset(
    name
    for names in COUNTRIES.values()
    for name in names
    if name.endswith(_ADJECTIVE_ENDS) or name in _ADJECTIVES.split() or name == "south african"
)
