"""Ordinary words of French, German, Spanish, Italian and Dutch that companies are also called by, folded."""

_FRENCH = """
abeille accord acier action affaire agence aigle aile air alliance allumette ami amiral ange ancre arbre arc argent
assurance atelier aube auberge avant avenir balance ballon banque barque bateau bazar berger bijou blanc bleu bois
bonheur bouche boulanger boulangerie boutique branche bulle cadre caisse camaieu canard carre carrefour carte casino
cerise chaine champ champion chance chapitre charme chasseur chateau chat chaussure chemin cheval chouette ciel cigale
clair cle coeur colis colombe comptoir compte contact coq corbeau corail couleur courrier couture croissant cuisine
cygne dame demain dessin domaine drapeau droit eau eclair ecole ecran edition electricite elan emeraude encre enfant
entreprise epicerie equipe escale espace espoir est etape etoile etude fermier fete feu feuille fil fleur flamme
fleuve foncier fontaine force forge fourmi foyer fraise free fruit galerie galet gare geant grain grenier groupe
harmonie herbe heure hirondelle histoire hiver homme horizon hotel huile idee ile image immeuble jardin jeton jeune
jour journal joueur jouet kiosque lait lampe lien libre lierre liberte livre lumiere lune maison manoir marche marin
marque matin mer merci merle metro meuble miel mode monde montagne mousquetaire moulin mur musee mutuelle navette
navire neige nid nord nouveau nuage nuit oiseau olivier or orage ouest ours paix palais panier papillon parfum parc
part passage passerelle pause pays pecheur perle petit phare picard pierre place plage plume poisson pomme pont port
porte poste potager prairie premier pressoir prince printemps prisme puits quartier racine raison rayon reine relais
rempart renard reponse reserve rive riviere roche roi rose rouge roue route ruche ruisseau sable saison sante sel
sentier serre sirene soleil solution source sport suite sucre sud table tabac talent temps terre tigre toile toit tour
tourisme trait tresor trefle tulipe univers usine vague valeur vallee veranda verger verre verite vert vie vigne
village ville vin voile voisin voix voyage
"""
_GERMAN = """
acker adler ahorn aktion allianz amsel anker apfel apotheke arbeit arche aufbau aufzug auge bach backer bahn balken
bank bar baum bauer berg bergmann biene birke blatt blau blick blitz blume boden bogen brot brucke brunnen buch buche
bund burg dach dank docht donner dorf drei edel eiche eins eisen elster engel ente erde esche europa fabrik fackel
faden falke farbe feder feld fels fenster feuer fichte finke fisch flamme flasche flieger flug fluss forelle form
forst freiheit freude freund fuchs funke garten gast gelb gemeinde gerade gesund gewerbe glas glocke gluck gold grad
gras grun grund gut hafen hahn halm hammer hand handel hase haus hecht heimat held henkel herbst herd herz himmel
hirsch hof holz honig huhn hut igel insel jager kaiser kanal kanne kante karte kaufhaus kern kerze kette kirsche klar
klasse klee knospe kohle komet konig konsum kontinental korn kraft kraftwerk kran kranich kreis kreuz krone kuche
kugel kunst land laub leben leicht leiter leuchte licht linde linie lotse lowe luft magazin markt mauer maus meer
meile meister merkur messe metro milch mitte mond moor morgen motor muhle mutter nagel nest netz neu nord norden nuss
obst ofen osten otto palme perle pfad pferd pfeil pfeiler pflug platz post punkt quelle rabe rad rasen rational raum
rebe recht regal regen reich reif reise ring ritter rot ruder ruhe saal saat sache salz sand schatten schatz schaufel
schiff schild schlange schloss schlussel schmied schnee schnell schritt schule schwalbe schwan schwarz see segel seil
seite sommer sonne sparkasse specht spiegel spiel sprung stadt stahl stall stamm star stein stern steuer stift storch
strahl strand strauss strom stufe sturm suden tag takt tal tanne tasche taube teich tisch tor treffer treppe treue
turm uhr ulme ursprung vater vogel volk vorwerk waage wald wagen wal wand wasser weg weide wein weiss welle welt werk
weser westen wiese wind winter wolke wunder wurzel zahl zauber zaun zebra zeit zelle zelt ziegel ziel zinn zoll zucker
zug zukunft zunft zwei
"""
_SPANISH = """
abeja acceso acero acuerdo agua aguila aire ala alba alianza alma alto amanecer amigo ancla andar angel apoyo arbol
arco arena arroyo avance avenida azul balanza ballena banco bandera barco barrio base bosque brisa bueno caballo
cadena caja calle camino campana campo canal cancha capital carta casa castillo cauce cebolla cedro centro cerro cielo
cima ciudad claro clave cobre codorniz colmena color comercio compas conde copa corazon corona correo correos corte
cosecha cosmos cristal cruz cuadro cuenta cumbre delfin deposito derecho dia diamante dorado dulce eco edificio
ejemplo elefante enlace entero escudo esfera esmeralda espejo espiga esperanza estrella eje exito faro fenix feria
fiesta flor foco fondo fortuna fresa fruta fuego fuente fuerte gacela galeria gallo garza gato girasol globo golfo
gorrion grano gran grupo guia habana hacienda halcon hierro hilo hogar hoja horizonte huella huerta idea iman imperio
inicio isla jardin joven juego jugo lago laguna lana lazo leche leon libre libro lima limon linea llama llave lluvia
lobo luna luz madera madre maestro mango mano manzana mapa mar marca margarita mariposa marina martillo meridiano mesa
meta metro miel milagro mina mirada mirador molino moneda monte mundo muro naranja nave nido nieve noble noche norte
nota nube nuevo oasis ola oliva olivo origen oro oso oveja pais paja pajaro palma palmera palo paloma pan panal papel
paraiso parque paso patio paz perla piedra pino planta plata plaza pluma poder portal prado premio primero pueblo
puente puerta puerto punta punto quinta raiz rama rapido rayo real red reloj reto rey rio risa rocio roble roca rojo
ronda rosa rueda ruta sabio sal salto salud santo seda semilla sendero sentido siembra sierra siglo sol sombra suelo
sueno sur taller tarde tejado telar tesoro tiempo tienda tierra tigre torre trebol tren trigo trueno uva vale valle
vapor vela venta ventana verde vereda vida viento viga villa vino vision voz vuelo zapato zorro
"""
_ITALIAN_AND_DUTCH = """
acqua albero alba alleanza amico ancora anello angelo aquila arancia arco aria arte banca barca bello bosco buono
calma campo canto casa cavallo cielo cima colle conto coro croce cuore eccellenza esse fabbrica faro fatto favola
fenice fiera filo fiore fiume fonte forte fortuna freccia fuoco futuro gabbiano gallo giardino gioco giorno girasole
grano isola lago latte leone libero libro linea luce luna lupo mano mare mela mercato mezzo miele mondo monte mulino
muro nave neve nido nuovo oro orso pace pane parco passo perla piazza pietra ponte porta porto poste prato prima punto
quadro quercia ramo rete riva rosa ruota sale sasso scala scudo segno sentiero sereno sole specchio stella strada
tavola tempo terra torre treno uva valle vela vento verde vetro via vita volo zenzero aarde actie adelaar anker appel
akker baken ballon bank bever bij blauw blik blok bloem boek boer boog boom boot bos brood brug burcht dag dak dam
dans deur dorp draak draad druif duif duin eend eik eiland engel ekster fakkel feest fiets ganzen geel gamma geluk
gevel glas goud graan groen haan hamer hand hart haven haver heide held hemel hert heuvel honing hoek hout huis jager
jumbo kaap kaart kant kasteel keten kern klaver klok kompas koning kracht kraan kroon kruid kwartier land leeuw lente
licht linde lucht maan markt meer melk mensen merel mier molen morgen muur nest noord oever oogst oost paard pad parel
pijl plein poort punt raaf raam regen reus ring roos rood schaap scheepvaart schip schild sleutel sneeuw spiegel spin
spoor stad ster stern steen storm straat strand stroom tafel tak tijd toren trein trap tuin uil valk veer veld vis
vlag vlam vleugel vlinder vogel vonk voorraad vos vrede vriend vrij vuur wagen water weg weide wereld wiel wind winkel
wolf wolk zee zeil zegel zilver zon zuid zwaan zwart
"""
ABROAD = frozenset(" ".join((_FRENCH, _GERMAN, _SPANISH, _ITALIAN_AND_DUTCH)).split())
