import type { CatalogPart } from "../catalogue-part.ts";
import { aka, byLibrary, definePart } from "./define-part.ts";
import { aliexpress, price, typicalValue } from "./facts.ts";
import { libraries } from "./libraries.ts";
import { ground, passive, signal, supplyIn } from "./pins.ts";

/** Players and loudspeakers. */
export const audioParts: CatalogPart[] = [
  definePart({
    id: "dfplayer-mini",
    name: "DFPlayer Mini MP3 player",
    partNumber: "DFR0299",
    family: "actuator",
    refPrefix: "U",
    description: "Plays MP3 files of a microSD card, with an amplifier of 3 W",
    aliases: aka("dfplayer|dfplayer mini|df player|dfr0299|mp3 module|mp3 player module", "mp3-modul|mp3-player-modul"),
    functions: ["play-audio"],
    interface: "uart",
    supplyVolts: { min: 3.3, max: 5.0 },
    logicVolts: 3.3,
    currentMa: { typ: 100, max: 500 },
    sleepMa: 20,
    needs: ["speaker-8ohm"],
    wiresTo: {
      "speaker-8ohm": [
        ["SPK_1", "+"],
        ["SPK_2", "-"],
      ],
    },
    motorVolts: 5,
    pins: [
      supplyIn("VCC"),
      signal("RX", "input", {
        roles: ["rx"],
        seriesOhms: 1_000,
        limits: { absMaxVolts: 5.5, vihMinVolts: 2.0, vilMaxVolts: 0.8 },
      }),
      signal("TX", "output", { roles: ["tx"], limits: { vohMinVolts: 2.9 } }),
      signal("DAC_R", "nc", []),
      signal("DAC_L", "nc", []),
      passive("SPK_1"),
      ground(),
      passive("SPK_2"),
      ...["IO_1", "IO_2", "ADKEY_1", "ADKEY_2", "USB+", "USB-", "BUSY"].map((name) => signal(name, "nc", [])),
    ],
    drivers: byLibrary("DFRobotDFPlayerMini.h", libraries.dfPlayer),
    price: price(250, 120, 890),
    supplier: aliexpress("DFPlayer Mini MP3 module"),
    datasheetUrl: "https://wiki.dfrobot.com/DFPlayer_Mini_SKU_DFR0299",
    gotchas: [
      "1 k in its RX line takes the hum away.",
      "Name the files 0001.mp3, 0002.mp3 in a folder mp3, and format the card as FAT32.",
      "The speaker hangs between SPK_1 and SPK_2, never at ground.",
    ],
    sources: {
      supplyVolts: "DFRobot wiki DFR0299: 3.2-5.0 V",
      logicVolts: "DFRobot wiki DFR0299: serial levels of 3.3 V",
      currentMa: `DFRobot wiki DFR0299: 20 mA in standby; playing loud: ${typicalValue}`,
      sleepMa: "DFRobot wiki DFR0299: standby current 20 mA",
      pinLimits: typicalValue,
    },
    sizeMm: { width: 21, height: 21 },
  }),
  definePart({
    id: "speaker-8ohm",
    name: "Speaker 8 ohm, 3 W",
    partNumber: "SPK-8R-3W",
    family: "actuator",
    refPrefix: "LS",
    description: "Small loudspeaker for a player or an amplifier",
    aliases: aka("8 ohm speaker|3w speaker|small speaker|loudspeaker", "8 ohm lautsprecher|kleiner lautsprecher"),
    pins: [passive("+"), passive("-")],
    price: price(190, 90, 490),
    supplier: aliexpress("8 ohm 3W speaker 40mm"),
    datasheetUrl: "https://www.adafruit.com/product/3968",
    gotchas: ["Never at a pin of a board: 8 ohm is nearly a short there."],
    sources: {},
    sizeMm: { width: 40, height: 40 },
  }),
];
