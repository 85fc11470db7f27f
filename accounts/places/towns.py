"""Towns by the state or region they lie in, folded: what is in Munich is near an account in Bavaria."""

from accounts.places.countries import COUNTRIES, REGIONS
from accounts.texts.folding import fold

# A region within a country: the country's code and its first name in the table.
State = tuple[str, str]

# country | the region's names, commas between, first the one that readers see | its larger towns; "_" is a blank.
_TABLE = """
DE | Bavaria,bayern,baviera,baviere | munich munchen nuremberg nurnberg augsburg regensburg ingolstadt wurzburg bamberg erlangen passau rosenheim landshut bayreuth
DE | Baden-Württemberg | stuttgart mannheim karlsruhe freiburg heidelberg ulm heilbronn reutlingen pforzheim konstanz tubingen ravensburg
DE | North_Rhine-Westphalia,nordrhein-westfalen,nrw | cologne koln dusseldorf dortmund essen duisburg bochum wuppertal bielefeld bonn munster aachen monchengladbach gelsenkirchen krefeld oberhausen hagen paderborn leverkusen
DE | Hesse,hessen | frankfurt wiesbaden kassel darmstadt offenbach fulda giessen marburg
DE | Saxony,sachsen | leipzig dresden chemnitz zwickau gorlitz
DE | Lower_Saxony,niedersachsen | hanover hannover braunschweig oldenburg osnabruck wolfsburg gottingen hildesheim emden
DE | Rhineland-Palatinate,rheinland-pfalz | mainz ludwigshafen koblenz trier kaiserslautern
DE | Thuringia,thuringen | erfurt jena gera weimar
DE | Brandenburg | potsdam cottbus
DE | Saxony-Anhalt,sachsen-anhalt | magdeburg halle dessau
DE | Schleswig-Holstein | kiel lubeck flensburg
DE | Mecklenburg-Vorpommern | rostock schwerin stralsund
DE | Saarland | saarbrucken
DE | Berlin | berlin
DE | Hamburg | hamburg
DE | Bremen | bremen bremerhaven
AT | Vienna,wien | vienna wien
AT | Styria,steiermark | graz
AT | Upper_Austria,oberosterreich | linz wels steyr
AT | Salzburg | salzburg
AT | Tyrol,tirol | innsbruck
CH | Zurich | zurich winterthur
CH | Geneva,geneve,genf | geneva geneve
CH | Vaud,waadt | lausanne montreux
CH | Basel | basel
CH | Bern,berne | bern biel thun
FR | Île-de-France | paris versailles boulogne-billancourt nanterre creteil
FR | Auvergne-Rhône-Alpes | lyon grenoble saint-etienne annecy clermont-ferrand valence chambery
FR | Provence-Alpes-Côte_d'Azur,paca,provence | marseille nice toulon avignon cannes aix-en-provence
FR | Occitanie,occitania | toulouse montpellier nimes perpignan
FR | Nouvelle-Aquitaine | bordeaux limoges poitiers pau bayonne la_rochelle
FR | Hauts-de-France | lille amiens dunkerque calais roubaix
FR | Grand_Est,alsace,lorraine | strasbourg reims metz nancy mulhouse colmar troyes
FR | Brittany,bretagne,bretana | rennes brest quimper lorient vannes
FR | Normandy,normandie,normandia | rouen caen havre cherbourg
FR | Pays_de_la_Loire | nantes angers le_mans
FR | Bourgogne-Franche-Comté | dijon besancon belfort
FR | Centre-Val_de_Loire | orleans tours bourges chartres
ES | Madrid | madrid
ES | Catalonia,cataluna,catalunya,catalogne,katalonien | barcelona girona tarragona lleida sabadell badalona
ES | Andalusia,andalucia,andalousie,andalusien | seville sevilla malaga granada cordoba cadiz almeria huelva jaen
ES | Valencian_Community,comunidad_valenciana | valencia alicante castellon elche
ES | the_Basque_Country,basque_country,pais_vasco,euskadi | bilbao vitoria san_sebastian
ES | Galicia,galice,galizien | vigo coruna lugo ourense pontevedra
ES | the_Balearic_Islands,balearic_islands,baleares,balearen | palma ibiza mahon
ES | the_Canary_Islands,canary_islands,canarias,kanaren | las_palmas tenerife
ES | Aragon | zaragoza huesca teruel
ES | Murcia | murcia cartagena
ES | Navarre,navarra | pamplona
ES | Cantabria | santander
ES | Asturias | oviedo gijon
ES | Castile_and_León,castilla_y_leon | valladolid salamanca burgos leon segovia zamora
IT | Lombardy,lombardia,lombardei | milan milano bergamo brescia monza pavia mantova
IT | Lazio | rome roma latina
IT | Piedmont,piemonte | turin torino novara alessandria
IT | Veneto | venice venezia verona padova padua vicenza treviso
IT | Emilia-Romagna | bologna modena parma rimini ravenna ferrara
IT | Tuscany,toscana | florence firenze pisa livorno siena lucca
IT | Campania | naples napoli salerno
IT | Sicily,sicilia | palermo catania
IT | Liguria | genoa genova
IT | Apulia,puglia | bari taranto lecce
NL | North_Holland,noord-holland | amsterdam haarlem zaandam
NL | South_Holland,zuid-holland | rotterdam the_hague leiden delft dordrecht
NL | Utrecht | utrecht amersfoort
NL | North_Brabant,noord-brabant,brabant | eindhoven tilburg breda
NL | Gelderland | arnhem nijmegen apeldoorn
NL | Groningen | groningen
NL | Limburg | maastricht venlo
NL | Flevoland | almere
NL | Overijssel | zwolle enschede
BE | Flanders,vlaanderen,flandre | antwerp antwerpen ghent gent bruges leuven mechelen
BE | Wallonia,wallonie | liege namur charleroi
BE | Brussels,bruxelles,brussel | brussels bruxelles
SE | Skåne | malmo lund helsingborg
SE | Västra_Götaland | gothenburg goteborg boras
SE | Stockholm | stockholm
GB | Scotland,schottland,ecosse | edinburgh glasgow aberdeen dundee inverness stirling perth
GB | Wales | cardiff swansea newport wrexham
GB | Northern_Ireland | belfast derry
GB | Yorkshire | leeds sheffield york hull bradford harrogate doncaster wakefield huddersfield
GB | the_north_west_of_England,north_west_england,lancashire,cheshire,cumbria | manchester liverpool preston bolton blackpool warrington chester salford carlisle
GB | the_north_east_of_England,north_east_england | newcastle sunderland durham middlesbrough gateshead darlington
GB | the_West_Midlands,west_midlands,midlands | birmingham coventry wolverhampton stoke walsall dudley
GB | the_East_Midlands,east_midlands,midlands | nottingham leicester derby northampton lincoln
GB | the_south_west_of_England,south_west_england,devon,cornwall,somerset,dorset | bristol exeter plymouth bath bournemouth gloucester cheltenham swindon truro
GB | the_south_east_of_England,south_east_england,kent,surrey,sussex,hampshire | brighton southampton portsmouth oxford reading slough guildford maidstone canterbury
GB | the_east_of_England,east_of_england,essex,norfolk,suffolk | norwich cambridge ipswich luton peterborough colchester chelmsford
GB | London,greater_london | london croydon
IE | Leinster | dublin
IE | Munster | cork limerick waterford
IE | Connacht | galway sligo
US | Alabama | birmingham montgomery huntsville
US | Alaska | anchorage
US | Arizona | phoenix tucson mesa tempe scottsdale chandler
US | Arkansas | little_rock fayetteville
US | California | los_angeles san_francisco san_diego san_jose sacramento fresno oakland anaheim bakersfield irvine pasadena stockton
US | Colorado | denver boulder colorado_springs aurora
US | Connecticut | hartford stamford bridgeport
US | Delaware | wilmington dover
US | Florida | miami orlando tampa jacksonville tallahassee fort_lauderdale
US | Georgia | atlanta savannah augusta macon
US | Hawaii | honolulu
US | Idaho | boise
US | Illinois | chicago peoria rockford naperville
US | Indiana | indianapolis fort_wayne evansville
US | Iowa | des_moines cedar_rapids
US | Kansas | wichita topeka
US | Kentucky | louisville lexington
US | Louisiana | new_orleans baton_rouge shreveport
US | Maine | bangor
US | Maryland | baltimore annapolis
US | Massachusetts | boston worcester springfield cambridge
US | Michigan | detroit grand_rapids lansing flint
US | Minnesota | minneapolis st._paul duluth
US | Mississippi | biloxi
US | Missouri | kansas_city st._louis ferguson
US | Montana | billings
US | Nebraska | omaha lincoln
US | Nevada | las_vegas reno henderson
US | New_Hampshire | nashua
US | New_Jersey | newark trenton camden princeton
US | New_Mexico | albuquerque santa_fe
US | New_York_State,new_york | new_york brooklyn buffalo rochester syracuse albany yonkers manhattan
US | North_Carolina | charlotte raleigh durham greensboro asheville
US | North_Dakota | fargo bismarck
US | Ohio | columbus cleveland cincinnati toledo akron dayton
US | Oklahoma | tulsa oklahoma_city
US | Oregon | portland salem eugene
US | Pennsylvania | philadelphia pittsburgh allentown harrisburg scranton
US | Rhode_Island | providence
US | South_Carolina | charleston columbia greenville
US | South_Dakota | sioux_falls
US | Tennessee | nashville memphis knoxville chattanooga
US | Texas | houston dallas austin san_antonio fort_worth el_paso plano irving lubbock waco
US | Utah | salt_lake_city provo
US | Vermont | burlington
US | Virginia | richmond norfolk arlington alexandria roanoke
US | Washington_State,washington | seattle spokane tacoma bellevue
US | Wisconsin | milwaukee madison
US | Wyoming | cheyenne
CA | Ontario | toronto ottawa hamilton kingston guelph windsor
CA | Quebec | montreal laval
CA | British_Columbia | vancouver victoria kelowna
CA | Alberta | calgary edmonton
CA | Manitoba | winnipeg
CA | Nova_Scotia | halifax
AU | New_South_Wales | sydney newcastle
AU | Victoria | melbourne geelong
AU | Queensland | brisbane cairns
AU | Western_Australia | perth
AU | South_Australia | adelaide
AU | Tasmania | hobart
"""  # noqa: E501
# Countries and towns elsewhere that are also people's, companies' or ordinary names.
_FURTHER = """
andorra aleppo armenia bali beirut bermuda bogota braga bursa cali cartagena chad cuba cusco cyprus dunedin durban
faro fiji gabon georgia guyana iceland jamaica jordan kuwait kyoto lima malta mali mendoza monaco muscat nepal niger
odense oman panama porto quito recife rosario salvador samoa santiago santos sapporo togo tunis turku victoria
wellington
"""


def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    found = []
    for line in _TABLE.strip().splitlines():
        code, names, towns = (part.strip() for part in line.split("|"))
        spelled = tuple(town.replace("_", " ") for town in towns.split())
        found.append((code, tuple(names.replace("_", " ").split(",")), spelled))
    return tuple(found)


def _states() -> dict[str, frozenset[State]]:
    """Folded name of a town or region -> the regions that it is, or may lie in."""
    found: dict[str, set[State]] = {}
    for code, names, towns in _rows():
        for name in (*names, *towns):
            found.setdefault(fold(name).text, set()).add((code, names[0]))
    return {name: frozenset(states) for name, states in found.items()}


STATES = _states()
COUNTRY_NAMES = frozenset(name for names in COUNTRIES.values() for name in names if len(name) > 3) | REGIONS.keys()
TOWNS = STATES.keys() | frozenset(_FURTHER.split()) | COUNTRY_NAMES


def is_place(folded: str) -> bool:
    """Whether a folded name is also a town's, a region's or a country's."""
    return folded in TOWNS


def states_of(folded: str, code: str) -> frozenset[State]:
    """The regions that a town or region of this name may be of, in that country."""
    return frozenset(state for state in STATES.get(folded, ()) if state[0] == code)
