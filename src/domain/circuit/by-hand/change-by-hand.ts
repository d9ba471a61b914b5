import { partById } from "../catalogue/catalogue.ts";
import { summarizeChange } from "../compare-designs.ts";
import type { Design, DesignPart } from "../design.ts";
import { designRequirements } from "../design-requirements.ts";
import { firstDeviceId } from "../devices/device-names.ts";
import { idInDevice, viewOfDevice } from "../devices/device-view.ts";
import { wholeRequirements } from "../devices/whole-requirements.ts";
import type { Requirements } from "../requirements.ts";
import { dollarsMore } from "../short-forms.ts";
import { fixDrawn } from "./fix-drawn.ts";
import type { FoundFix } from "./fix-finding.ts";
import { fixOf, isNoHelp, withFix } from "./fix-finding.ts";
import type { HandAct, HandOutcome } from "./hand-act.ts";
import { refused } from "./hand-act.ts";
import { partOf, withOwned, withPinned } from "./mark-part.ts";
import { swapped } from "./swap-part.ts";

type Of<K extends HandAct["kind"]> = Extract<HandAct, { kind: K }>;
type Say = (en: string, de: string) => string;

/** The device that an act is about, as a design of its own, and how the whole follows from its other requirements. */
interface Place {
  design: Design;
  say: Say;
  redesigned(wanted: Requirements, summary?: string): HandOutcome;
  /** The same device in the design that came of it. */
  after(changed: Design): Design;
}

/** The device of the part or finding that is named; the first where nothing is. */
function deviceOf({ parts, findings, devices }: Design, act: HandAct): string {
  const part = act.kind === "fix" ? undefined : parts.find(({ id }) => id === act.partId);
  const finding =
    act.kind === "fix"
      ? findings.find(({ ruleId, fixes }) => ruleId === act.ruleId && fixes?.some(({ id }) => id === act.fixId))
      : undefined;
  return part?.deviceId ?? finding?.deviceId ?? devices[0]?.id ?? firstDeviceId;
}

function placeOf(design: Design, deviceId: string): Place {
  const say: Say = (en, de) => (design.requirements.language === "de" ? de : en);
  const { requirements } = design;
  const { devices } = requirements;
  if (devices === undefined)
    return {
      design,
      say,
      redesigned: (wanted, summary) => redesigned(design, wanted, summary),
      after: (changed) => changed,
    };
  return {
    design: viewOfDevice(design, deviceId),
    say,
    redesigned: (wanted, summary) => {
      const own = devices.map((one) => (one.id === deviceId ? { ...one, requirements: wanted } : one));
      return redesigned(design, wholeRequirements(requirements, own), summary);
    },
    after: (changed) => viewOfDevice(changed, deviceId),
  };
}

/** A design changed by hand: what did not change keeps its designators, pins and colours. Pure: same design and act, same outcome. */
export function changeByHand(design: Design, act: HandAct): HandOutcome {
  const deviceId = deviceOf(design, act);
  const place = placeOf(design, deviceId);
  switch (act.kind) {
    case "fix":
      return fix(place, { ...act, fixId: idInDevice(deviceId, act.fixId) });
    case "swap":
      return swap(place, act);
    case "mark":
      return mark(place, act);
  }
}

function fix({ design, say, redesigned: redesign, after }: Place, { ruleId, fixId }: Of<"fix">): HandOutcome {
  const found = fixOf(design, ruleId, fixId);
  if (found === null)
    return refused("unknown", say("There is no such fix any more", "Diesen Fix gibt es nicht mehr"), "fixId");
  const { finding } = found;
  const outcome = fixed(design, found, redesign);
  if (outcome.kind === "refused") return outcome;
  if (!isNoHelp(finding, design, after(outcome.design))) return outcome;
  return refused("impossible", say("Here this fix would not help", "Hier hülfe dieser Fix nicht"), "fixId");
}

function fixed(
  design: Design,
  { finding, fix: { label, ...fix } }: FoundFix,
  redesign: Place["redesigned"],
): HandOutcome {
  if (design.requirements.imported !== true || fix.edits !== undefined) {
    return redesign(withFix(design, finding, { label, ...fix }), label);
  }
  const drawn = fixDrawn(design, { label, ...fix });
  return drawn ? { kind: "changed", design: drawn, summary: label } : refused("impossible", label, "fixId");
}

function swap({ design, say, redesigned: redesign }: Place, { partId, catalogId }: Of<"swap">): HandOutcome {
  const part = partOf(design, partId);
  if (part === undefined) return noPart(partId, say);
  const to = partById(catalogId);
  if (to === undefined) {
    return refused("unknown", say("The catalogue has no such part", "Der Katalog hat kein solches Teil"), "catalogId");
  }
  const wanted = swapped(design, part, to);
  if (typeof wanted === "string") return refused("misfit", wanted, "catalogId");
  const outcome = redesign(wanted);
  if (outcome.kind === "refused" || outcome.design.parts.some((one) => one.catalogId === to.id)) return outcome;
  const reason = say(`There is no sound design with the ${to.name} here`, `Mit ${to.name} gibt es hier keinen Entwurf`);
  return refused("impossible", reason, "catalogId");
}

function mark({ design, say, redesigned: redesign, after }: Place, { partId, owned, pinned }: Of<"mark">): HandOutcome {
  const part = partOf(design, partId);
  if (part === undefined) return noPart(partId, say);
  const kept = owned === undefined ? design.requirements : withOwned(design.requirements, part, owned);
  const wanted = pinned === undefined ? kept : withPinned(kept, part, pinned);
  const outcome = wanted && redesign(wanted, markSummary(part, { owned, pinned }, say));
  if (outcome && (outcome.kind === "refused" || pinned !== true || hasSameParts(design, after(outcome.design))))
    return outcome;
  const reason = say(
    `${part.id} follows from the other parts: nothing else could stand there`,
    `${part.id} folgt aus den anderen Teilen: Nichts anderes könnte dort stehen`,
  );
  return refused("misfit", reason, "pinned");
}

function hasSameParts(before: Design, after: Design): boolean {
  const named = ({ parts }: Design) => JSON.stringify(parts.map(({ id, catalogId }) => [id, catalogId]));
  return named(before) === named(after);
}

function noPart(partId: string, say: Say): HandOutcome {
  return refused("unknown", say(`There is no part ${partId}`, `Es gibt kein Teil ${partId}`), "partId");
}

function markSummary(
  { name, quantity, unitPriceCents }: DesignPart,
  { owned, pinned }: Pick<Of<"mark">, "owned" | "pinned">,
  say: Say,
): string {
  const cents = quantity * unitPriceCents;
  const words = [
    ...(owned === undefined ? [] : [owned ? say("owned", "vorhanden") : say("to buy", "zu kaufen")]),
    ...(owned === undefined ? [] : [dollarsMore(owned ? -cents : cents)]),
    ...(pinned === undefined
      ? []
      : [pinned ? say("pinned", "festgelegt") : say("free to change", "nicht mehr festgelegt")]),
  ];
  return `${name}: ${words.join(", ")}`;
}

/** The design of other requirements, in the place of this one. */
function redesigned(before: Design, wanted: Requirements, summary?: string): HandOutcome {
  const { notUnderstood } = before.requirements;
  const design = designRequirements({ ...wanted, notUnderstood }, before);
  if (design.status !== "ok") return refused("impossible", design.reason ?? "");
  const change = summarizeChange(before, design).text;
  return { kind: "changed", design, summary: summary ?? change };
}
