import { partById } from "../catalogue/catalogue.ts";
import type { SwitchedLoad } from "../requirements.ts";
import { loadNouns } from "./lexicon-loads.ts";
import type { Mention, Scan } from "./scan.ts";
import type { NamedVoltage } from "./voltages.ts";
import { readVoltages } from "./voltages.ts";

/** Up to here a load counts as low voltage, in volts of direct current. */
export const lowVolts = 48;

const isLow = (one: NamedVoltage): boolean => one.volts > 0 && one.volts <= lowVolts && !one.alternating;

const writtenAs = ({ tokens }: Scan, { from, to }: Mention): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");

/** A thing on the contact of the relay, not the relay itself nor the verb. */
function isLoad(found: Scan, mention: Mention): boolean {
  const { meaning } = mention;
  if (meaning.kind === "project") return meaning.project.mains === true;
  if (meaning.kind !== "function" || meaning.id !== "act-switch-load") return false;
  const written = writtenAs(found, mention);
  return loadNouns.has(written) || !written.includes(" ");
}

const isVerb = (found: Scan, mention: Mention): boolean =>
  /^(switches|schaltet|schalten|switch on|switch off)$/.test(writtenAs(found, mention));

/** The figure is that of a coil or of the supply, not of the load. */
const isOther = ({ owner }: NamedVoltage): boolean =>
  owner !== null && /^(part|board|power|arduino|other-board)$/.test(owner.meaning.kind);

/**
 * What a relay of this text switches: mains where mains is named or meant, low where every load has a voltage up to 48 V beside it or is
 * the catalogue's pump, else unknown. `mentions` are those that the text wants.
 */
export function readSwitched(found: Scan, mentions: readonly Mention[]): SwitchedLoad {
  const voltages = readVoltages(found);
  const wanted = (one: NamedVoltage) => one.owner === null || mentions.includes(one.owner);
  const high = voltages.find((one) => wanted(one) && (one.volts > lowVolts || one.alternating));
  if (high !== undefined || mentions.some(({ meaning }) => meaning.kind === "mains"))
    return { load: "mains", volts: high?.volts ?? null };
  const low = voltages.filter((one) => wanted(one) && isLow(one) && !isOther(one));
  const loads = mentions.filter((one) => isLoad(found, one) && !isVerb(found, one));
  const named = new Set(low.flatMap(({ owner }) => (owner === null ? [] : [writtenAs(found, owner)])));
  const open = loads.filter((one) => !named.has(writtenAs(found, one)));
  if (open.some(({ meaning }) => meaning.kind === "project")) return { load: "mains", volts: null };
  if (open.length > 0) return { load: "unknown", volts: null };
  if (low.length > 0) return { load: "low", volts: low[0]?.volts ?? null };
  const pumps = mentions.some(
    ({ meaning }) =>
      (meaning.kind === "function" && meaning.id === "act-pump") ||
      (meaning.kind === "part" && meaning.catalogId === "pump-5v"),
  );
  // A bare transistor switches direct current of low volts only.
  const transistor = mentions.some(
    ({ meaning }) => meaning.kind === "part" && partById(meaning.catalogId)?.family === "semiconductor",
  );
  return { load: pumps || transistor ? "low" : "unknown", volts: null };
}
