"""Words that are also ordinary language: a company called by one alone needs a second clue in the text."""

from accounts.naming.common_words_abroad import ABROAD
from accounts.places.towns import TOWNS

_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december spring summer autumn winter
"""
_ORDINARY = """
ace action active advance agile alliance allied alpha alphabet amazon ambition american anchor angel apex apple arch
arrow asana ascend aspect aspire atlas atom aurora avenue balance bamboo banner base basic basis beacon bear bee
bell best beyond bill bird black blaze blend block bloom blue board bold bolt bond bonus boost boots box brace
branch brave breeze brick bridge bright brook bubble buffer build bull bumble butter button cable calm camel canal
canvas capital cardinal cargo carrier carrot cascade castle catalyst cave cedar center centre century chain chance
change channel chapter charter chase check cherry chime choice circle circuit citizen citrus city clarity clear
click climb cloud clover club coach coast cobalt code coin collective comet comfort common compass complete concord
condor connect core corner cosmos crane credit crest cross crown crystal cube current curve dash data dawn deal
delta desk dial digit direct discover dock domain dove draft dragon dream drift drive drop dune eagle earth east
echo edge element ember emerald emerge empire encore energy engine ensemble enterprise envoy epic equinox essence
ever evergreen evolve explore express fable face factor fair falcon fastly feather feed field figure final first
flag flame flash flex flight float flow focus ford forest forge form forward foundation fox frame free fresh front
frontier fuel function fusion future gap gate gem general genesis giant glacier glass global globe gold grain grand
granite graph gravity green grid ground group grove growth guardian guide gusto harbor harbour harmony harvest haven
hawk health heart help her heritage hero high hill hive home honey honor hope horizon house hub ideal image impact
impulse index indigo infinity ink inside insight instant iris iron island ivory ivy jade jet jewel journey joy
juniper just key kind kingdom kite lake lantern lark laurel layer lead leader leaf league learn legacy lemon level
lever liberty life lift light lily line link lion liquid live local lodge logic loop lotus lucid luna lunar magic
magnet main mango maple marathon marble mark market maroon mars match matrix meadow medal mercury meridian method
metric metro mill mind mint mirror mission mode moment monster moon motion mountain mustang nation national
nationwide native nature navigator nest network new next nexus night noble node nomad north notion nova novel oak
oasis object ocean olive omega one onyx open optimum option oracle orange orbit orchard orchid origin otter outlook
owl oxford pace pacific paladin palm panda panther paper paragon park partner path patriot peak pearl pebble penguin
people pepper phoenix pilot pine pinnacle pioneer pitch pixel place plaid plain planet platform play plum plus point
polar port post power practice premier premium present prime prism pro process profile progress progressive project
promise proof pulse pure purple quantum quest quick quiet radar radiant rain rainbow ramp range rapid raven ray
reach read ready real rebel red reef reflex relay remedy resolve result rhythm ridge ring ripple rise river rock
rocket root rose round route royal ruby rush safe sage sail salt sand sapphire save scale scout sea search seed
segment sense sentinel sequoia series shadow shape share shell shield shift shine ship shop signal silver simple
slack slate smart snap solar solid sonic soul source south space spark spectrum speed sphere spire spirit splash
spot spring sprint spruce square stack stage standard star starter state station stealth steam stellar step stone
storm story stream street stride strike stripe strong studio style summit sun sure surge swan swift swing switch
symphony table tandem target team teams temple tempo tender thread thrive thunder tide tiger timber time titan toast
together token top torch total touch tower trace track trade trail transfer travelers tree trek trend triangle tribe
trident trinity true trust turbo twin union unique united unity universal upwork urban valley value vanguard vault
vector velocity venture verge vertex vine visa vision vista vital vivid voice volt watch wave way west whale wheel
white wild willow wind window wing wise wish wizard wolf wonder word work world yard yellow zenith zero zest zone
"""
_FURTHER = """
affirm airtable ally amplitude anthem array articulate assure auto axis ball bandwidth bank barrel basecamp bench
blackboard blink bluebell booking booster border brand bread brilliant broadcast brush buddy builder bumper bundle
cabin cabinet cake candid candle carbon career castor challenge champion charm chart chat chef chief chip chord cinder
circus clay clipper clock clothes coal coco coffee column command commerce comparison concert confluence congress
constellation contact content contour copper copy coral counter country courier cover cow cradle craft crate credible
creek cricket crisp crow cruise cup curator custom cycle daily dairy dell democracy density deposit depot design
diamond diner discovery ditch doctor dominion door dot double draw drum duck duo earnest easy economy egg electric
elevate elite embrace entry equity era escape estate excel exchange experience expert extreme eye fabric farm fast
father feast fellow fence fever fiber fig finch finder fire fiscal fish fit flat fleet flint flock flower fold food
foot forum fountain frank freight friend fruit full gain galaxy game garden gateway gear gentle gift ginger glint goal
good grace grape graphite grasp great grip guild guitar gull gust hammer hand happy hat hay head heat hedge helix helm
hen herd hinge hint hobby hook hour human ice icon igloo imagine indeed inn input intent interval item jam jasmine
jelly job judge jump jungle keen kernel keystone kit kitchen knock lab ladder lamb lamp land lap laser leap lens
letter library lime limit lineage listen liter little load loan lobster loom lore lumen lunch machine major manifest
manor map margin marine mast masterclass material maze mega mercer merit mesh meta metropolitan milk mine minute mixer
model modern monk monument moss mother motor mouse movement mural muse music narrow neat neighbor nickel nimble nine
nutmeg oats odyssey olympic opal opera orca order origami outpost oval owner oxygen pack paint pair palace panel
pantry parade parcel parrot pass patch pathway pattern peacock pen pencil perch perfect perform persona petal phantom
photon piano picnic piece pier pillar pin pipe plane plank plaza plot plough pocket poem pole polish pond pony pool
pop poppy portal portrait possible pot prairie pray press pride principal print privilege prize prompt proper prosper
public puck puma pump puzzle quince quiver rabbit race rack radio raft rail ram random rank raster rational razor
reason recharge record refuge regal region render replica reserve reside reward rich riddle rifle right rim riot road
robin robust rook room rope rover rubber rubric rudder runway saddle saint salad salmon sandbox satellite savvy
scholar school scope score screen script seal season secret secure self serenity service seven shed sheet shelter
sherpa shore shot shutter sideline sight signature silk silo single six sketch skill sky sleep slice smile snail snow
social sock soft spa spade spice spider spin spoke spoon sport sprout squad stable stadium staff stamp staple stem
sticker stitch stock stop store strand stratum strawberry sugar suit sunrise sunset supply support supreme surface
swallow sweet sword synapse system tablet tail talent tank tap task tea telegraph temper ten terminal terrace test
theory thistle thought thyme ticket tier tile tin tinder tint tip title toll tollgate tool tooth topic tortoise toucan
tour towel town toy traction trader traffic train treasure treat trial trip trove truck truth tulip tune turbine
turtle tusk twig twist umbrella uncle unit universe unlimited uplift useful vacation van variety vase vast veil vendor
verse vessel vest victory view village violet viper virgin virtue virtuous volcano voyage wagon walk wall wallet
walnut water wayfarer wealth weather web wedge weld whisper wick wide wink winner wire workday workshop wrap wren yarn
year yoga zebra zinc zip zoom
"""
_VERBS_AND_THINGS = """
add afford agree amount answer appear argument article ask attempt audience award baby bag bat bath battle beach beat
become bed begin belong belt bend bet bicycle bid birth bite bless blood blow boat body boil bone book borrow boss
bother bottom bounce bow bowl boy brain breakfast breath bring brother bucket burn burst buy call camera camp cap car
card care carry case cat catch cause ceiling chalk cheese chest chicken child choose church claim clap class clean
clerk close cloth coat collar comb come cost cotton cough count cousin crack create crime crop crowd cry curtain cut
daughter day death debt decide degree deliver desire dig dinner dirt discussion distance dog drag drink dust ear eat
education emergency end enjoy enter error evening event exam example exit expense eyes fact fall family fault fear
feel feeling festival fetch fight fill film find finger finish fix flip floor fly fog follow football fork fowl frog
fry garage get girl give glove go government grab grass grow guess guest gun hair hang hate hear history hit hold hole
holiday hospital hotel hug hunt hurry idea illness increase industry insect insurance interest invention joke juice
keep kettle kick kiss knee knife knot knowledge laugh launch law lay leave leg lend lesson let lie lip list lock look
lose loss love make man manage matter meal measure meat meet meeting melt memory mend metal middle mist mix money
month morning mouth nail neck need needle nerve nod noise nose notice number nut obey obtain offer office oil
operation opinion own pay peel pick plan plant please pull push put raise remind repair repeat reply rest ride roll
rub run satisfy say see seek sell send serve set settle sew shake shave shut sing sit slide smell sort speak spell
spend stand start stay stick study suggest surprise surround swap swim take talk taste teach tell thank think throw
tie travel try turn understand use visit wait wake want warn wash wear win worry write
"""
_NATURE_TRADES_AND_VIRTUES = """
abacus actor agent altitude ambassador amber amplify ant antelope antenna anvil ape aperture apprentice apricot
aqueduct arcade archer architect arena argon armor armour artery artichoke artist asparagus aspen assemble assist
athlete attain attic author avalanche avocado axiom axle azimuth badger balcony ballad ballot banana banjo barber
barge barley barometer baron basalt basil bayou bazaar bean beaver beckon beet beetle berry bishop bison blackberry
blossom blueberry boar bolster boulder bounty bouquet boxer brass breakwater brisk broccoli broker bronze broom
buffalo bug bulldog buoy butterfly buzzard cabbage cactus cairn calcium calf calibrate candor cannon canopy capsule
captain carnation caterpillar cauliflower cavern celery cello cement ceramic chalice chancellor chariot cheetah
chestnut chieftain chili chisel chrome cinema cinnamon citadel clarinet clever cliff clockwork clove clown cobbler
cobra coconut coherent coil collage colonel colony commander compact compose composer concrete conduct conductor
constable consul contend convene convoy coordinate corn corridor cottage cougar cowboy coyote crab cranberry crater
crave credo crimson critic crucible crypt cub cucumber culture curious currant cyan cyclone cylinder czar daffodil
dagger daisy dancer dandelion dazzle dealer dean decipher dedicate deer deft delight deputy designer detective devote
diagram diesel diligent dingo diplomat director discern distinct diver diverse dolphin dome donkey draught drummer
duchess duke dynamo eager easel eclipse editor eel elder elephant elixir elk elm eloquent emperor emu endeavor
endeavour endure engineer enigma enrich ensure epoch equation equator estuary ether ethos exalt exuberant farmer
fathom fern ferret fervent fiddler fidelity firefly fireman fjord flamingo flask fluent flute foresight forester
fortune founder fresco friar frugal fulcrum furnace fuse galleon gambler gardener garlic garnet gauge gazelle gecko
generous genuine geyser giraffe girder glade gladiator gleam glimmer glitter glow goat gong goose gooseberry gorge
gorilla governor graceful gracious grapefruit grasshopper gratitude gravel guard guava gulf gypsum hale hammock
hamster hare harness harp hasten hazelnut hearth heather hedgehog heed helium herald hermit hertz hippo holly hornet
horse hound hull humble hurricane hustle hydrogen hyena icicle iguana illuminate immense inferno ingenious ingot
inspire integral intrepid inventor invigorate iodine iridium isle jackal jackrabbit jaguar javelin jester jigsaw
jockey jolt jovial jubilant jubilee judicious juggler jumble juror justice kale kangaroo karma keel keeper kiln kindle
kingfisher kitten kiwi koala krypton kudos lagoon lattice lava lavender lavish lawyer ledge leek legend lemur leopard
lettuce levee librarian lighthouse limestone lithium lively lizard llama locket locomotive lofty loyal lucent lurch
luster lute lynx lyric magician magma magnesium magnify magnolia magpie maiden maize majestic mammoth mandolin
manuscript marigold mariner marquis marsh marvel master mayor meander mechanic medallion mediator meerkat melody melon
merchant merge messenger meteor mezzanine microscope milestone mindful miner mingle minister minstrel mirage mirth
moat mole molecule momentum monarch mongoose monkey monsoon moose mortar mosaic mosquito moth motto mound mulberry
mule mushroom mutual nebula nectarine neon neutron newt nifty nightingale nimbus nitrogen notch noteworthy novelty
nugget nun nurse nurture obelisk oboe octane octave octopus officer onion optimal opulent opus orb orderly oregano
organ osmium osprey ostrich outlaw outright ovation ox oxide oyster pact paddle pagoda palette papaya parable
parachute paradise paradox parallel parchment parsley partridge passion pastel pastor patience patio pavilion pea
peach peanut pear peasant pecan pelican pendulum peninsula peppermint perceive periscope persimmon persist petroleum
phosphor pig pigeon pilgrim pineapple pirate piston pivot plantain plasma plateau platinum pledge plenty pluck
plutonium poet poise polaris polygon pomegranate ponder porcelain porcupine potato potent preacher precinct precise
prefect prelude prestige primal prince princess pristine prodigy professor proficient promenade propeller prophet
prudent pulley pulsar pumpkin pursue pyramid python quail quarry quartz quasar quay queen quill quilt raccoon radiance
radish radium radius rally rampart ranger rapids raspberry rat ravine reactor reckon rector regions reindeer rejoice
relic remark requiem reservoir resilient resolute resonance resourceful revel reverie rhapsody rhino rhubarb rider
rigor rivet roam rosemary rotor rumble runner rust rustic rye sable saffron sailor salamander salute samurai sanctuary
sanguine sapling satchel savor scaffold scatter scenic sceptre scribble scroll sculptor scythe seagull seahorse
senator serene sergeant sesame sextant shale shamrock shard shark sheep shelf shepherd sheriff shimmer shovel shrew
shrine shuffle sift silica simmer sincere singer siren sizzle skip skunk skyline sleek sleet sloth slug slumber smoke
smuggler snake snug solace soldier solemn solstice sonata sonnet soothe sorcerer sorrel soy sparkle sparrow spawn
spectacle spinach spiral splendid splendor sponge sprightly sprinkle squash squid squire squirrel stag stallion
starfish steadfast steeple sterling stirrup stork stout stroll strum stumble stylus sublime subtle subway sulphur
sundial sunflower superb supple surgeon swamp swimmer synergy tact tailor talisman tangerine tangle tango tapestry
teacher telescope tempest tenacity termite thermal thicket thief thorough threshold thrifty thrill throne thrush
thunderbolt tickle titanium toad tomato topaz torrent totem tranquil trapper traveler traveller treasurer trellis
trench trigger trinket tripod trombone trooper trophy trout trumpeter trustworthy tumble tundra tunnel turkey turnip
turquoise turret tutor twilight twinkle twitch typhoon tyrant ultimate unfold unison unwind upbeat urge usher utmost
vacuum valiant valid valor vanilla vanish vapor velvet veranda verdant versatile veteran vibrant viceroy vigilant
vigor viking villa villager vineyard viola violin vitality vogue vortex vouch vow voyager vulture waiter walrus waltz
wander warden warmth warrior wasp watercress waterfall watermelon weasel weaver wharf wheat whimsy whirl whirlpool
wholesome wiggle windmill wisdom wit witch witness wobble wombat wonderful woo woodland woodpecker workout worm worthy
wrestler xenon yacht yam yearn zeal zephyr zircon zodiac zucchini
absolute abundant academy access accurate adequate alert alpine amazing ample ancient aquarium arctic arid
armchair arrival astute atlantic avatar backpack bakery ballpark basket beneath beverage billboard biscuit blanket
blizzard bonfire bookshop breakthrough brewery bubbly burrow cabaret calendar campfire cascading cashew casual cathedral
caution certain cheer cherish chimney chunky classic climate cloak coastal comic companion conscious cookie copious
corral cosy courage crescent cute dainty daring decent decimal delicate delicious desert devoted dignity divine doodle
doorway dynamic earthy effortless elegant emblem eminent empathy enchanted engaging enormous enough essential eternal
evident exact exotic famous fancy fearless festive flannel flawless fluffy fluid formal fossil fragrant frequent
friendly frontline frozen funny gallant gallery gallop generation genial giggle glamour glorious gourmet grateful gratis
groove handy heirloom helpful heroic honest hospitable humor hungry icy idle illusion immaculate impress infinite
innocent instinct intense intimate inventive invite jaunty jazz jolly joyful juicy keepsake kindred lasting lean literal
logical lovable lucky lullaby luminous luxury manners massive mature memoir merry mighty modest mystic natural nectar
nostalgia obvious occasion optimistic outdoor outfit pajama parlor passport peaceful peculiar penny perennial permanent
petite playful pleasant plentiful plush polite popular porch positive posh precious pretty primary prominent proud
prudence punctual quaint radical reasonable reliable remarkable restful retreat revolution sacred seamless secluded
sensible serious skilled slim sober soothing spacious sparkling special spotless stunning sturdy stylish sufficient
sunny superior swell tasty tempting thankful thrilling tidy timely timeless tiny torrid tradition traditional tremendous
trendy tropical trusted tuxedo typical upright upscale valued vibe vintage vivacious volume warm wealthy whimsical
wicked wilderness willing witty worthwhile yummy zesty
"""
_SURNAMES = """
adams allen anderson bailey baker barnes bell bennett brooks brown bryant butler campbell carter clark coleman
collins cook cooper cox davis diaz edwards ellis evans fisher flores foster garcia gibson gomez gonzalez gordon
graham grant gray green griffin hall hamilton harris harrison hart harvey hayes henderson henry hill holland howard
hughes hunter jackson james jenkins johnson jones jordan kelly kennedy king knight lane lawrence lee lewis long
lopez marlowe marshall martin martinez mason miller mitchell moore morgan morris murphy murray myers nelson owens
palmer parker patterson perez perry peters phillips porter powell price reed reynolds rice richardson roberts
robinson rogers ross russell sanders schmidt scott shaw simmons simpson smith stephens stevens stewart stone
sullivan taylor thomas thompson tucker turner tyson wagner walker wallace ward warren washington watson webb wells
west white williams wilson wood woods wright young meyer weber becker hoffmann schulz fischer klein wolf neumann
schwarz zimmermann bernard dubois durand moreau laurent simon michel lefebvre leroy roux fournier girard rossi russo
ferrari esposito bianchi romano colombo ricci marino conti costa bruno
"""
_FIRST_NAMES = """
abigail adam adele adrian agnes ahmed aidan alain alan albert alberto aldo alejandro alessandro alex alexander alexis
alfonso alfred alfredo ali alice alison alistair alvaro amanda amelie amir amy ana anders andre andrea andreas andreu
andrew angel angela angus anita anja anke anna anne annette annika anthony antoine antonia antonio ariane arnaud arne
arthur arturo astrid audrey august aurelie barbara beatrice beatriz ben benedikt benjamin benoit bernardo bernd bert
bettina bill birgit bob boris brenda brian bridget bruce bruno caitlin cameron camille carina carl carla carlos carmen
carol carola caroline caspar catherine cecile cecilia celine chantal charles charlotte chen chris christa christelle
christian christina christine christoph christopher cindy cinzia claire clara claudia colin colm connor consuelo
corinne craig cristina cyril dagmar damien dana daniel daniela dario dave david davide deborah deirdre delphine denis
dennis derek detlef diana didier diego dieter dirk dolores dominic dominik dominique donald donna doris dorothy
douglas duncan eamon edgar eduardo edward edwin eileen elaine elena elisabeth elise elizabeth elke ellen elsa emanuel
emilio emily emma emmanuel enrico enrique eric erik ernesto ernst esteban esther eugene eva evelyn ewa fabian fabien
fabio fabrice fatima federico felix fernando filip filippo fiona florence florian francesco francis franck franco
frank franz franziska fred frederik freya friedrich fritz gabriel gabriele gail gareth gary gavin geoffrey georg
george gerald gerard gerd gerhard gertrude giacomo gilles gillian gina giorgio giovanni giulia giuseppe gloria gonzalo
gordon graeme graham greg gregory greta guido guillaume gunther gustavo guy gwen hanna hannah hans harald harold harry
hassan hazel heather hector heidi heike heiko heinrich heinz helen helena helene helga hendrik henri henrik herbert
hermann herve holger horst howard hubert hugh hugo ian ignacio ilse imran ines inga ingo ingrid irene irina isabel
isabella isabelle ivan ivo jack jacob jacqueline jacques jaime jakob james jamie jan jane janet janine jasmin jason
javier jay jean jeanne jeff jennie jennifer jens jeremy jeroen jerome jesper jessica jesus jill jim joachim joan
joanna joaquin jochen joe joel johan johanna johannes john jonas jonathan jordi jorge joris jose josef joseph
josephine joshua joyce juan judith jules julia julian julie julien jurgen jutta kai karen karim karin karl karsten
kate katherine kathleen kathrin kathy katja keith kelly ken kerstin kevin kim kirsten klaus knut konrad kristina kurt
laetitia larry lars laura lauren lena lennart lennox leo leon leonardo leslie linda lionel lisa lorenzo lothar lotte
louis louise luc luca lucas lucia lucie lucy ludovic ludwig luigi luis luke lydia lynn madeleine magnus malcolm
manfred manfredo manuel manuela marc marcel marcela marcello marco marcus margaret margot maria marian marianne marie
marina mario marion marius mark markus marlene marta martha martin martine mary massimo mateo mathias mathieu matteo
matthew matthias mattias maurice mauricio maurizio max maxime maxine maya mehmet melanie melissa michael michaela
michel michele michelle miguel mike mireille miriam mohamed mohammad mohammed monica moritz muriel nadia nadine nancy
natalia natalie natasha nathan neil nicholas nick nicole nigel niklas nina noah noel nora norbert norma olaf ole olga
oliver olivia olivier omar orla oscar oswald otto owen pablo pamela paolo pascal patrice patricia patrick patrik
patrizia paul paula pauline pedro peggy peter petra philip philipp philippe phillip pierre pietro pilar priya
rachel rafael rainer raj ralph ramon raul raymond rebecca rebekka regina reinhard reinhold renate rene ricardo
riccardo richard rita rob robert roberta roberto rodolfo rodrigo roger roland rolf romain ronald ronan rory rosa
rosemary rudolf rupert russell ruth ryan sabine sabrina sally salvador sam samantha samuel sandra santiago sara sarah
sascha scott sean sebastian sergi sergio severine sharon sheila shirley siegfried sigrid silke silvia silvio simon
simone sofia sonia sonja sophie soren stacey stanley stefan stefania stefano steffen stella stephan stephanie stephen
steve steven stuart sue susan susana susanne suzanne sven sylvain sylvia sylvie tania tanja tara ted terence teresa
terry theodore theresa thibault thierry thomas thorsten tilman tim timothy tina tobias tom tony tracy trevor udo
ulrich ulrike ursel ursula uwe valentin valentina valerie vanessa vera veronica veronika vicente victoire victor
victoria viktor vincent virginie volker walter walther warren wendy werner wilfried wilhelm william wim wolf wolfgang
xavier yann yannick yusuf yves yvette yvonne zoe
"""
_FUNCTION = """
a about across after all also although an and any are as at be because been before but by can could did do does
during each every for from had has have he her here his how i if in into is it its just last many may more most much
my new no not now of on once one only or our over per she should since so some such than that the their them then
there these they this those through to today two under until up upon us was we were what when where which while who
whose why will with within without would you your via now against among amid around behind beyond despite down like near
per than toward towards versus vs off out outside inside onto across yet either neither nor both few much another
whose ever never always often unless regardless nevertheless le la les de des du et un une der die das und ein eine im
am el los las y en con por para di il lo
avec chez contre dans depuis entre mais pendant pour sans selon sous sur vers apres avant aussi car donc ni ou
auf aus bei bis durch fur gegen hinter laut mit nach neben nur oder ohne seit sowie trotz uber um unter von vor wahrend
wegen zu zur zum zwischen auch aber nicht
al ante bajo como contra del desde durante hacia hasta pero segun sin sobre tras una unos unas
alla alle anche come con contro da dai dal dalla dopo gli ma nel nella per presso secondo senza tra una uno
aan bij de door een het met na naar nog om ook op te tegen tot uit van volgens voor zonder
formerly previously recently currently originally meanwhile reportedly allegedly according besides
"""
CALENDAR = frozenset(_CALENDAR.split())
# Words that plans, buttons and departments are called by, capitalised without being companies.
LABELS = frozenset(_ORDINARY.split()) | CALENDAR
ORDINARY = (
    LABELS
    | frozenset(_FURTHER.split())
    | frozenset(_VERBS_AND_THINGS.split())
    | frozenset(_NATURE_TRADES_AND_VIRTUES.split())
    | ABROAD
)
SURNAMES = frozenset(_SURNAMES.split())
FUNCTION_WORDS = frozenset(_FUNCTION.split())
FIRST_NAMES = frozenset(_FIRST_NAMES.split())


def is_common(folded_name: str) -> bool:
    """Whether a name is one ordinary word, a person's or a place's name or a function word, or the plural of one."""
    singular = folded_name.removesuffix("s") if len(folded_name) > 4 else folded_name
    known = (ORDINARY, SURNAMES, FIRST_NAMES, TOWNS, FUNCTION_WORDS)
    return any(name in words for name in (folded_name, singular) for words in known)
