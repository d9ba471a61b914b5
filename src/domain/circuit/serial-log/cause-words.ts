import { germanWireColours } from "../german-wire-colours.ts";
import type { SpokenLanguage } from "../lists.ts";
import type { LikelyCause } from "./likely-cause.ts";

interface AddressCase {
  address: string;
  others: readonly string[];
  isBusAlive: boolean;
  wires: string;
  /** Designator of the level shifter in between, if any. */
  shifter: string | null;
}

/** Sentences about causes in one language. `wires` lists a part's wires; `ids` designators. */
interface CauseWords {
  colour: Readonly<Record<string, string>>;
  notSeen(wires: string): LikelyCause;
  bmp280(id: string): LikelyCause;
  rail(rail: string, ids: string): LikelyCause;
  bus(ids: string, wires: string): LikelyCause;
  address(it: AddressCase): LikelyCause;
  rawLow(wires: string): LikelyCause;
  rawHigh(raw: string, wires: string): LikelyCause;
  button(wires: string): LikelyCause;
  echo(wires: string): LikelyCause;
  spi(wires: string): LikelyCause;
  uart(wires: string): LikelyCause;
  oneWire(wires: string): LikelyCause;
  wires(wires: string): LikelyCause;
}

const english: CauseWords = {
  colour: {},
  notSeen: (wires) => ({
    cause: "It has no line in the log: the start did not come so far, or its line was cut off.",
    next: `Press reset and copy the log from the first line to [done]; if it always ends here, check ${wires}.`,
  }),
  bmp280: (id) => ({
    cause: `The chip says id=0x${id}: it is a BMP280, which has no humidity sensor, sold as a BME280 (that one says 0x60).`,
    next: "Exchange the module, or say that yours is a BMP280 and the design and its firmware change.",
  }),
  rail: (rail, ids) => ({
    cause: `All silent parts (${ids}) hang on the supply ${rail}, and nothing that answers does.`,
    next: `Measure ${rail} against GND at one of them; is it 0 V, its wire to the board or its supply is missing.`,
  }),
  bus: (ids, wires) => ({
    cause: `Every part on the I2C bus (${ids}) is silent, so it is the bus that they share: SDA and SCL swapped or loose, or no supply.`,
    next: `Check ${wires}. SDA must end at SDA; then unplug all but one of the parts and press reset.`,
  }),
  address: ({ address, others, isBusAlive, wires, shifter }) => ({
    cause: isBusAlive
      ? `Other parts answer on the same bus, so the board's side is right; nothing acknowledges ${address}: a loose wire at this part, or another address.`
      : `Nothing acknowledges ${address} on I2C: a loose wire, SDA and SCL swapped, or another address.`,
    next: `Check ${wires}${shifter === null ? "" : `, and that ${shifter} has both of its supplies`}.${
      others.length === 0 ? "" : ` Some modules are at ${others.join(" or ")}: look at the solder jumper.`
    }`,
  }),
  rawLow: (wires) => ({
    cause: "The raw value is 0: its signal is at GND, or the part has no supply.",
    next: `Check ${wires}; measure the signal wire against GND.`,
  }),
  rawHigh: (raw, wires) => ({
    cause: `The raw value is ${raw}, the highest there is: its GND wire is loose, or the signal touches the supply.`,
    next: `Check ${wires}.`,
  }),
  button: (wires) => ({
    cause: "It reads as pressed at rest: the wires are at two legs that are always joined, or it is shorted.",
    next: `Turn the button by 90 degrees, or take two legs that are diagonal. Wires: ${wires}.`,
  }),
  echo: (wires) => ({
    cause: "No echo came back: TRIG and ECHO swapped, no 5 V at the module, or nothing within 4 m in front of it.",
    next: `Hold a hand 20 cm in front of it and press reset; then check ${wires}.`,
  }),
  spi: (wires) => ({
    cause: "Nothing sensible came back over SPI: MISO and MOSI swapped, the wrong chip select, or no supply.",
    next: `Check ${wires}; short wires, and press reset after each change.`,
  }),
  uart: (wires) => ({
    cause: "Nothing came over its serial line: TX and RX are not crossed, or the part has no supply.",
    next: `TX of the part goes to the board's receiver. Check ${wires}.`,
  }),
  oneWire: (wires) => ({
    cause: "The data wire gave no answer: a loose wire, pins in another order than printed in the plan, or no pull-up.",
    next: `Check ${wires}, and that the resistor between data and supply is there (modules have it on board).`,
  }),
  wires: (wires) => ({ cause: "It does not answer: mostly a loose or swapped wire.", next: `Check ${wires}.` }),
};

const german: CauseWords = {
  colour: germanWireColours,
  notSeen: (wires) => ({
    cause: "Im Protokoll steht keine Zeile von ihm: Der Start kam nicht so weit, oder seine Zeile wurde abgeschnitten.",
    next: `Drück Reset und kopiere das Protokoll von der ersten Zeile bis [done]; endet es immer hier, prüf ${wires}.`,
  }),
  bmp280: (id) => ({
    cause: `Der Chip meldet id=0x${id}: Es ist ein BMP280 ohne Feuchtesensor, verkauft als BME280 (der meldet 0x60).`,
    next: "Tausch das Modul, oder sag, dass deins ein BMP280 ist, dann ändern sich Entwurf und Firmware.",
  }),
  rail: (rail, ids) => ({
    cause: `Alle stummen Teile (${ids}) hängen an der Versorgung ${rail}, und keines, das antwortet.`,
    next: `Miss ${rail} gegen GND an einem von ihnen; sind es 0 V, fehlt der Draht zum Board oder die Versorgung.`,
  }),
  bus: (ids, wires) => ({
    cause: `Jedes Teil am I2C-Bus (${ids}) ist stumm, also ist es der gemeinsame Bus: SDA und SCL vertauscht oder lose, oder keine Versorgung.`,
    next: `Prüf ${wires}. SDA muss an SDA enden; zieh dann alle Teile bis auf eins ab und drück Reset.`,
  }),
  address: ({ address, others, isBusAlive, wires, shifter }) => ({
    cause: isBusAlive
      ? `Andere Teile am selben Bus antworten, die Seite des Boards stimmt also; auf ${address} bestätigt niemand: ein loser Draht an diesem Teil oder eine andere Adresse.`
      : `Auf ${address} bestätigt niemand am I2C: ein loser Draht, SDA und SCL vertauscht, oder eine andere Adresse.`,
    next: `Prüf ${wires}${shifter === null ? "" : `, und ob ${shifter} beide Versorgungen hat`}.${
      others.length === 0 ? "" : ` Manche Module liegen auf ${others.join(" oder ")}: Schau auf die Lötbrücke.`
    }`,
  }),
  rawLow: (wires) => ({
    cause: "Der Rohwert ist 0: Das Signal liegt an GND, oder das Teil hat keine Versorgung.",
    next: `Prüf ${wires}; miss den Signaldraht gegen GND.`,
  }),
  rawHigh: (raw, wires) => ({
    cause: `Der Rohwert ist ${raw}, der höchste, den es gibt: Der GND-Draht ist lose, oder das Signal berührt die Versorgung.`,
    next: `Prüf ${wires}.`,
  }),
  button: (wires) => ({
    cause:
      "Er gilt in Ruhe als gedrückt: Die Drähte sind an zwei immer verbundenen Beinen, oder es gibt einen Kurzschluss.",
    next: `Dreh den Taster um 90 Grad, oder nimm zwei schräg gegenüberliegende Beine. Drähte: ${wires}.`,
  }),
  echo: (wires) => ({
    cause: "Es kam kein Echo: TRIG und ECHO vertauscht, keine 5 V am Modul, oder nichts innerhalb von 4 m davor.",
    next: `Halt eine Hand 20 cm davor und drück Reset; dann prüf ${wires}.`,
  }),
  spi: (wires) => ({
    cause: "Über SPI kam nichts Sinnvolles: MISO und MOSI vertauscht, falsches Chip-Select, oder keine Versorgung.",
    next: `Prüf ${wires}; kurze Drähte, und drück nach jeder Änderung Reset.`,
  }),
  uart: (wires) => ({
    cause: "Über die serielle Leitung kam nichts: TX und RX sind nicht gekreuzt, oder das Teil hat keine Versorgung.",
    next: `TX des Teils gehört an den Empfänger des Boards. Prüf ${wires}.`,
  }),
  oneWire: (wires) => ({
    cause:
      "Der Datendraht gab keine Antwort: ein loser Draht, Pins in anderer Reihenfolge als im Plan, oder kein Pull-up.",
    next: `Prüf ${wires}, und ob der Widerstand zwischen Daten und Versorgung da ist (Module haben ihn auf der Platine).`,
  }),
  wires: (wires) => ({ cause: "Es antwortet nicht: meist ein loser oder vertauschter Draht.", next: `Prüf ${wires}.` }),
};

/** The sentences in each language. */
export const causeWords: Record<SpokenLanguage, CauseWords> = { en: english, de: german };
