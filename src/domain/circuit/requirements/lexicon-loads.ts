import { phraseKey } from "./tokens.ts";

/** Appliances that run on the mains in nearly every home: a relay for one of them switches mains unless a low voltage is named. */
export const mainsAppliances: string[] = `
  desk lamp|table lamp|floor lamp|bedside lamp|lamp|lamps|kettle|electric kettle|coffee machine|coffee maker|espresso machine|washing machine
  light bulb|light bulbs|bulb|ceiling light|ceiling lamp|ceiling lights|ceiling fan|room light|room lights|hallway light|porch light|garden lights
  floodlight|chandelier|heat lamp|heat mat|heating mat|smart socket|smart plug|socket|sockets|outlet|power strip|extension cord|plug socket
  toaster|fan heater|space heater|electric heater|oil heater|radiator|infrared heater|aquarium heater|water heater|immersion heater|pool heater|boiler
  oven|stove|cooker|rice cooker|hot plate|hotplate|fridge|refrigerator|freezer|microwave|dishwasher|tumble dryer|hair dryer|vacuum cleaner
  dehumidifier|air conditioner|air conditioning|christmas lights|christmas tree lights|christmas tree|pool pump|pond pump|well pump|garage door opener
  roller shutter|washing machines|grow light|grow lights|grow lamp|iron box|compressor|table saw|drill press|sauna|household appliance|appliance
  lampe|lampen|stehlampe|tischlampe|deckenlampe|deckenleuchte|deckenlicht|nachttischlampe|leuchte|zimmerlicht|gartenbeleuchtung|flutlicht
  wasserkocher|kaffeemaschine|waschmaschine|glühbirne|glühbirnen|glühlampe|toaster|heizlüfter|heizstrahler|infrarotheizung|aquariumheizung
  aquarienheizung|heizstab|heizmatte|wärmelampe|steckdose|steckdosen|steckdosenleiste|schaltsteckdose|mehrfachsteckdose|ölradiator|elektroheizung
  durchlauferhitzer|warmwasserboiler|herd|backofen|ofen|kochplatte|kühlschrank|gefrierschrank|gefriertruhe|mikrowelle|spülmaschine|geschirrspüler
  trockner|wäschetrockner|föhn|staubsauger|luftentfeuchter|klimaanlage|klimagerät|weihnachtsbeleuchtung|lichterkette|teichpumpe|poolpumpe
  brunnenpumpe|garagentor|rollladen|rolladen|pflanzenlampe|bügeleisen|kompressor|kreissäge|haushaltsgerät|elektrogerät|netzgerät`
  .split(/[|\n]/)
  .map((name) => name.trim())
  .filter((name) => name !== "");

/** Loads of a relay that may run on the mains or on a low voltage: which one must be said. */
export const otherLoads = {
  en: [
    "fan",
    "fans",
    "heater",
    "heating",
    "valve",
    "solenoid",
    "solenoid valve",
    "valves",
    "solenoids",
    "solenoid valves",
    "heaters",
    "blowers",
    "load",
    "loads",
    "blower",
    "vent fan",
    "12v led strip",
    "12 v led strip",
    "24v led strip",
    "24 v led strip",
  ],
  de: [
    "lüfter",
    "ventilator",
    "heizung",
    "ventil",
    "magnetventil",
    "ventile",
    "magnetventile",
    "heizungen",
    "verbraucher",
    "gebläse",
    "heizelement",
    "12v led streifen",
    "12 v led streifen",
    "24v led streifen",
  ],
};

/** The loads by the key under which a text holds them. */
export const loadNouns: ReadonlySet<string> = new Set([...otherLoads.en, ...otherLoads.de].map(phraseKey));

/** Lamps that may be the light of the design itself where that was named: "a touch lamp with a neopixel stick". */
export const plainLamps: ReadonlySet<string> = new Set(
  "lamp lamps lampe lampen leuchte"
    .split(" ")
    .concat("desk lamp", "table lamp", "bedside lamp", "tischlampe", "nachttischlampe"),
);
