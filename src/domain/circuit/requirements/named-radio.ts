import type { LinkRadio } from "../requirements.ts";
import type { Mention, Scan } from "./scan.ts";

/** The radio that a text speaks of. */
export interface NamedRadio {
  radio: LinkRadio;
  /** As it stands in the text. */
  written: string;
  /** It is one between boards: WiFi and Bluetooth may as well reach a phone. */
  isExplicit: boolean;
  /** The text names the radio itself, and not only that there is one. */
  isNamed: boolean;
}

const ofParts: Record<string, LinkRadio> = { nrf24l01: "nrf24", "lora-rfm95": "lora", "hc-05": "hc-05" };
const ofFunctions: Record<string, LinkRadio> = { "talk-lora": "lora", "talk-radio": "nrf24" };
const general: Record<string, LinkRadio> = { "talk-wifi": "esp-now", "talk-bluetooth": "hc-05" };
const wireless =
  /^(wireless|wirelessly|funk|drahtlos|kabellos|funkklingel|funksensor|funkthermometer|funkfernbedienung|funkfernsteuerung|funkt)$/;

function radioOf({ meaning, negated }: Mention, table: Record<string, LinkRadio>): LinkRadio | undefined {
  if (negated) return undefined;
  if (meaning.kind === "part") return table[meaning.catalogId];
  return meaning.kind === "function" ? table[meaning.id] : undefined;
}

/** The radio of a goal: the one between boards that is named first, else WiFi or Bluetooth, else that it is wireless; null for none. */
export function namedRadio(found: Scan, text: string): NamedRadio | null {
  const written = (from: number, to: number) => text.slice(found.tokens[from]?.start, found.tokens[to - 1]?.end);
  const now = found.tokens.findIndex(
    ({ text: word }, at) => word === "espnow" || (word === "esp" && found.tokens[at + 1]?.text === "now"),
  );
  if (now >= 0) {
    const length = found.tokens[now]?.text === "espnow" ? 1 : 2;
    return { radio: "esp-now", written: written(now, now + length), isExplicit: true, isNamed: true };
  }
  for (const [table, isExplicit] of [
    [{ ...ofParts, ...ofFunctions }, true],
    [general, false],
  ] as const) {
    for (const mention of found.mentions) {
      const radio = radioOf(mention, table);
      if (radio === undefined) continue;
      return { radio, written: written(mention.from, mention.to), isExplicit, isNamed: true };
    }
  }
  const at = found.tokens.findIndex(({ text: word }) => wireless.test(word));
  if (at < 0) return null;
  const boards = found.mentions.filter(
    ({ meaning, negated }) => !negated && (meaning.kind === "board" || meaning.kind === "arduino"),
  );
  const isEsp = boards.every(
    ({ meaning }) => meaning.kind === "board" && /^(esp|xiao|nodemcu|d1|wemos)/.test(meaning.catalogId),
  );
  return { radio: isEsp ? "esp-now" : "nrf24", written: written(at, at + 1), isExplicit: false, isNamed: false };
}
