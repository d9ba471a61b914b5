import type { BatteryFigures, CatalogPart } from "../catalogue-part.ts";
import { aka, definePart } from "./define-part.ts";
import { aliexpress, digikey, price, typicalValue } from "./facts.ts";
import { ground, passive, signal, supplyIn, supplyOut } from "./pins.ts";

const power = { family: "power", interface: "power" } as const;
const label = `${typicalValue}: rating on the label`;

interface Battery {
  id: string;
  name: string;
  partNumber: string;
  description: string;
  aliases: CatalogPart["aliases"];
  battery: BatteryFigures;
  price: CatalogPart["price"];
  supplier: CatalogPart["supplier"];
  datasheetUrl: string;
  gotchas: string[];
  source: string;
  sizeMm: CatalogPart["sizeMm"];
}

const battery = ({ source, ...facts }: Battery): CatalogPart =>
  definePart({
    ...power,
    ...facts,
    refPrefix: "BT",
    pins: [supplyOut("+", facts.battery.nominalVolts), passive("-")],
    sources: { battery: source },
  });

interface Adapter {
  id: string;
  volts: number;
  limitMa: number;
  partNumber: string;
  aliases: CatalogPart["aliases"];
  price: CatalogPart["price"];
}

const adapter = ({ volts, limitMa, ...facts }: Adapter): CatalogPart =>
  definePart({
    ...power,
    ...facts,
    name: `Power adapter ${volts} V ${limitMa / 1000} A with screw terminal`,
    refPrefix: "PS",
    description: "Closed mains adapter with barrel plug and a screw terminal adapter",
    supply: { volts, limitMa, source: label },
    pins: [supplyOut("+", volts), ground("-")],
    supplier: digikey(facts.partNumber),
    datasheetUrl: "https://www.meanwell.com/productSeries.aspx?i=1&c=9",
    gotchas: ["Read the label: many plugs look alike and give other volts."],
    sources: { supply: label },
    sizeMm: { width: 45, height: 80 },
  });

interface Converter {
  id: string;
  name: string;
  partNumber: string;
  description: string;
  aliases: CatalogPart["aliases"];
  input: { min: number; max: number };
  volts: number;
  limitMa: number;
  efficiency?: number;
  price: CatalogPart["price"];
  datasheetUrl: string;
  gotchas: string[];
  source: string;
  names?: [string, string, string];
  sizeMm: CatalogPart["sizeMm"];
}

/** A module with VIN, VOUT and ground: a buck converter (with an efficiency) or a linear regulator (without one). */
function converter({ input, volts, limitMa, efficiency, source, names, ...facts }: Converter): CatalogPart {
  const pins =
    names === undefined
      ? [supplyIn("IN+"), ground("IN-"), supplyOut("OUT+", volts), ground("OUT-")]
      : [supplyIn(names[0]), ground(names[1]), supplyOut(names[2], volts)];
  return definePart({
    ...power,
    ...facts,
    refPrefix: "PS",
    supplyVolts: input,
    supply: { volts, limitMa, inputVolts: input, source, ...(efficiency === undefined ? {} : { efficiency }) },
    pins,
    ...(names === undefined ? { joined: [["IN-", "OUT-"]] } : {}),
    supplier: aliexpress(`${facts.partNumber} module`),
    sources: { supplyVolts: source, supply: source },
  });
}

/** Batteries, chargers, converters and adapters beside the 18650, the TP4056, the boost and the 5 V plug. */
export const morePower: CatalogPart[] = [
  battery({
    id: "lipo-2000",
    name: "LiPo cell 2,000 mAh",
    partNumber: "LP103450",
    description: "Flat 3.7 V cell with a plug",
    aliases: aka("lipo|lipo battery|li po|lithium polymer|lipo cell", "lipo akku|lipo-akku|lipo-zelle"),
    battery: { volts: { min: 3.0, max: 4.2 }, nominalVolts: 3.7, capacityMah: 2000, maxMa: 2000, quiescentMa: 6 },
    price: price(890, 550, 1390),
    supplier: aliexpress("LiPo 3.7V 2000mAh JST"),
    datasheetUrl: "https://www.adafruit.com/product/2011",
    gotchas: [
      "Plugs are wired either way round: check plus and minus before you plug it in.",
      "Never pierce, bend or overcharge it.",
    ],
    source: `${typicalValue}: cells of this size; 1 C at most; idle of charger and boost as with an 18650`,
    sizeMm: { width: 34, height: 50 },
  }),
  battery({
    id: "aa-pack-3",
    name: "Battery holder with 3 AA cells",
    partNumber: "BH3AA",
    description: "Three AA cells in a row, 4.5 V",
    aliases: aka(
      "aa battery|aa batteries|aa cell|aa|aa pack|aa battery holder|3 aa batteries|aa battery pack",
      "aa batterien|aa zellen|mignon|mignonzellen|batteriehalter",
    ),
    battery: { volts: { min: 3.0, max: 4.8 }, nominalVolts: 4.5, capacityMah: 2500, maxMa: 1000, quiescentMa: 4 },
    price: price(450, 250, 790),
    supplier: digikey("3 AA battery holder"),
    datasheetUrl: "https://data.energizer.com/pdfs/e91.pdf",
    gotchas: [
      "No rechargeable cells beside plain ones.",
      "Alkaline cells give much less than their capacity to bursts of WiFi.",
    ],
    source: "Energizer E91 datasheet: about 2,500 mAh at 100 mA to 0.8 V a cell; 1 A at most: typical value",
    sizeMm: { width: 47, height: 57 },
  }),
  battery({
    id: "battery-9v",
    name: "9 V block battery",
    partNumber: "6LR61",
    description: "Small battery for smoke alarms: hardly ever the right one here",
    aliases: aka(
      "9v battery|9 v battery|9 volt battery|9v block|9 v block",
      "9v batterie|9 v batterie|9 volt batterie|9v blockbatterie|blockbatterie",
    ),
    battery: { volts: { min: 6.0, max: 9.6 }, nominalVolts: 9, capacityMah: 500, maxMa: 300, quiescentMa: 2 },
    price: price(350, 200, 690),
    supplier: digikey("6LR61 9V battery"),
    datasheetUrl: "https://data.energizer.com/pdfs/522.pdf",
    gotchas: [
      "500 mAh and weak: an ESP32 empties it in hours, a servo or WiFi resets the board. Three AA cells or an 18650 cost no more.",
    ],
    source: "Energizer 522 datasheet: about 500 mAh at 25 mA; 300 mA at most: typical value",
    sizeMm: { width: 26, height: 48 },
  }),
  definePart({
    ...power,
    id: "power-bank",
    name: "USB power bank, 10,000 mAh",
    partNumber: "POWERBANK-10000",
    refPrefix: "BT",
    description: "Charged battery with a USB socket: plug the board in",
    aliases: aka("power bank|powerbank|usb power bank|usb battery", "powerbank|usb-akku"),
    pins: [],
    price: price(1490, 900, 2490),
    supplier: aliexpress("power bank 10000mAh low current mode"),
    datasheetUrl: "https://www.adafruit.com/product/1566",
    gotchas: [
      "Many switch off when they give less than 50-100 mA: a sleeping board loses its supply. Look for a low-current mode.",
    ],
    sources: {},
    sizeMm: { width: 70, height: 140 },
  }),
  definePart({
    ...power,
    id: "solar-panel-6v",
    name: "Solar panel 6 V, 1 W",
    partNumber: "SOLAR-6V-1W",
    refPrefix: "PV",
    description: "Small panel that charges a Li-ion cell through a charger",
    aliases: aka(
      "solar|solar panel|solar powered|solar cell|solar charger",
      "solarzelle|solarmodul|solarpanel|solarbetrieben",
    ),
    figures: { peakMa: 160 },
    pins: [supplyOut("+", 6), ground("-")],
    price: price(490, 250, 990),
    supplier: aliexpress("6V 1W solar panel"),
    datasheetUrl: "https://www.adafruit.com/product/3809",
    gotchas: ["In winter it gives a tenth of what it gives in summer.", "Behind glass or in shade nearly nothing."],
    sources: { figures: `${typicalValue}: 160 mA in full sun` },
    sizeMm: { width: 60, height: 110 },
  }),
  definePart({
    ...power,
    id: "cn3791",
    name: "Solar charger CN3791, 6 V panel",
    partNumber: "CN3791-6V",
    refPrefix: "PS",
    description: "Charges one Li-ion cell from a 6 V panel at its best point",
    aliases: aka("cn3791|solar charge controller|mppt charger|solar charger module", "solarladeregler|mppt-laderegler"),
    supplyVolts: { min: 4.5, max: 28 },
    pins: [supplyIn("IN+"), ground("IN-"), passive("BAT+"), ground("BAT-")],
    joined: [["IN-", "BAT-"]],
    price: price(320, 190, 690),
    supplier: aliexpress("CN3791 6V MPPT solar charger"),
    datasheetUrl: "http://www.consonance-elec.com/pdf/datasheet/DSE-CN3791.pdf",
    alternatives: ["tp4056"],
    gotchas: [
      "Buy the version for your panel's volts: 6, 9 or 12.",
      "It does not protect the cell from being emptied: take a protected one.",
    ],
    sources: { supplyVolts: "Consonance CN3791 datasheet, features: 4.5-28 V" },
    sizeMm: { width: 20, height: 35 },
  }),
  adapter({
    id: "adapter-5v-4a",
    volts: 5,
    limitMa: 4000,
    partNumber: "GST25E05-P1J",
    aliases: aka("5v 4a adapter|strong 5v supply|5 v 4 a power supply", "5v 4a netzteil|starkes 5v-netzteil"),
    price: price(1490, 900, 2290),
  }),
  adapter({
    id: "adapter-5v-6a",
    volts: 5,
    limitMa: 6000,
    partNumber: "GST60A05-P1J",
    aliases: aka("5v 6a adapter|5 v 6 a power supply|5v 5a adapter", "5v 6a netzteil|5v 5a netzteil"),
    price: price(2190, 1390, 3190),
  }),
  adapter({
    id: "adapter-12v-2a",
    volts: 12,
    limitMa: 2000,
    partNumber: "GST25E12-P1J",
    aliases: aka("12v adapter|12 v adapter|12v power supply|12v supply", "12v netzteil|12v-netzteil"),
    price: price(990, 650, 1690),
  }),
  adapter({
    id: "adapter-12v-5a",
    volts: 12,
    limitMa: 5000,
    partNumber: "GST60A12-P1J",
    aliases: aka("12v 5a adapter|strong 12v supply", "12v 5a netzteil|starkes 12v-netzteil"),
    price: price(1990, 1290, 2990),
  }),
  converter({
    id: "buck-mp1584",
    name: "Buck converter MP1584, set to 5 V",
    partNumber: "MP1584EN",
    description: "Makes 5 V of 7 to 28 V, up to 1.5 A for long",
    aliases: aka(
      "mp1584|mp1584en|buck|buck converter|step-down|step down converter",
      "abwärtswandler|step-down-wandler|tiefsetzsteller",
    ),
    input: { min: 7, max: 28 },
    volts: 5,
    limitMa: 1500,
    efficiency: 0.88,
    price: price(150, 70, 350),
    datasheetUrl: "https://www.monolithicpower.com/en/mp1584.html",
    gotchas: ["Set it to 5.0 V with a meter BEFORE the board is connected."],
    source: `MPS MP1584 product page: 4.5-28 V in, 3 A; 1.5 A for long without cooling and the efficiency: ${typicalValue}`,
    sizeMm: { width: 17, height: 22 },
  }),
  converter({
    id: "buck-lm2596",
    name: "Buck converter LM2596, set to 5 V",
    partNumber: "LM2596S-ADJ",
    description: "Makes 5 V of 7 to 35 V, up to 2 A; larger than an MP1584",
    aliases: aka("lm2596|lm2596s|lm 2596", "lm2596-wandler"),
    input: { min: 7, max: 35 },
    volts: 5,
    limitMa: 2000,
    efficiency: 0.8,
    price: price(190, 90, 390),
    datasheetUrl: "https://www.ti.com/lit/ds/symlink/lm2596.pdf",
    gotchas: ["Set it to 5.0 V with a meter BEFORE the board is connected."],
    source: `TI LM2596 datasheet (SNVS124): up to 40 V in, 3 A, 80 % at 12 V to 5 V; 2 A for long without a heat sink: ${typicalValue}`,
    sizeMm: { width: 21, height: 43 },
  }),
  converter({
    id: "ams1117-3v3",
    name: "Regulator module AMS1117, 3.3 V",
    partNumber: "AMS1117-3.3",
    description: "Makes 3.3 V of 5 V for what the board's own 3.3 V pin cannot feed",
    aliases: aka("ams1117|ams1117-3.3|3.3v regulator", "3,3v regler|ams1117-modul"),
    input: { min: 4.6, max: 12 },
    volts: 3.3,
    limitMa: 500,
    price: price(60, 25, 190),
    datasheetUrl: "http://www.advanced-monolithic.com/pdf/ds1117.pdf",
    gotchas: [
      "It needs 1.3 V more than it gives: never from one Li-ion cell.",
      "At 5 V in and 500 mA it gets hot: 0.85 W.",
    ],
    source:
      "AMS1117 datasheet: dropout 1.1-1.3 V, 15 V in at most; 500 mA by its heat: (5 V - 3.3 V) x 0.5 A is 0.85 W",
    names: ["VIN", "GND", "OUT"],
    sizeMm: { width: 11, height: 25 },
  }),
  converter({
    id: "ht7333",
    name: "Regulator HT7333, 3.3 V",
    partNumber: "HT7333-A",
    description: "Makes 3.3 V of one Li-ion cell and takes 4 uA itself",
    aliases: aka("ht7333|ht7333-a|low quiescent regulator", "sparsamer spannungsregler"),
    input: { min: 3.5, max: 12 },
    volts: 3.3,
    limitMa: 250,
    price: price(25, 10, 90),
    datasheetUrl: "https://www.holtek.com/webapi/116711/HT73xxv150.pdf",
    gotchas: ["250 mA only: WiFi of an ESP32 wants twice that and a large capacitor."],
    source: "Holtek HT73xx datasheet: 12 V in at most, 250 mA, dropout 90 mV at 40 mA, 4 uA quiescent",
    names: ["VIN", "GND", "VOUT"],
    sizeMm: { width: 4.6, height: 18 },
  }),
  definePart({
    ...power,
    id: "holder-18650",
    name: "Holder for one 18650",
    partNumber: "BH-18650-PC",
    refPrefix: "BT",
    description: "Holder with leads for a cell that you have",
    aliases: aka("18650 holder|battery holder 18650", "18650-halter|18650 halter"),
    pins: [signal("+", "nc", []), signal("-", "nc", [])],
    price: price(90, 40, 190),
    supplier: aliexpress("18650 battery holder leads"),
    datasheetUrl: "https://www.keyelco.com/product.cfm/product_id/918",
    gotchas: ["Mark plus: reversed the cell destroys the charger."],
    sources: {},
    sizeMm: { width: 21, height: 77 },
  }),
];
