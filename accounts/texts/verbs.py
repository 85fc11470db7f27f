"""What companies do, as verbs of six languages in the forms that headlines and sentences give them."""

_SAYS = """
is was has had will would may can cannot could might must does did do n't said says say told tells warned warns added
adds announced announces reported reports unveiled unveils introduced introduces launched launches debuted debuts
confirmed confirms denied denies declined declines claimed claims argued argues insisted insists apologised
"""
_TRADES = """
pay pays paid wants want went goes gets got get makes made continues continued helps helped plans planned expects
expected agrees agreed acquires acquired buys bought sells sold offers offered opens opened signs signed hires hired
names named appoints appointed raises raised cuts reduces joins joined partners partnered provides provided collects
uses believes considers reserves owns operates disclaims becomes became faces faced files filed posted expands
expanded invests invested wins won brings brought completes completed reaches reached began begins starts started
stock shares customers employees executives users shareholders workers spokesman spokeswoman
"""
_MOVES = """
applies processes processed stores transfers shares shared retains discloses reserves requires supports operates
canceled cancelled enables grows aims forecast forecasts moves scraps drops ends sues settles fights hits eyes seeks
urges tops beats slashes tests taps picks backs rejects accepts approves delays halts resumes stops closes shuts exits
enters leaves quits spins splits merges combines lifts lowers doubles triples halves boosts trims extends renews
revives redesigns rebrands recalls withdraws pulls retires discontinues ships rolls teams ties turns bets builds buys
bans blocks blames appeals loses gains earns shrinks falls rises jumps slides slips sinks soars surges tumbles rallies
misses keeps holds sets sees takes gives lets puts brings adopts deploys chooses selects replaces poaches woos courts
defends fires sacks furloughs nears readies prepares publishes releases previews teases reveals admits pledges
promises vows threatens cut lost beat fell rose grew took gave kept left led met sank shut spent struck sued drew
chose broke drove held hit let put set saw sent built bet ran stood swung threw withdrew wrote spun fought sought
bought slid laid bid dealt fed flew froze knew lent overtook quit rode shed shook spoke split spread stole stuck swept
taught thought tore undertook upheld woke wore shot felt heard caught meant hurt lit dug sped swore
"""
# Verbs whose third person is no plural of a thing too.
_ONLY_VERBS = """
accept acknowledge act advise allow announce anticipate apologise apologize argue assume attract become begin believe
bring celebrate choose collect combine comply concede conduct confirm connect consider continue contribute cooperate
create decide declare decline deliver deny develop distribute dominate donate earn employ enable encourage engage enjoy
ensure establish exceed fail follow garner generate grant guarantee handle hire hope ignore implement incur inform
insist intend introduce invite lack lease learn maintain manufacture monitor negotiate notify observe obtain occupy
operate outperform owe participate perform persuade possess predict prefer prepare prevent proceed produce prohibit
promote propose protect prove provide pursue qualify recognise recognize recommend refuse reject rely remain remind
remove renew represent require resell respond restrict retain satisfy secure seek select send serve solicit specialise
specialize spend strengthen strive submit suspect suspend tell terminate think transmit try undertake understand utilise
utilize verify welcome withhold write
"""
_TOGETHER_VERBS = """
agree plan sign launch join announce team partner unveil form expand extend end cut sue settle merge raise fight
compete cooperate collaborate work share renew close open start build invest combine introduce develop offer say want
face vie
"""
_BASES = """
run operate manage carry serve fly
buy cut sell acquire launch open close raise invest build hire pay offer join merge report shut lay spend stop end
move take make release introduce expand add drop split spin settle appeal replace retire name appoint double reduce
provide supply test begin start become leave exit enter face combine partner sue issue unveil discontinue increase
restart resume furlough recall cease halt slash trim pilot stock carry list relist float delist rebrand redesign
rename relocate shift trial scrap axe shed sack recruit train host sponsor back fund finance lend borrow repay refund
reimburse compensate fine defend contest challenge withdraw postpone delay extend renew terminate cancel award win
lose share publish post file register license import export ship deliver install equip upgrade retrofit modernise
modernize convert refurbish renovate demolish idle mothball divest offload carve absorb integrate consolidate
centralise outsource insource automate digitise deploy adopt roll phase ban block restrict cap freeze lift ease
tighten
"""
# Present and past of a third person, folded forms not needed: they are matched as written.
_FRENCH = """
est avait sera va peut doit annonce annoncé lance lancera ouvre ouvrira ferme fermera cède vend vendra rachète achète
acquiert signe supprime supprimera licencie recrute embauche nomme promeut augmente relève baisse réduit étend déploie
offre dévoile présente confirme dément conteste réclame attaque assigne poursuit investit construit installe inaugure
rappelle retire arrête abandonne suspend reporte renonce quitte entre rejoint remplace reprend perd gagne remporte
conclut négocie teste teinte prévoit prépare vise promet affiche publie enregistre dégage recule progresse bondit
chute franchit dépasse transforme modifie adapte adopte choisit équipe livre fournit exploite compte emploie verse
paie rembourse lève émet cote entame accélère ralentit relance renforce rénove prend veut souhaite espère accepte
obtient reçoit demande appelle utilise traite collecte conserve partage transmet fait dispose agit garantit assure
permet propose stocke héberge s'engage
"""
_GERMAN = """
ist hat wird will kann muss soll darf streicht baut verkauft kauft übernimmt erwirbt schließt öffnet eröffnet hebt
senkt erhöht kürzt verliert gewinnt meldet kündigt startet stellt bringt beruft ernennt holt verlässt tritt zieht
prüft testet investiert liefert bietet setzt geht kommt steigt fällt wächst schrumpft verdoppelt halbiert erwartet
rechnet warnt dementiert bestätigt klagt verklagt zahlt fordert verlangt verhandelt einigt trennt spaltet gliedert
verschiebt stoppt beendet nimmt gibt macht legt führt erweitert verlagert entlässt sucht rüstet beteiligt steckt
präsentiert zeigt verzichtet erhält bekommt vereinbart unterzeichnet kooperiert ruft droht scheitert siegt räumt
nutzt verwendet speichert erhebt verarbeitet übermittelt
wollte musste hatte baute verkaufte kaufte übernahm schloss eröffnete senkte erhöhte meldete kündigte
"""
_SPANISH = """
es ha fue será va puede debe compra compró vende vendió abre abrió abrirá cierra cerró cerrará lanza lanzó lanzará sube
subió baja bajó eleva reduce recorta despide contrata nombra ficha firma firmó anuncia anunció presenta presentó
adquiere invierte construye reparte gana ganó pierde perdió logra obtiene ofrece amplía extiende retira suspende deja
dejará entra sustituye refuerza acuerda negocia prevé planea espera confirma niega rechaza acepta pide exige demanda
paga cobra devuelve multiplica duplica crece cae factura ingresa emite coloca prepara estrena inaugura traslada absorbe
fusiona alcanza supera mantiene convierte cambia modifica aplica utiliza trata recopila comparte busca quiere quita
pone dice dijo asegura
"""
_ITALIAN = """
è ha sarà può deve compra acquista vende cede apre chiude lancia annuncia presenta nomina assume licenzia taglia alza
aumenta riduce abbassa firma investe costruisce ottiene vince perde conferma smentisce ritira sospende lascia entra
esce rileva amplia rafforza avvia prevede punta offre propone chiede paga cresce cala porta mette vuole
"""
_DUTCH = """
is heeft had wordt zal kan moet koopt kocht verkoopt verkocht opent opende sluit sloot schrapt verhoogt verlaagt neemt
nam stopt begint benoemt ontslaat zoekt bouwt investeert levert biedt krijgt kreeg wint won verliest verloor meldt
kondigt lanceert introduceert stelt trekt gaat komt groeit krimpt verwacht waarschuwt betaalt eist wil breidt zet
haalt geeft brengt roept maakt splitst fuseert verhuist vernieuwt
"""
# "abrirá", "cerrarán": a future that only verbs have.
SPANISH_FUTURE = r"\p{Ll}{2,}(?:ará|erá|irá|arán|erán|irán)"


def any_of(*lists: str) -> str:
    """The words of the lists as one alternation, each once."""
    return "|".join(dict.fromkeys(word for words in lists for word in words.split()))


def third_person(verb: str) -> str:
    """ "deny" -> "denies", "launch" -> "launches"."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")


SUBJECT_VERBS = any_of(_SAYS, _TRADES, _MOVES, " ".join(third_person(verb) for verb in _ONLY_VERBS.split()))
TOGETHER_VERBS = any_of(_SAYS, _TRADES, _MOVES, _TOGETHER_VERBS)
BASES = any_of(_BASES)
ABROAD = any_of(_FRENCH, _GERMAN, _SPANISH, _ITALIAN, _DUTCH) + "|" + SPANISH_FUTURE
