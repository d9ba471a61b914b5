/** Sentences of rungs with figures in them, and how they go in German. */
const patterns: readonly [RegExp, (...groups: string[]) => string][] = [
  [
    /^all fields parsed; the libraries are those that the file includes$/,
    () => "alle Felder gelesen; die Bibliotheken sind die, die die Datei einbindet",
  ],
  [
    /^all fields parsed; everything that the file imports is there$/,
    () => "alle Felder gelesen; alles, was die Datei importiert, ist da",
  ],
  [
    /^(no pins|pins [^;]+)(?:; addresses (.+?))?, as in the wiring$/,
    (pins = "", addresses) =>
      `${pinsDe(pins)}${addresses === undefined ? "" : `; Adressen ${addresses}`}, wie in der Verdrahtung`,
  ],
  [/^(\d+) lines parsed without an error$/, (lines) => `${lines} Zeilen ohne Fehler gelesen`],
  [/^line (\d+), column (\d+): (.*)$/, (line, column, what) => `Zeile ${line}, Spalte ${column}: ${what}`],
  [/^(\d+) lines in (\d+) files compiled$/, (lines, files) => `${lines} Zeilen in ${files} Dateien übersetzt`],
  [
    /^compiled and linked: (\d+) of (\d+) bytes of flash, (\d+) of (\d+) of RAM$/,
    (...[flash, ofFlash, ram, ofRam]) =>
      `übersetzt und gelinkt: ${flash} von ${ofFlash} Byte Flash, ${ram} von ${ofRam} Byte RAM`,
  ],
  [
    /^compiled, not linked: of (.+) only our own declarations were there$/,
    (names) => `übersetzt, nicht gelinkt: von ${names} waren nur unsere eigenen Deklarationen da`,
  ],
  [/^in place of (.+) a small library of our own$/, (names) => `an Stelle von ${names} eine kleine eigene Bibliothek`],
  [
    /^ran ([\d.]+) s: (.+)$/,
    (seconds = "", rest = "") => `lief ${comma(seconds)} s: ${rest.split("; ").map(sightDe).join("; ")}`,
  ],
];

const comma = (figure: string) => figure.replace(".", ",");
const pinsDe = (pins: string) => (pins === "no pins" ? "keine Pins" : pins.replace(/^pins/, "Pins"));

/** One piece of what a run on stubs showed. */
function sightDe(piece: string): string {
  return pinsDe(piece)
    .replace(/^addresses /, "Adressen ")
    .replace(/^longest turn /, "längster Durchlauf ")
    .replace(/^then slept ([\d.]+) s$/, (_, seconds: string) => `schlief dann ${comma(seconds)} s`);
}

/** What the simulator showed of stored programs; a test holds that none is left out. */
const simulatedDe: Readonly<Record<string, string>> = {
  "printed [ok] for the board and [look] for the LED, which was lit for 0.8 s":
    "schrieb [ok] für das Board und [look] für die LED, die 0,8 s leuchtete",
  "the LED's pin changed every second, seven times in 7.5 s":
    "der Pin der LED wechselte jede Sekunde, siebenmal in 7,5 s",
  "printed [ok] for the released button, and [press] for one press with bouncing contacts":
    "schrieb [ok] für den losgelassenen Taster und [press] für einen Druck mit prellenden Kontakten",
  "each of three presses with bouncing contacts changed the LED once":
    "jeder von drei Drücken mit prellenden Kontakten schaltete die LED einmal um",
  "each of two presses changed the LED once": "jeder von zwei Drücken schaltete die LED einmal um",
  "the relay was switched on for 0.8 s and off again": "das Relais wurde für 0,8 s ein- und wieder ausgeschaltet",
  "stayed off by itself for 3 s, and followed the words on and off over serial":
    "blieb von selbst 3 s aus und folgte den Wörtern on und off über die serielle Schnittstelle",
  "measured 40 cm, and the buzzer got 2 kHz": "maß 40 cm, und der Summer bekam 2 kHz",
  "said [fail] where no echo came back": "sagte [fail], wo kein Echo zurückkam",
  "silent at 60 cm, beeping at 10 cm, silent again at 60 cm; pings at least 60 ms apart":
    "still bei 60 cm, piept bei 10 cm, wieder still bei 60 cm; Messungen mindestens 60 ms auseinander",
  "a limit typed over serial moved the alarm to 50 cm":
    "eine Grenze, die über die serielle Schnittstelle kam, verschob den Alarm auf 50 cm",
  "the module was pulled low for 0.8 s, the level on which it sounds":
    "das Modul wurde 0,8 s auf low gezogen, den Pegel, bei dem es tönt",
  "sounded within 0.3 s of motion and was silent without": "tönte binnen 0,3 s nach einer Bewegung und war sonst still",
  "PWM on the driver's input followed the knob: 0 % at 0 V, 50 % at 2.5 V, always on at 5 V":
    "PWM am Eingang des Treibers folgte dem Drehknopf: 0 % bei 0 V, 50 % bei 2,5 V, ständig an bei 5 V",
  "pulses every 20 ms whose length followed the knob: 0.54 ms at 0 V, 1.5 ms in the middle, 2.4 ms at 5 V":
    "Pulse alle 20 ms, deren Länge dem Drehknopf folgte: 0,54 ms bei 0 V, 1,5 ms in der Mitte, 2,4 ms bei 5 V",
  "read the probe's raw value, and ran the pump for 0.8 s": "las den Rohwert der Sonde und ließ die Pumpe 0,8 s laufen",
  "dry soil ran the pump, wet soil stopped it within 2.5 s":
    "trockene Erde schaltete die Pumpe ein, nasse binnen 2,5 s aus",
  "a pump told over serial to run for 3 s at most ran for 3 s on dry soil, and then rested":
    "eine Pumpe, die seriell auf höchstens 3 s gestellt war, lief bei trockener Erde 3 s und ruhte dann",
  "printed a line for each of two buttons and two LEDs; both LEDs were lit in turn":
    "schrieb eine Zeile für jeden von zwei Tastern und zwei LEDs; beide LEDs leuchteten nacheinander",
  "a press of the first button lit both LEDs, a second one put them out":
    "ein Druck auf den ersten Taster schaltete beide LEDs ein, ein zweiter aus",
  "read 21.5 C from a DHT22 and found the LCD at 0x27": "las 21,5 °C von einem DHT22 und fand das LCD auf 0x27",
  "said [fail] for a silent DHT22 and for an LCD that did not acknowledge its address":
    "sagte [fail] bei einem stummen DHT22 und bei einem LCD, das seine Adresse nicht bestätigte",
  "the bytes on I2C put temperature and humidity on the LCD, and new ones when they changed":
    "die Bytes auf I2C brachten Temperatur und Luftfeuchte aufs LCD, und neue, als sie sich änderten",
  "a DHT22 that fell silent was logged once and shown as --, and taken up again when it was back":
    "ein DHT22, der verstummte, kam einmal ins Protokoll und als -- aufs LCD, und zählte wieder, als er zurück war",
  "each press shifted eight equal bits out and latched them: 0xFF, then 0x00":
    "jeder Druck schob acht gleiche Bits hinaus und übernahm sie: 0xFF, dann 0x00",
  "printed the raw value of the light sensor": "schrieb den Rohwert des Lichtsensors",
  "lit below 30 % of light, still at 35 %, and not above 40 %":
    "leuchtete unter 30 % Licht, noch bei 35 %, und nicht über 40 %",
  "the relay followed the touch sensor within 0.5 s, and the watchdog let it run for 9 s":
    "das Relais folgte dem Berührungssensor binnen 0,5 s, und der Watchdog ließ es 9 s laufen",
  "the buzzer sounded while the door's contact was in one state only":
    "der Summer tönte nur bei einem der beiden Zustände des Türkontakts",
  "the module's line carried text at 9600 baud every 2 s, and what the module sent came out over USB":
    "die Leitung des Moduls trug alle 2 s Text mit 9600 Baud, und was das Modul sandte, kam über USB heraus",
};

function lineDe(line: string): string {
  const simulated = simulatedDe[line];
  if (simulated !== undefined) return simulated;
  for (const [pattern, german] of patterns) {
    const match = pattern.exec(line);
    if (match !== null) return german(...match.slice(1));
  }
  return line;
}

/** What a rung showed, in German; a line that no pattern knows, such as a tool's own error, stays as it is. */
export const evidenceDe = (lines: readonly string[]): string => lines.map(lineDe).join("\n");
