import type { FirmwareLanguage, Place, PowerSource } from "../lists.ts";

/** Words of the power source. */
export const powerWords: Record<PowerSource, string[]> = {
  battery: [
    "battery", "batteries", "battery powered", "battery operated", "on battery", "portable", "cordless", "rechargeable",
    "akku", "akkus", "batterie", "batterien", "batteriebetrieben", "batteriebetriebene", "batteriebetriebener", "batteriebetriebenes",
    "akkubetrieben", "akkubetriebene", "akkubetriebenes", "mit akku", "kabellos", "tragbar", "battery life", "per charge", "akkulaufzeit",
  ],
  usb: ["usb", "usb powered", "usb power", "over usb", "via usb", "from usb", "usb port", "per usb", "über usb", "usb strom", "power bank", "powerbank"],
  adapter: ["plugged in", "wall powered"],
  mains: [],
};

/** Words of the place. */
export const placeWords: Record<Place, string[]> = {
  outdoors: ["outdoor", "outdoors", "outside", "balcony", "garden", "terrace", "roof", "backyard", "patio", "balkon", "garten", "draußen", "draussen", "terrasse", "dach", "aussen", "außen", "weatherproof", "wetterfest"],
  wet: ["bathroom", "aquarium", "pond", "pool", "waterproof", "badezimmer", "bad", "teich", "wasserdicht", "cellar tank"],
  indoors: ["indoor", "indoors", "inside", "desk", "living room", "bedroom", "kitchen", "office", "room", "drinnen", "wohnzimmer", "schlafzimmer", "küche", "büro", "schreibtisch", "zimmer", "innen"],
};

/** Words of the firmware language; plain "Arduino" is read apart, because it names a board too. */
export const firmwareWords: Record<FirmwareLanguage, string[]> = {
  arduino: ["arduino c++", "c++", "arduino ide", "arduino code", "arduino sketch", "arduino framework"],
  micropython: ["micropython", "micro python", "python"],
};

/** Words of a load on the mains. */
export const mainsWords: string[] = [
  "230v", "230 v", "220v", "220 v", "240v", "240 v", "120v", "120 v", "110v", "110 v", "mains", "mains powered", "ac load", "ac power", "230 volt", "220 volt", "wall outlet", "wall socket",
  "power outlet", "netzspannung", "steckdose", "netzstrom", "230 volt lampe",
];

export const colours: Record<string, string> = {
  red: "red", rote: "red", roten: "red", roter: "red", rotes: "red", rot: "red",
  green: "green", grüne: "green", grünen: "green", grüner: "green", grün: "green",
  blue: "blue", blaue: "blue", blauen: "blue", blauer: "blue", blau: "blue",
  yellow: "yellow", gelbe: "yellow", gelben: "yellow", gelber: "yellow", gelb: "yellow", amber: "yellow",
  white: "white", weiße: "white", weißen: "white", weisse: "white", weiß: "white",
};

export const numberWords: Record<string, number> = {
  a: 1, an: 1, one: 1, single: 1, ein: 1, eine: 1, einen: 1, einem: 1, einer: 1,
  two: 2, both: 2, pair: 2, zwei: 2, beide: 2, three: 3, drei: 3, four: 4, vier: 4, five: 5, fünf: 5, six: 6, sechs: 6,
  seven: 7, sieben: 7, eight: 8, acht: 8, nine: 9, neun: 9, ten: 10, zehn: 10, twelve: 12, zwölf: 12,
};

/** Before a mention: it is not wanted. */
export const negations = new Set(["no", "without", "not", "kein", "keine", "keinen", "ohne", "nicht", "never", "dont", "don", "except", "außer"]);

/** Phrases after which parts are owned, up to the end of the clause. */
export const ownership: string[] = [
  "i already have", "i have already", "i already own", "i have", "i own", "i ve got", "i got", "ive got", "already have", "lying around", "we have", "using my", "use my", "with my own",
  "ich habe schon", "ich habe bereits", "ich habe noch", "ich habe", "ich besitze", "habe ich", "hab ich", "vorhanden ist", "schon da",
];

/** Words of building: a goal may be meant. */
export const buildVerbs = new Set([
  "build", "building", "make", "making", "create", "design", "want", "need", "wire", "connect", "project", "like", "construct", "diy", "prototype", "plan",
  "baue", "bauen", "bau", "mach", "mache", "möchte", "will", "brauche", "wünsche", "entwirf", "entwerfen", "projekt", "bastle", "basteln", "anschließen", "erstelle", "hätte",
]);

const stop =
  `a an the and or of to in on at for with by from my your our its it is are be that which this these those as so then than too also just please me i we you he she they them
  can could would should will shall want wants need needs like build building make making makes create design project device thing something some any small tiny simple little big cheap nice good easy
  based using use used uses powered power sensor sensors module modules part parts board boards display's when if while every each few per about around over under up down out into onto via after before
  have has had do does did get gets give gives tell tells let lets keep keep's set new old own already got there here very really much many more most less least not no yes ok okay hello hi hey thanks thank
  budget price cost costs money max maximum hard limit total hour hours minute minutes second seconds day days week weeks month months year years run runs running last lasts life
  measure measures measuring monitor monitors monitoring sense senses detect detects detecting read reads reading readings value values data control controls controlled controlling
  turn turns off open opens close closes move moves drive drives start starts stop stops home house wall table work works working one two where what how why who should put place placed
  controller microcontroller circuit electronics electronic diy prototype plan kit gadget system unit box way lot kind sort time project's i'd i'm we're light lights level levels water when's least wants
  der die das den dem des ein eine einen einem einer eines und oder mit für von zu zum zur in im auf an am aus bei nach über unter vor ist sind sein wird werden soll sollen sollte kann können könnte
  ich du er sie es wir ihr mein meine meinen meinem meiner dein deine mich mir dir uns bitte möchte will brauche baue bauen bau mach mache machen gerne etwas ein's das's wie was wo wenn dann damit als auch
  nur sehr viel mehr weniger nicht ja nein hallo danke guten tag projekt gerät sensoren modul module platine klein kleine kleiner kleines kleinen einfach einfache einfaches günstig günstige billig
  misst messen messe mißt überwacht überwachen überwachung steuern steuert regelt lesen werte wert daten alle jede jeden jedes stunde stunden minute minuten sekunde sekunden tag tage tagen woche wochen monat monate monaten jahr jahre
  budget preis kosten höchstens maximal max bis ca etwa ungefähr zusammen insgesamt läuft laufen hält halten lang strom basis schon bereits noch haus wohnung licht wasser sobald sich
  s t d m re ve ll x v eur euro euros usd dollar dollars bucks gbp pound pounds chf franken $ € £ don`;

/** Words that carry no requirement of their own. */
export const stopWords = new Set(stop.split(/\s+/).filter((word) => word !== ""));
