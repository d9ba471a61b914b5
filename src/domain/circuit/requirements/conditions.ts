import type { FunctionId } from "../lists.ts";
import type { Condition } from "../requirements.ts";
import type { Mention, Scan } from "./scan.ts";
import { functionsOf } from "./wanted.ts";

/** The conditions of a text, what of them cannot be held, and where they stand in the text. */
export interface ConditionsReading {
  conditions: Condition[];
  /** As written, without a function that could hold them. */
  unmet: string[];
  spans: { start: number; end: number }[];
}

const above =
  "above|over|exceeds?|exceeding|higher than|hotter than|warmer than|more than|greater than|brighter than|reaches|hits|rises to|from|über|oberhalb von|oberhalb|übersteigt|überschreitet|ab|mehr als|höher als|wärmer als|heißer als|heller als|erreicht|>=?";
const below =
  "below|under|less than|lower than|colder than|cooler than|closer than|nearer than|drier than|darker than|drops to|falls to|unter|unterhalb von|unterhalb|unterschreitet|weniger als|kälter als|kühler als|niedriger als|tiefer als|näher als|dunkler als|<=?";
const units =
  "°\\s*[cf](?![a-z])|°|grad celsius|grad|degrees? celsius|degrees? fahrenheit|degrees?|celsius|fahrenheit|[cf](?![\\p{L}\\p{N}])|%|percent|prozent|centimeters?|zentimeter|cm|mm|meters?|m(?![\\p{L}\\p{N}])|lux|lx|hpa|mbar";
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(${above}|${below})\\s*(?:(?:about|etwa|of|von|a|dem|den|wert)\\s+)?([-−]?\\d{1,5}(?:[.,]\\d{1,3})?)(?:\\s*(${units}))?`,
  "giu",
);
const isBelow = new RegExp(`^(?:${below})$`, "iu");

/** Measurements that have a limit without a unit when they are named in the same clause. */
const measured: readonly FunctionId[] = [
  "sense-temperature",
  "sense-humidity",
  "sense-soil-moisture",
  "sense-light",
  "sense-distance",
  "sense-pressure",
];
const canAct = /^(act-|show-light)/;

/** A figure in the unit of its function, or null where the unit belongs to none that can be held. */
function inUnit(
  value: number,
  unit: string,
  near: FunctionId | null,
): Pick<Condition, "functionId" | "value" | "unit"> | null {
  if (/^(°?\s*f|.*fahrenheit)$/.test(unit))
    return { functionId: "sense-temperature", value: Math.round(((value - 32) * 50) / 9) / 10, unit: "°C" };
  if (/^(°|grad|degree|celsius|c$)/.test(unit)) return { functionId: "sense-temperature", value, unit: "°C" };
  if (/^(%|percent|prozent)/.test(unit)) {
    const soilOrLight = near === "sense-soil-moisture" || near === "sense-light";
    return { functionId: soilOrLight ? near : "sense-humidity", value, unit: "%" };
  }
  if (/^(cm|centi|zenti)/.test(unit)) return { functionId: "sense-distance", value, unit: "cm" };
  if (unit === "mm") return { functionId: "sense-distance", value: value / 10, unit: "cm" };
  if (/^m(eters?)?$/.test(unit)) return { functionId: "sense-distance", value: value * 100, unit: "cm" };
  if (/^(hpa|mbar)$/.test(unit)) return { functionId: "sense-pressure", value, unit: "hPa" };
  return null;
}

const ownUnit: Partial<Record<FunctionId, Condition["unit"]>> = {
  "sense-temperature": "°C",
  "sense-distance": "cm",
  "sense-pressure": "hPa",
};

/** The mention of such a function that is nearest to a place in the text and no full stop away. */
function nearest(found: Scan, at: number, wanted: (id: FunctionId) => boolean): FunctionId | null {
  const ends = found.tokens.flatMap(({ text, start }) => (/^[.;!?]$/.test(text) ? [start] : []));
  const ids = found.mentions.flatMap((mention) => functionAt(found, mention, wanted));
  const inClause = ids.filter(({ start }) => !ends.some((end) => end > at !== end > start));
  const [first] = inClause.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at));
  return first?.id ?? null;
}

function functionAt(found: Scan, mention: Mention, wanted: (id: FunctionId) => boolean) {
  if (mention.negated) return [];
  const start = found.tokens[mention.from]?.start ?? 0;
  return functionsOf(mention, "en").flatMap(({ id }) => (wanted(id) ? [{ id, start }] : []));
}

/** Whether the clause around the condition says that something stops. */
function turnsOff(text: string, start: number, end: number): boolean {
  const near = `${text.slice(Math.max(0, start - 30), start)} ${text.slice(end, end + 30)}`;
  return /(?<!\p{L})(off|stops?|aus|ausschalten|stoppt)(?!\p{L})/iu.test(near);
}

/** Reads "above 25 °C", "unter 30 %", "closer than 10 cm": what measures, the limit, and the output beside it. Time linear in the text. */
export function readConditions(text: string, found: Scan): ConditionsReading {
  const reading: ConditionsReading = { conditions: [], unmet: [], spans: [] };
  for (const match of text.matchAll(pattern)) {
    const [whole, word = "", figure = "", unit = ""] = match;
    const span = { start: match.index, end: match.index + whole.length };
    const near = nearest(found, span.start, (id) => measured.includes(id));
    const value = Number(figure.replace("−", "-").replace(",", "."));
    const next = text.slice(span.end, span.end + 12).trimStart();
    if (unit === "" && (near === null || (/^([\p{L}$€£]|[.,]?\d)/u.test(next) && !isFreeWord(next)))) continue;
    if (unit === "" && /[$€£]/.test(text.slice(Math.max(0, span.end - figure.length - 2), span.end))) continue;
    reading.spans.push(span);
    const held = unit === "" ? ofNamed(near, value) : inUnit(value, unit.toLowerCase(), near);
    if (held === null) {
      reading.unmet.push(whole.trim());
      continue;
    }
    const output = nearest(found, span.start, (id) => canAct.test(id));
    const turns = turnsOff(text, span.start, span.end) ? "off" : "on";
    reading.conditions.push({ ...held, when: isBelow.test(word) ? "below" : "above", output, turns });
  }
  return reading;
}

/** Words that may follow a figure without being its unit. */
const isFreeWord = (next: string): boolean =>
  /^(then|and|or|turn|switch|the|a|it|so|on|off|is|steigt|fällt|ist|dann|und|soll|sinkt|liegt|geht|an|aus|schalte|schaltet|mit|with|show|light)(?!\p{L})/iu.test(
    next,
  );

function ofNamed(
  functionId: FunctionId | null,
  value: number,
): Pick<Condition, "functionId" | "value" | "unit"> | null {
  return functionId === null ? null : { functionId, value, unit: ownUnit[functionId] ?? "%" };
}
