import type { Design } from "../design.ts";
import { viewOfDevice } from "../devices/device-view.ts";
import { linkRadioOf } from "../devices/device-wishes.ts";
import type { DeviceLink, DeviceWishes, Edit, PlainEdit } from "../requirements.ts";
import { plainEdits } from "../requirements.ts";
import { readAmounts } from "./amounts.ts";
import type { DeviceCue } from "./device-words.ts";
import { deviceCues, withoutDeviceWords } from "./device-words.ts";
import type { EditReading } from "./read-edit.ts";
import type { Scan } from "./scan.ts";
import { scan } from "./scan.ts";
import { settleMentions } from "./settle-mentions.ts";
import { splitDevices, vehicle } from "./split-devices.ts";
import { isMark, tokenize } from "./tokens.ts";

type Role = DeviceLink["role"];
/** Reads a message about a design with one device. */
type ReadOne = (text: string, design: Design) => EditReading;

interface Spoken {
  text: string;
  found: Scan;
  cues: DeviceCue[];
}

const edits =
  /^(add|remove|delete|drop|replace|swap|exchange|use|take|make|move|change|give|put|set|füge|ersetze|entferne|tausche|nimm|verwende|benutze|mach|mache|gib|setze|streiche|ändere|lass)$/;
const linking = /^(to|the|at|on|for|of|in|from|inside|am|an|beim|bei|dem|den|der|des|die|im|vom|zum|für|auf|s|a|by)$/;
const bothWords = /^(both|beide|beiden|beides|jeweils|everywhere|überall)$/;

/** A whole goal for two devices is no change of the design that is there. */
function isPairGoal({ text, found }: Spoken): boolean {
  const starts = found.tokens.slice(0, 3).some(({ text: word }) => edits.test(word));
  const split = starts ? null : splitDevices(text, settleMentions(found));
  return split !== null && (split.kind === "undivided" || split.isRadioNamed);
}

/** The text without the words that only name a device, and the small ones that lead to them. */
function unnamed({ text, found, cues }: Spoken, from: number, to: number): string {
  const dropped = new Set<number>();
  for (const cue of cues) {
    for (let at = cue.from; at < cue.to; at++) dropped.add(at);
    for (let at = cue.from - 1; at >= from && linking.test(found.tokens[at]?.text ?? ""); at--) dropped.add(at);
  }
  const runs: string[] = [];
  let start = -1;
  for (let at = from; at <= to; at++) {
    const kept = at < to && !dropped.has(at);
    if (kept && start < 0) start = at;
    if (kept || start < 0) continue;
    runs.push(text.slice(found.tokens[start]?.start, found.tokens[at - 1]?.end));
    start = -1;
  }
  return runs.join(" ");
}

/** The words about each device, where a message names both: clause by clause, the verb of the first one going on. */
function byClause(spoken: Spoken): Record<Role, string> {
  const { found, cues } = spoken;
  const texts: Record<Role, string[]> = { sender: [], receiver: [] };
  const verb = found.tokens.find(({ text }) => edits.test(text))?.text ?? "";
  let from = 0;
  let role: Role | null = null;
  for (let at = 0; at <= found.tokens.length; at++) {
    const word = found.tokens[at]?.text;
    if (word !== undefined && !isMark(word) && !/^(and|und|while|während)$/.test(word)) continue;
    const own: Role | null = cues.find((cue) => cue.from >= from && cue.to <= at)?.role ?? role;
    const text = unnamed(spoken, from, at);
    const hasVerb = tokenize(text).some(({ text: each }) => edits.test(each));
    if (own !== null && text.trim() !== "") texts[own].push(hasVerb || verb === "" ? text : `${verb} ${text}`);
    role = own;
    from = at + 1;
  }
  return { sender: texts.sender.join(", "), receiver: texts.receiver.join(", ") };
}

const isOfWhole = ({ kind }: PlainEdit): boolean =>
  kind === "set-budget" || kind === "improve" || kind === "set-firmware";

/** Edits of something that is there say by themselves whose it is. */
const isAboutThere = ({ kind }: PlainEdit): boolean =>
  /^(replace|remove|adjust|move-pin|give-up|set-mains)$/.test(kind);

const touchesRadio = (edit: PlainEdit): boolean =>
  edit.kind === "replace" || edit.kind === "remove"
    ? edit.functionIds.some((id) => linkRadioOf(id) !== null)
    : edit.kind === "add" && edit.functions.some(({ id }) => linkRadioOf(id) !== null && id !== "talk-wifi");

interface OneReading {
  device: DeviceWishes;
  board: string;
  reading: EditReading;
}

/** Whose change it is when no device is named: whose part or function it is about, else the first one's; both for boards of one kind and the radio. */
function meantDevices(all: readonly OneReading[], { found }: Spoken): OneReading[] {
  const own = ({ reading }: OneReading) => plainEdits(reading.edits).filter((edit) => !isOfWhole(edit));
  const able = all.filter((one) => own(one).length > 0);
  if (able.length < 2) return able;
  if (able.some((one) => own(one).some(touchesRadio))) return able;
  const there = able.filter((one) => own(one).some(isAboutThere));
  if (there.length === 1) return there;
  const boards = found.mentions.flatMap(({ meaning }) =>
    meaning.kind === "board" ? [meaning.catalogId] : meaning.kind === "arduino" ? ["uno-r3"] : [],
  );
  const named = able.filter(({ board }) => boards.includes(board));
  if (named.length === 1) return named;
  const setsBoard = able.every((one) => own(one).every(({ kind }) => kind === "set-board"));
  if (setsBoard && new Set(able.map(({ board }) => board)).size === 1) return able;
  return able.slice(0, 1);
}

const nothing: EditReading = { edits: [], question: false, newGoal: false, notDone: [], notUnderstood: [] };

/** What is read of all devices that are meant, as one reading: edits of the whole once. */
function joined(meant: readonly OneReading[], isNamed: boolean): EditReading {
  const whole: Edit[] = [];
  const own: Edit[] = [];
  for (const { device, reading } of meant) {
    const plain = plainEdits(reading.edits);
    const mine = plain.filter((edit) => !isOfWhole(edit) || (isNamed && edit.kind === "improve"));
    if (mine.length > 0) own.push({ kind: "change-device", deviceId: device.id, edits: mine });
    for (const edit of plain.filter((each) => !mine.includes(each)))
      if (!whole.some(({ kind }) => kind === edit.kind)) whole.push(edit);
  }
  const pieces = meant
    .flatMap(({ reading }) => reading.notUnderstood.map(withoutDeviceWords))
    .filter((piece) => piece.trim().length > 1);
  return {
    edits: [...own, ...whole],
    question: false,
    newGoal: false,
    notDone: [...new Set(meant.flatMap(({ reading }) => reading.notDone))],
    notUnderstood: [...new Set(pieces)],
  };
}

/** The words of a message for either device; the vehicle of a pair with a remote is its receiver, as in its goal. */
function spokenOf(text: string, goal: string): Spoken {
  const clean = text.normalize("NFKC");
  const found = scan(clean, readAmounts(tokenize(clean)).taken, true);
  const isDriven = tokenize(goal).some(({ text: word }) => vehicle.test(word));
  const driven = found.tokens.flatMap(({ text: word }, at): DeviceCue[] =>
    isDriven && vehicle.test(word) ? [{ from: at, to: at + 1, role: "receiver", kind: "noun", many: false }] : [],
  );
  const cues = deviceCues(found).filter(({ kind }) => kind === "noun");
  return { text: clean, found, cues: [...cues, ...driven].sort((a, b) => a.from - b.from) };
}

const isBoth = ({ found }: Spoken): boolean =>
  found.tokens.some(({ text }, at) => {
    if (!bothWords.test(text)) return false;
    const next = found.mentions.find((mention) => mention.from === at + 1 || (mention.from <= at && mention.to > at));
    return next === undefined || next.meaning.kind === "board" || next.meaning.kind === "arduino";
  });

/**
 * Reads a message about a design with several devices: for the device that it names, for both where it says so or names both, else for the one
 * that has what it is about, else for the first. What is about the whole (budget, improvements, the language of the programs) is read once.
 */
export function readDevicesEdit(text: string, design: Design, readOne: ReadOne): EditReading {
  const devices = design.requirements.devices ?? [];
  const spoken = spokenOf(text, design.requirements.goal);
  const roleOf = ({ requirements }: DeviceWishes): Role => requirements.link?.role ?? "sender";
  const viewOf = (device: DeviceWishes) => viewOfDevice(design, device.id);
  const read = (device: DeviceWishes, own: string): OneReading => {
    const view = viewOf(device);
    return { device, board: view.board.id || (device.requirements.board.catalogId ?? ""), reading: readOne(own, view) };
  };
  const first = devices[0];
  if (first === undefined) return nothing;
  const asked = readOne(text, viewOf(first));
  if (asked.question) return asked;
  if (isPairGoal(spoken) || (asked.newGoal && spoken.cues.length === 0)) return { ...asked, edits: [], newGoal: true };
  const roles = new Set(spoken.cues.map(({ role }) => role));
  const end = spoken.found.tokens.length;
  if (roles.size === 2 && !isBoth(spoken)) {
    const texts = byClause(spoken);
    return joined(
      devices.filter((device) => texts[roleOf(device)] !== "").map((device) => read(device, texts[roleOf(device)])),
      true,
    );
  }
  const plain = unnamed(spoken, 0, end);
  if (isBoth(spoken) || roles.size === 2)
    return joined(
      devices.map((device) => read(device, plain.replace(/(?<!\p{L})(both|beide[ns]?|jeweils)(?!\p{L})/giu, ""))),
      false,
    );
  const named = devices.filter((device) => roles.has(roleOf(device)));
  const all = devices.map((device) => read(device, plain));
  if (named.length === 1) {
    const own = all.filter(({ device }) => named.includes(device));
    const isRadio = own.some(({ reading }) => plainEdits(reading.edits).some(touchesRadio));
    return joined(isRadio ? all : own, true);
  }
  const meant = meantDevices(all, spoken);
  if (meant.length > 0) {
    const { edits: changes, ...rest } = joined(meant, false);
    const wider = joined(all, false).edits.filter(
      (edit) => edit.kind !== "change-device" && !changes.some(({ kind }) => kind === edit.kind),
    );
    return { ...rest, edits: [...changes, ...wider] };
  }
  return joined(all.slice(0, 1), false);
}
