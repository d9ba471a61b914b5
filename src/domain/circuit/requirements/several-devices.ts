import type { Mention, Scan } from "./scan.ts";
import { isMark } from "./tokens.ts";

/** One device of a goal that is about two, told as a goal of its own; empty where the text does not tell them apart. */
export interface DevicePair {
  sender: string;
  receiver: string;
}

const sending = /^(sends?|sending|sender|transmitter|transmits?|sendet|senden|sendestation)$/;
const receiving = /^(receiver|receives?|receiving|empfänger|empfängt|empfangen|empfangsstation)$/;
const other = /^(another|second|other|zweiter|zweite|zweiten|zweites|anderer|andere|anderen)$/;
const radios = new Set(["talk-radio", "talk-lora", "talk-bluetooth", "talk-wifi"]);

interface Clause {
  from: number;
  to: number;
  sends: boolean;
  receives: boolean;
}

const isThing = ({ meaning, negated }: Mention): boolean =>
  !negated && /^(part|board|function|project|arduino)$/.test(meaning.kind);
const isBoard = ({ meaning }: Mention): boolean => meaning.kind === "board" || meaning.kind === "arduino";

/** Clauses between marks, with what each says of sending and receiving. */
function clausesOf({ tokens, mentions }: Scan): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !isMark(tokens[at]?.text ?? "")) continue;
    const words = tokens.slice(from, at).map(({ text }) => text);
    const isOther = mentions.some(
      (one) => isBoard(one) && one.from > from && one.to <= at && other.test(tokens[one.from - 1]?.text ?? ""),
    );
    if (at > from)
      clauses.push({
        from,
        to: at,
        sends: words.some((word) => sending.test(word)),
        receives: isOther || words.some((word) => receiving.test(word)),
      });
    from = at + 1;
  }
  return clauses;
}

/** Whether one radio of the goal talks to a second device of the same goal. */
function isPair(found: Scan, clauses: readonly Clause[]): boolean {
  const talks = found.mentions.some(({ meaning, negated }) =>
    negated
      ? false
      : meaning.kind === "function"
        ? radios.has(meaning.id)
        : meaning.kind === "part" && /^(nrf24l01|lora-rfm95|hc-05)$/.test(meaning.catalogId),
  );
  if (!talks) return false;
  const words = found.tokens.map(({ text }) => text);
  const boards = found.mentions.filter((one) => isBoard(one) && !one.negated).length;
  const both =
    words.some((word) => /^(transmitter|sender|sendestation)$/.test(word)) &&
    words.some((word) => /^(receiver|empfänger|empfangsstation)$/.test(word));
  return both || (boards > 1 && clauses.some(({ sends }) => sends));
}

/** "transmitter and receiver with nRF24L01: ...": two devices in one goal, each with the clauses that are about it; null for one device. */
export function readDevicePair(text: string, found: Scan): DevicePair | null {
  const clauses = clausesOf(found);
  if (!isPair(found, clauses)) return null;
  const written = ({ from, to }: Clause) => text.slice(found.tokens[from]?.start, found.tokens[to - 1]?.end);
  const holds = ({ from, to }: Clause) =>
    found.mentions.some((one) => isThing(one) && one.from >= from && one.to <= to);
  const shared = clauses.filter((one) => one.sends === one.receives && holds(one) && (one.sends || one === clauses[0]));
  const own = clauses.filter((one) => holds(one) && !shared.includes(one));
  const first = own.findIndex(({ sends }) => sends);
  const second = own.findIndex(({ receives }, at) => receives || (first >= 0 && at > first && !own[at]?.sends));
  if (first < 0 || second < 0) return { sender: "", receiver: "" };
  const radio = found.mentions.find(({ meaning }) =>
    meaning.kind === "part"
      ? /^(nrf24l01|lora-rfm95|hc-05)$/.test(meaning.catalogId)
      : meaning.kind === "function" && radios.has(meaning.id),
  );
  const radioName =
    radio === undefined ? "" : text.slice(found.tokens[radio.from]?.start, found.tokens[radio.to - 1]?.end);
  const goalOf = (all: readonly Clause[]) => {
    const body = all.map(written).join(", ");
    return radioName === "" || body.toLowerCase().includes(radioName.toLowerCase()) ? body : `${body}, ${radioName}`;
  };
  const isSecond = (at: number) => (second > first ? at >= second : at <= second);
  return {
    sender: goalOf(own.filter((_, at) => !isSecond(at))),
    receiver: goalOf(own.filter((_, at) => isSecond(at))),
  };
}
