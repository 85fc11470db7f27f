"""Towns, counties and states that companies are also called by: such a name behind "in" is as likely the place."""

from accounts.countries import COUNTRIES, REGIONS

_AMERICA = """
akron albany albuquerque alexandria allentown amarillo anaheim anchorage arlington asheville athens auburn augusta
austin bakersfield baltimore beaumont bellevue berkeley birmingham bloomington boise boulder bristol brooklyn
burlington cambridge camden canton carlsbad charleston charlotte chesapeake chester cleveland clifton clinton columbia
columbus concord corpus dayton decatur denton dover duluth durham elgin elizabeth elmira evanston evansville everett
fairfield fargo fayetteville ferguson flint fremont fresno garland georgetown glendale greensboro greenville hampton
hartford henderson houston huntington huntsville irvine irving jackson jacksonville jersey joliet kent kenosha killeen
knoxville lafayette lancaster lansing laredo lawrence lexington lincoln lowell lubbock macon madison manhattan marion
memphis mesa mesquite midland milford milwaukee minneapolis mobile modesto montgomery nashville newark newport newton
norfolk norman oakland oceanside omaha ontario orlando oxford oxnard palmdale pasadena paterson peoria phoenix
pittsburgh plano plymouth pomona portland providence provo pueblo quincy raleigh reading redding reno richardson
richmond riverside roanoke rochester rockford sacramento salem salinas savannah scottsdale scranton shreveport spokane
springfield stamford sterling stockton sunnyvale syracuse tacoma tampa tempe toledo topeka torrance troy tucson tulsa
tyler utica vallejo ventura victoria waco warren waterbury waterloo westminster wichita wilmington winchester
worcester yonkers york youngstown yuma hamilton halifax windsor kingston guelph kelowna maine vermont dakota delaware
georgia hudson wyoming montana nevada utah idaho iowa kansas kentucky nebraska hawaii alaska arkansas maryland
connecticut louisiana mississippi
"""
_BRITAIN = """
aberdeen bath bedford belfast blackburn blackpool bolton bournemouth bradford brighton burnley bury cardiff carlisle
chelmsford cheltenham chesterfield colchester corby coventry crawley crewe croydon darlington derby doncaster dorset
dudley dundee ealing exeter gateshead gloucester grimsby guildford harlow harrogate hastings hereford huddersfield
hull inverness ipswich kettering lewisham lichfield liverpool luton maidstone mansfield merton middlesbrough newcastle
newham northampton norwich nottingham oldham perth peterborough poole portsmouth preston ramsgate rochdale rotherham
rugby salford salisbury sheffield shrewsbury slough solihull southampton stafford stevenage stirling stockport
sunderland sutton swansea swindon taunton telford torbay truro wakefield walsall warrington watford wells wigan
wolverhampton worthing yeovil cornwall devon essex kent surrey sussex norfolk suffolk rutland somerset cork galway
limerick sligo waterford wexford brent barnet bexley bromley enfield
"""
_EUROPE = """
aachen augsburg bamberg bielefeld bochum bonn bremen chemnitz cottbus darmstadt dortmund dresden duisburg dusseldorf
erfurt essen freiburg gelsenkirchen halle hannover heidelberg ingolstadt jena karlsruhe kassel kiel koln leipzig
lubeck magdeburg mainz mannheim munster nurnberg oldenburg osnabruck potsdam regensburg rostock stuttgart trier ulm
wiesbaden wolfsburg wuppertal wurzburg bern winterthur salzburg innsbruck amiens angers annecy avignon bayonne
besancon bordeaux brest caen cannes dijon dunkerque grenoble lens lille limoges lorient metz montpellier mulhouse
nancy nantes nice nimes orleans pau perpignan poitiers quimper reims rennes rouen strasbourg toulon tours troyes
vannes versailles liege namur gand bruges alicante almeria badajoz bilbao burgos cadiz cartagena cordoba gijon girona
granada huelva jaen leon lleida lugo malaga murcia oviedo palencia palma pamplona salamanca santander segovia sevilla
soria tarragona toledo valladolid vigo vitoria zamora ancona bari bergamo brescia catania ferrara firenze genova
livorno lucca mantova modena napoli padova palermo parma pavia perugia pesaro pescara pisa prato ravenna rimini siena
taranto torino trento treviso trieste udine venezia verona vicenza almere apeldoorn arnhem breda delft dordrecht
enschede groningen haarlem leeuwarden leiden maastricht nijmegen tilburg utrecht zwolle porto braga coimbra faro
aalborg odense uppsala lund turku oulu stavanger tromso
"""
_ELSEWHERE = """
adelaide brisbane canberra darwin geelong hobart newcastle perth christchurch dunedin wellington durban pretoria accra
casablanca tunis alexandria aleppo ankara izmir bursa beirut amman kuwait muscat oman jordan chad mali niger congo
cuba panama jamaica bermuda guyana iceland malta monaco andorra cyprus georgia armenia togo gabon nepal fiji samoa
kobe kyoto sapporo sendai bogota cali medellin quito lima cusco arequipa cordoba rosario mendoza montevideo santiago
valparaiso salvador recife fortaleza manaus santos victoria barranquilla cartagena
"""
COUNTRY_NAMES = frozenset(name for names in COUNTRIES.values() for name in names if len(name) > 3) | REGIONS.keys()
TOWNS = frozenset(" ".join((_AMERICA, _BRITAIN, _EUROPE, _ELSEWHERE)).split()) | COUNTRY_NAMES


def is_place(folded: str) -> bool:
    """Whether a folded name is also a town's, a county's, a state's or a country's."""
    return folded in TOWNS
