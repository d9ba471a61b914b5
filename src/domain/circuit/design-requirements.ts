import { clarifyingQuestion } from "./assembly/clarifying-question.ts";
import { designParts } from "./assembly/design-parts.ts";
import { designTitle } from "./assembly/design-title.ts";
import { refusedDesign } from "./assembly/refused-design.ts";
import type { Built } from "./build-selection.ts";
import { build, isRefusal, withoutExtras } from "./build-selection.ts";
import { costOf } from "./cost/cost-of.ts";
import type { Design } from "./design.ts";
import type { Refusal, Selection, StageListener } from "./design-stages.ts";
import { designStages } from "./design-stages.ts";
import type { DeviceOutcome } from "./devices/design-devices.ts";
import { designDevices } from "./devices/design-devices.ts";
import { firstDeviceId } from "./devices/device-names.ts";
import { viewOfDevice } from "./devices/device-view.ts";
import { busKhzOf } from "./firmware/bus-clock.ts";
import { withFirmwareVerdict } from "./firmware/judge-firmware.ts";
import type { FirmwareLink, LinkLine } from "./firmware/link-line.ts";
import { sentLine } from "./firmware/sent-line.ts";
import { writeFirmware } from "./firmware/write-firmware.ts";
import { improve } from "./improve-design.ts";
import { powerBudget } from "./power/power-budget.ts";
import type { Requirements } from "./requirements.ts";
import { checkCircuit } from "./rules/check-circuit.ts";
import { greatestDesignators } from "./selection/designators.ts";
import { cheapestSelections, otherSelections, selectParts } from "./selection/select-parts.ts";
import { withArticle } from "./short-forms.ts";

/** A board that was named and has not what it takes: asks for another one, where one has. */
function askForBoard(wanted: Requirements, refusal: Refusal): Refusal {
  const free = firstThatWires({ ...wanted, board: { catalogId: null, named: false } }, null);
  const name = free?.selection.board.part.board?.shortName;
  if (name === undefined) return refusal;
  const german = wanted.language === "de";
  return {
    kind: "needs_answer",
    reason: refusal.reason,
    question: {
      text: german ? "Ein anderes Board nehmen?" : "Take another board?",
      answers: [german ? `Nimm stattdessen einen ${name}` : `Use ${withArticle(name)} instead`],
    },
  };
}

/** The first of the other selections that can be wired: another board may have the pins. */
function firstThatWires(wanted: Requirements, previous: Design | null): Built | null {
  for (const selection of otherSelections(wanted, previous)) {
    const built = build(wanted, selection, previous);
    if (!isRefusal(built)) return built;
  }
  return null;
}

/** Those of the selections that can be wired. */
function builtOf(requirements: Requirements, selections: readonly Selection[], previous: Design | null): Built[] {
  return selections.flatMap((selection) => {
    const built = build(requirements, selection, previous);
    return isRefusal(built) ? [] : [built];
  });
}

/** The first of those that cost least. */
const cheaper = (all: readonly Built[]): Built | null =>
  all.reduce<Built | null>((least, one) => (least && least.totalCents <= one.totalCents ? least : one), null);

/** What keeps the limit, else the cheapest; null where nothing can be wired. */
function buildFor(wanted: Requirements, limitCents: number, previous: Design | null): Built | null {
  const lean = wanted.budget === null ? null : withoutExtras(wanted);
  let cheapest: Built | null = null;
  for (const selections of [otherSelections, cheapestSelections]) {
    for (const requirements of lean === null ? [wanted] : [wanted, lean]) {
      const all = builtOf(requirements, selections(requirements, previous), previous);
      const fitting = all.find(({ totalCents }) => totalCents <= limitCents);
      if (fitting !== undefined) return fitting;
      if (requirements === wanted) cheapest = cheaper([...(cheapest === null ? [] : [cheapest]), ...all]);
    }
  }
  return cheapest;
}

/**
 * The best selection whose wired total keeps the budget; what nobody asked for is given up only when that alone keeps it, and parts that
 * are nobody's first choice are taken only after that. Where nothing keeps it, the cheapest.
 */
function buildWithin(wanted: Requirements, previous: Design | null): Built | Refusal {
  const selection = selectParts(wanted, previous);
  if (isRefusal(selection)) return selection;
  const first = build(wanted, selection, previous);
  const limitCents = wanted.budget?.cents ?? Number.POSITIVE_INFINITY;
  if (!isRefusal(first) && first.totalCents <= limitCents) return first;
  if (isRefusal(first) && wanted.board.named) return askForBoard(wanted, first);
  if (isRefusal(first) && wanted.budget === null) return firstThatWires(wanted, previous) ?? first;
  return buildFor(wanted, limitCents, previous) ?? first;
}

/**
 * Requirements to a whole checked design: selection, wiring, power, cost, rule check, firmware, verdict. `previous` is the design that an
 * edit started from: what did not change keeps its designators, pins and colours. Status `unsupported` or `needs_answer` comes without
 * parts. Several devices are designed one by one and put side by side. Pure: same input, same bytes. `onStage` is told each stage as it begins.
 */
export function designRequirements(
  wanted: Requirements,
  previous: Design | null,
  onStage: StageListener = () => undefined,
): Design {
  if (wanted.devices === undefined) return designDevice(wanted, ofOneDevice(previous), { onStage, line: null }).design;
  let reached = -1;
  const once: StageListener = (stage) => {
    const at = designStages.indexOf(stage);
    if (at > reached) onStage(stage);
    reached = Math.max(reached, at);
  };
  return designDevices(wanted, previous, {
    design: (own, before, line) => designDevice(own, before, { onStage: once, line }),
    onStage: once,
  });
}

/** One device in the place of several goes on as the first of them. */
const ofOneDevice = (previous: Design | null): Design | null =>
  previous === null || previous.devices.length < 2 ? previous : viewOfDevice(previous, firstDeviceId);

/** How a device of a design is made: `line` is what it receives, where it is a receiver. */
interface Making {
  onStage: StageListener;
  line: LinkLine | null;
}

/** The device's end of its link for its firmware; none for a device alone. */
function firmwareLink({ link }: Requirements, line: LinkLine | null): FirmwareLink | undefined {
  if (link === undefined) return undefined;
  const { role, radio } = link;
  return role === "sender" ? { role, radio } : { role, radio, line: line ?? { figures: [], everyMs: 2000 } };
}

function designDevice(wanted: Requirements, previous: Design | null, { onStage, line }: Making): DeviceOutcome {
  onStage("parts");
  const { aim, imported: _theirs, ...rest } = wanted;
  const better = aim !== undefined && previous?.status === "ok" ? improve(rest, previous, aim) : null;
  const built = better?.built ?? buildWithin(better?.requirements ?? rest, previous);
  if (isRefusal(built)) return { design: refusedDesign(built, rest, previous), line: null };
  onStage("wiring");
  const { requirements, selection, wiring } = built;
  const { deviceId } = selection;
  const board = { id: selection.board.part.id, name: selection.board.part.name };
  const title = designTitle(requirements, selection.board.part);
  const parts = designParts(wiring.parts, wiring.nets, deviceId);
  const circuit = { parts, nets: wiring.nets };
  const usesWifi = requirements.functions.some((one) => one.id === "talk-wifi");
  onStage("code");
  const link = firmwareLink(requirements, line);
  const firmware = { title, deviceId, requirements, parts: wiring.parts, nets: wiring.nets };
  const input = link === undefined ? firmware : { ...firmware, link };
  const codeFiles = writeFirmware(input);
  onStage("checks");
  const clocks = codeFiles.flatMap(({ content }) => busKhzOf(content) ?? []);
  const i2cKhz = clocks.length === 0 ? null : Math.max(...clocks);
  const checked = checkCircuit(circuit, { requirements, language: requirements.language, usesWifi, i2cKhz });
  const question = clarifyingQuestion(requirements);
  const design = withFirmwareVerdict({
    status: "ok",
    ...(question === null ? {} : { question }),
    title,
    requirements,
    devices: [{ id: deviceId, name: title, board }],
    board,
    parts,
    nets: wiring.nets,
    connections: wiring.connections,
    codeFiles,
    verdict: checked.verdict,
    findings: checked.findings,
    passed: checked.passed,
    power: powerBudget(circuit, requirements),
    cost: costOf(
      wiring.parts.map(({ quantity, owned, part }) => ({ quantity, owned, price: part.price })),
      requirements,
    ),
    designators: greatestDesignators(
      parts.map((part) => part.id),
      previousDesignators(previous),
    ),
  });
  return { design, line: link?.role === "sender" ? sentLine(input) : null };
}

const previousDesignators = (previous: Design | null): Record<string, number> =>
  greatestDesignators(
    (previous?.parts ?? []).map((part) => part.id),
    previous?.designators,
  );
