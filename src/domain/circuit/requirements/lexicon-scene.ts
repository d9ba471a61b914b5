/**
 * Words of the scene in which a device stands: places, people, animals, occasions, and verbs that say what everybody does with anything.
 * They ask for no part. They end a count that stands before them, unlike filler words: "two pots and an LED" is one LED.
 */
const nouns = `
  halloween ghost skeleton pumpkin prop eye eyes arm arms hand hands head leg legs mouth face somebody everybody people person visitor
  trailer bike bicycle motorbike motorcycle scooter boat camper van caravan truck driveway gate barrier fence shed barn attic basement
  stable coop hive beehive beekeeper greenhouse bed pot pots plant plants flower flowers tomato tomatoes tomatos chili chilis basil herbs lawn field fermenter fermenters fermentation
  jar jars beer brewing brew wine cellar tank barrel bucket bottle fish fishes cat cats dog dogs chicken chickens hamster turtle reptile terrarium vivarium
  baby child children kid kids son daughter wife husband grandma grandpa neighbour neighbor mother father mom dad friend friends
  door doors window windows lid drawer wardrobe cabinet shelf mirror hallway stairs staircase corridor classroom school student students workshop lab
  game games mole score points player players level round rounds toy party birthday wedding christmas gift present escape puzzle code codes
  photo photos picture pictures object objects angle set point setpoint target limit limits threshold value values speed direction position distances heights
  message messages text texts news report reports alert notification notifications reminder name names list table tables report reports
  morning evening night noon midnight today tomorrow yesterday weekend summer winter spring autumn season
  feeding hand manual manually access granted denied authorised authorized card cards tag tags
  station node nodes test tests demo version example student beginner beginners hobby hobbyist first
  strip strips colour color whack parking warner lightbox spot spots
  obstacle obstacles avoiding avoidance colours color colors ball balls marble marbles item items retro vintage classic scary spooky loud louder quiet bright brighter dim fine warm nice pretty same different another second zweiter zweite zweiten zweites anderer anderes own several whole entire right left up back front top bottom middle
  flur keller dachboden speicher vorlauf rücklauf heizkeller stall bienen biene bienenstock imker hühner huhn katze hund fisch fische terrarium
  tochter sohn kind kinder frau mann oma opa nachbar nachbarn freund freunde klasse klassenzimmer schule schüler lehrer werkstatt
  tür türen haustür wohnungstür gartentür fenster tor deckel schublade schrank regal spiegel treppe treppenhaus einfahrt zaun schuppen scheune wiese feld beet topf töpfe pflanze pflanzen blume blumen tomaten
  wein bier gärung gärfass fass eimer flasche becken
  geburtstag weihnachten geschenk spiel spiele spieler punkte runde runden
  morgen abend nacht mittag heute sommer winter frühling herbst saison
  nachricht nachrichten meldung meldungen melder hinweis text texte liste tabelle name namen bild bilder foto fotos
  steuerung regelung wächter überwacher spannung
  drehung winkel position richtung geschwindigkeit grenze grenzen grenzwert sollwert ziel stufe stufen farbe farben
  anfänger einsteiger hobby beispiel versuch test tests gerätchen bastelprojekt schulprojekt daheim zuhause unterwegs drinnen
`;
const verbs = `
  see sees seen notice notices noticed wave waves waving scare scares say says said ask asks asked wake wakes woken count counts counting counted
  transmitter receiver sender empfänger sendestation empfangsstation
  send sends sending sent receive receives received report reports reported push pushes pushed inform informs notify notifies warn warns warning warned
  toggle toggles toggled choose chooses chosen select selects selected change changes changed changing adjust adjusts adjustable set sets setting settings
  share shares shared happen happens happened feed feeds fed moved moving opened closed opens unlocks unlock locked press touching goes go going come comes
  play played playing hear hears heard listen listens lay put puts hang hangs mount mounts mounted hold holds keep keeps store stores stored save saves saved
  calibrate calibrated compare compares follow follows avoid avoids sort sorts sorted rotate rotates rotating spin spins lift lifts raise raises lower lowers
  connect connects connected wired hook hooked attach attached powers replaceable fit fits
  siehst sehen sieht merkt bemerkt winkt erschreckt sagt sagen fragt weckt wecken zählt zählen zähle
  sende sendet senden schicke schickt schicken empfängt empfangen melde meldet melden warnt warnen informiert
  setze setz stelle wählt wählen gewählt ändert ändern einstellen einstellbar verstellen teilen teilt geht gehen kommt kommen passiert füttert füttern
  öffnet öffnen geöffnet schließt schließen geschlossen bewegt bewegen dreht drehen hebt heben senkt sortiert folgt
  spielt spielen abspielen höre hört hören auflegen auflege legt legen stellt stellen hängt hängen steht stehen liegt liegen
  speichert speichern loggen loggt geloggt merken wartet warten lernt lernen verbunden verbinden angeschlossen versorgt lädt laden
  offen zu auf rein hinein heraus hinten vorne oben unten links rechts bald dauernd immer nie manchmal oft öfter länger lange kürzer alles nichts jemand jeder niemand
  batteriebetrieb netzbetrieb
  often never always sometimes again once twice later soon longer shorter everything nothing anything wherever somewhere
`;

/** Every word of the scene, in lower case. */
export const sceneWords: ReadonlySet<string> = new Set(`${nouns} ${verbs}`.split(/\s+/).filter((word) => word !== ""));

/** Phrases that sound like a part or a figure and are none. */
export const scenePhrases: string[] = [
  "pan and tilt",
  "pan tilt",
  "tilt and pan",
  "same address",
  "same i2c address",
  "set point",
  "by hand",
  "half way",
  "von hand",
  "zum einstellen",
];
