import type { SpokenLanguage } from "../lists.ts";
import type { Requirements } from "../requirements.ts";
import type { CircuitGraph, GraphNode } from "../rules/circuit-graph.ts";
import { sourcesOf } from "../rules/levels.ts";
import { awakeSeconds } from "./awake-time.ts";
import type { BatteryFigures } from "./life-at-duty.ts";
import { dutyOf, dutyShare, lifeAtDuty } from "./life-at-duty.ts";
import { LoadTree } from "./rail-loads.ts";

/** Share of the printed capacity that a device really gets: cut-off, cold, age. Typical value. */
const usableShare = 0.8;

/** Hours on one charge, the mean current from the cell, and each assumption as a sentence. */
export interface BatteryLife {
  hours: number;
  averageMa: number;
  /** Of the average, what the board alone takes from the cell while it sleeps; null where it does not sleep. */
  boardAsleepMa: number | null;
  /** What it was reckoned from, to reckon another duty. */
  battery: BatteryFigures;
  assumptions: string[];
}

interface Figures extends BatteryFigures {
  efficiency: number | null;
  averageMa: number;
  hours: number;
}

const n = (value: number, digits = 1) => String(Math.round(value * 10 ** digits) / 10 ** digits);

function sentences(f: Figures, language: SpokenLanguage): string[] {
  const de = (text: string) => (language === "de" ? text.replaceAll(/(\d)\.(\d)/g, "$1,$2") : text);
  const english = [
    f.wakeMinutes === null
      ? "It stays awake all the time: no wake interval was named."
      : `It wakes every ${n(f.wakeMinutes)} minutes and is awake for ${awakeSeconds} s, as its code does.`,
    f.wakeMinutes === null
      ? `Awake it takes ${n(f.awakeMa)} mA from the cell.`
      : `Awake it takes ${n(f.awakeMa)} mA from the cell, asleep ${n(f.asleepMa)} mA, the board's bridge, regulator and LED included.`,
    `Charger and converter take ${n(f.quiescentMa, 2)} mA with no load (typical value).`,
    ...(f.efficiency === null
      ? []
      : [`The converter passes on ${Math.round(f.efficiency * 100)} % of the energy (its datasheet).`]),
    `Of ${f.capacityMah} mAh, ${usableShare * 100} % are usable: ${f.capacityMah} x ${usableShare} / ${n(f.averageMa, 2)} mA = ${n(f.hours, 0)} h.`,
  ];
  const german = [
    f.wakeMinutes === null
      ? "Es ist ständig wach: ein Weckintervall wurde nicht genannt."
      : `Es wacht alle ${n(f.wakeMinutes)} Minuten auf und ist ${awakeSeconds} s wach, wie es im Code steht.`,
    f.wakeMinutes === null
      ? `Wach nimmt es ${n(f.awakeMa)} mA aus der Zelle.`
      : `Wach nimmt es ${n(f.awakeMa)} mA aus der Zelle, schlafend ${n(f.asleepMa)} mA, mit USB-Chip, Regler und LED des Boards.`,
    `Lader und Wandler nehmen ohne Last ${n(f.quiescentMa, 2)} mA (typischer Wert).`,
    ...(f.efficiency === null
      ? []
      : [`Der Wandler gibt ${Math.round(f.efficiency * 100)} % der Energie weiter (sein Datenblatt).`]),
    `Von ${f.capacityMah} mAh sind ${usableShare * 100} % nutzbar: ${f.capacityMah} x ${usableShare} / ${n(f.averageMa, 2)} mA = ${n(f.hours, 0)} h.`,
  ];
  return (language === "de" ? german : english).map(de);
}

/** The board's sleep current seen from the cell: through the converter, where one feeds it. */
function boardAsleepMa(graph: CircuitGraph, cell: GraphNode): number {
  const sleepMa = graph.parts.find((part) => part.catalog?.board !== undefined)?.catalog?.board?.sleepMa ?? 0;
  const converter = graph.parts.find((part) => part.catalog?.supply?.efficiency !== undefined)?.catalog?.supply;
  const cellVolts = sourcesOf(cell)[0]?.nominalVolts;
  if (converter?.efficiency === undefined || cellVolts === undefined) return sleepMa;
  return (sleepMa * converter.volts) / (cellVolts * converter.efficiency);
}

/** Life on one charge: `capacity x 0.8 / (awake x duty + asleep x (1 - duty) + idle of the power module)`; null without a wired cell. */
export function lifeOf(graph: CircuitGraph, requirements: Requirements | null, radio: boolean): BatteryLife | null {
  const cell = graph.parts.find((part) => part.catalog?.battery !== undefined);
  const battery = cell?.catalog?.battery;
  const node = cell?.pins.find((pin) => pin.catalog?.type === "power_out")?.node;
  if (cell === undefined || battery === undefined || node === undefined) return null;
  const mA = (state: ConstructorParameters<typeof LoadTree>[1]) => {
    const tree = new LoadTree(graph, state);
    return tree.total(tree.loadsOn(node)).typ;
  };
  const [awakeMa, asleepMa] = [mA(radio ? "awake" : "awake-no-radio"), mA("asleep")];
  if (awakeMa <= 0) return null;
  const figures: BatteryFigures = {
    part: cell.id,
    capacityMah: battery.capacityMah,
    usableShare,
    awakeMa,
    asleepMa,
    boardAsleepMa: boardAsleepMa(graph, node),
    quiescentMa: battery.quiescentMa,
    awakeSeconds,
    wakeMinutes: requirements?.power.wakeMinutes ?? null,
  };
  const duty = dutyOf(figures);
  const life = lifeAtDuty(figures, duty);
  const efficiency =
    graph.parts.find((part) => part.catalog?.supply?.efficiency !== undefined)?.catalog?.supply?.efficiency ?? null;
  const { hours, averageMa } = life;
  return {
    hours: Math.round(hours * 10) / 10,
    averageMa: Math.round(averageMa * 100) / 100,
    boardAsleepMa: dutyShare(duty) === 1 ? null : Math.round(life.boardAsleepMa * 100) / 100,
    battery: rounded(figures),
    assumptions: sentences({ ...figures, efficiency, averageMa, hours }, requirements?.language ?? "en"),
  };
}

/** Microamperes are the least that is stored. */
function rounded(figures: BatteryFigures): BatteryFigures {
  const round3 = (value: number) => Math.round(value * 1000) / 1000;
  return {
    ...figures,
    awakeMa: round3(figures.awakeMa),
    asleepMa: round3(figures.asleepMa),
    boardAsleepMa: round3(figures.boardAsleepMa),
  };
}
