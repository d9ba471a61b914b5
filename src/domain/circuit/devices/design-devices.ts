import { pairTitle } from "../assembly/design-title.ts";
import { refusedDesign } from "../assembly/refused-design.ts";
import { partById } from "../catalogue/catalogue.ts";
import type { Design } from "../design.ts";
import type { Refusal, StageListener } from "../design-stages.ts";
import type { LinkLine } from "../firmware/link-line.ts";
import type { Aim, DeviceWishes, Requirements } from "../requirements.ts";
import { greatestDesignators } from "../selection/designators.ts";
import { dollars } from "../short-forms.ts";
import { viewOfDevice } from "./device-view.ts";
import type { DesignedDevice } from "./merge-designs.ts";
import { mergeDesigns } from "./merge-designs.ts";
import { refuseLink } from "./refuse-link.ts";
import { nameOf, wholeRequirements } from "./whole-requirements.ts";

/** One device that was designed, with what it sends where it is a sender. */
export interface DeviceOutcome {
  design: Design;
  line: LinkLine | null;
}

/** Designs one device from its own requirements and its own part of the design before; a receiver is told what is sent to it. */
export type DesignDevice = (wanted: Requirements, previous: Design | null, line: LinkLine | null) => DeviceOutcome;

/** What the designs of all devices share: what was before, and the designators that were ever given. */
interface Bench {
  previous: Design | null;
  design: DesignDevice;
  designators: Record<string, number>;
}

/** The device in the design before, knowing every designator of the chat; without one, only those. */
function before({ previous, designators }: Bench, { id, requirements }: DeviceWishes): Design | null {
  if (previous === null) return Object.keys(designators).length === 0 ? null : ledgerOnly(requirements, designators);
  const known =
    previous.status === "ok" && previous.requirements.devices === undefined ? onlyFirst(previous, id) : previous;
  if (known === null || (known.requirements.devices !== undefined && !known.devices.some((device) => device.id === id)))
    return ledgerOnly(requirements, designators);
  return { ...viewOfDevice(known, id), designators };
}

/** A design with one device that becomes one with two goes on as its first. */
const onlyFirst = (previous: Design, id: string): Design | null =>
  previous.devices.some((device) => device.id === id) ? previous : null;

/** A design without anything but the numbers that are taken. */
function ledgerOnly(requirements: Requirements, designators: Record<string, number>): Design {
  const nothing: Refusal = { kind: "needs_answer", reason: "", question: null };
  return { ...refusedDesign(nothing, requirements, null), designators };
}

function designatorsOf(previous: Design | null): Record<string, number> {
  return greatestDesignators(
    (previous?.parts ?? []).map(({ id }) => id),
    previous?.designators,
  );
}

/** All devices one after the other, each counting on from the one before it; the first refusal ends it. */
function designEach(
  devices: readonly DeviceWishes[],
  { previous, design }: Bench,
): DesignedDevice[] | { refused: DesignedDevice } {
  const done: DesignedDevice[] = [];
  let designators = designatorsOf(previous);
  let line: LinkLine | null = null;
  for (const device of devices) {
    const bench = { previous, design, designators };
    const outcome = design(device.requirements, before(bench, device), line);
    const one = { id: device.id, design: outcome.design };
    if (outcome.design.status !== "ok") return { refused: one };
    line ??= outcome.line;
    designators = greatestDesignators(
      Object.keys(designators).map((prefix) => `${prefix}${designators[prefix]}`),
      outcome.design.designators,
    );
    done.push(one);
  }
  return done;
}

const totalOf = (designs: readonly DesignedDevice[]): number =>
  designs.reduce((sum, { design }) => sum + design.cost.totalCents, 0);

/** The devices with as much of the budget as the others leave to each, first the one and then the other. */
function withinBudget(
  devices: readonly DeviceWishes[],
  free: DesignedDevice[],
  { cents, ...bench }: Bench & { cents: number },
): DesignedDevice[] {
  let kept = free;
  for (const [at] of devices.entries()) {
    const total = totalOf(kept);
    const own = kept[at]?.design.cost.totalCents ?? 0;
    if (total <= cents) return kept;
    const limit = cents - (total - own);
    const limited = devices.map((device, index): DeviceWishes => {
      if (index > at) return device;
      const room = index === at ? limit : (kept[index]?.design.cost.totalCents ?? 0);
      const budget = { cents: Math.max(1, room), hard: false, currency: "USD", displayCents: Math.max(1, room) };
      return { ...device, requirements: { ...device.requirements, budget } };
    });
    const next = designEach(limited, bench);
    if (!Array.isArray(next)) return kept;
    if (totalOf(next) < total) kept = next;
  }
  return kept;
}

/** Each device improved in turn, until the asked amount is reached; one that does not run on a battery has no life to lengthen. */
function withAim(devices: readonly DeviceWishes[], aim: Aim, previous: Design): DeviceWishes[] {
  const lasts = previous.power.devices ?? [];
  const meant =
    aim.kind === "longer-life" && lasts.length > 0
      ? devices.filter(({ id }) => lasts.some((one) => one.deviceId === id))
      : devices;
  return devices.map((device) =>
    meant.includes(device) ? { ...device, requirements: { ...device.requirements, aim } } : device,
  );
}

/** The first device that reaches the amount alone is the only one that changes; where none does, all of them. */
function improved(
  devices: readonly DeviceWishes[],
  aim: Aim,
  bench: Bench & { previous: Design },
): DesignedDevice[] | { refused: DesignedDevice } {
  const all = withAim(devices, aim, bench.previous);
  if (aim.kind !== "cheaper" || aim.byCents === undefined) return designEach(all, bench);
  const wanted = bench.previous.cost.totalCents - aim.byCents;
  for (const [at] of devices.entries()) {
    const alone = devices.map((device, index) => (index === at ? (all[index] ?? device) : device));
    const designs = designEach(alone, bench);
    if (Array.isArray(designs) && totalOf(designs) <= wanted) return designs;
  }
  return designEach(all, bench);
}

/** What came of an improvement, by device; what one of them reached is reached. */
function outcomeOf(designs: readonly DesignedDevice[], aim: Aim, previous: Design): Requirements["improved"] {
  const told = designs.flatMap(({ id, design: { requirements } }) =>
    requirements.improved === undefined ? [] : [{ id, requirements, ...requirements.improved }],
  );
  const reached = told.filter((one) => one.reached);
  const shown = reached.length > 0 ? reached : told;
  if (shown.length === 0) return undefined;
  const text = shown.map((one) => `${nameOf(one)}: ${one.text}`).join("; ");
  const saved = previous.cost.totalCents - totalOf(designs);
  const isShort = aim.byCents !== undefined && saved < aim.byCents && reached.length > 0;
  const german = (aim.language ?? previous.requirements.language) === "de";
  const short = german
    ? `; zusammen ${dollars(saved)} weniger, weiter geht es nicht`
    : `; ${dollars(saved)} less together, which is as far as it goes`;
  return { reached: reached.length > 0, text: isShort ? `${text}${short}` : text };
}

function refusedFor(one: DesignedDevice, wanted: Requirements, previous: Design | null): Design {
  const { design } = one;
  const name = nameOf({ id: one.id, requirements: design.requirements });
  const { question } = design;
  const refusal: Refusal = {
    kind: design.status === "unsupported" ? "unsupported" : "needs_answer",
    reason: `${name}: ${design.reason ?? ""}`,
    question:
      question === undefined
        ? null
        : { text: question.text, answers: question.answers.map((answer) => `${answer} (${name})`) },
  };
  return refusedDesign(refusal, wanted, previous);
}

function titleOf(designs: readonly DesignedDevice[], whole: Requirements): string {
  return pairTitle(
    whole,
    designs.flatMap(({ design }) => partById(design.board.id) ?? []),
  );
}

/**
 * Requirements of several devices to one checked design: each is designed as a design of its own, from its own part of the design before, with
 * designators that are given once in the whole; then they are put side by side. The budget is that of all of them. One that cannot be
 * designed refuses the whole, with its name in the answers.
 */
export function designDevices(
  wanted: Requirements,
  previous: Design | null,
  { design, onStage }: { design: DesignDevice; onStage: StageListener },
): Design {
  const { aim, devices: own = [], ...rest } = wanted;
  // One language for all of them, whoever asks for it.
  const devices = own.map(
    (device): DeviceWishes =>
      device.requirements.firmware === rest.firmware
        ? device
        : { ...device, requirements: { ...device.requirements, firmware: rest.firmware } },
  );
  const refusal = refuseLink(devices);
  const whole = { ...rest, devices };
  if (refusal !== null) return refusedDesign(refusal, whole, previous);
  onStage("parts");
  const bench: Bench = { previous, design, designators: {} };
  const isImproving = aim !== undefined && previous?.status === "ok";
  const free = isImproving ? improved(devices, aim, { ...bench, previous }) : designEach(devices, bench);
  if (!Array.isArray(free)) return refusedFor(free.refused, whole, previous);
  const cents = wanted.budget?.cents ?? Number.POSITIVE_INFINITY;
  const designs = !isImproving && totalOf(free) > cents ? withinBudget(devices, free, { ...bench, cents }) : free;
  const told = isImproving ? outcomeOf(designs, aim, previous) : undefined;
  const kept = wholeRequirements({ ...whole, ...(told === undefined ? {} : { improved: told }) }, devices);
  return mergeDesigns(designs, kept, titleOf(designs, whole));
}
