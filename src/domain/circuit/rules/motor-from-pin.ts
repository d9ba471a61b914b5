import type { CatalogPart } from "../catalogue-part.ts";
import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { sourcesOf } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { say } from "./rule.ts";
import { goodShare, ownAdapterFix } from "./supply-fixes.ts";

/** Servos, motors, pumps and relay coils. A switch module's own input is no motor. */
function isMotor(part: CatalogPart): boolean {
  return part.hangsOn !== undefined || part.functions.some((id) => id === "act-servo" || id === "act-switch-load");
}

/** Pins through which the motor's current flows; contacts of a relay belong to another circuit. */
function powerPins(part: GraphPart): GraphPin[] {
  const hasSupply = part.catalog?.pins.some((pin) => pin.type === "power_in") ?? false;
  return part.pins.filter((pin) => pin.catalog?.type === (hasSupply ? "power_in" : "passive"));
}

const isBoardOutput = (pin: GraphPin) => pin.part.catalog?.board !== undefined && pin.catalog?.type === "power_out";

/** What feeds a motor that must not: a GPIO or a board's regulator. */
function weakFeed(pin: GraphPin): { feed: GraphPin; isGpio: boolean } | null {
  const gpio = pin.node.pins.find((each) => each.part.catalog?.board !== undefined && each.catalog?.gpio !== undefined);
  if (gpio !== undefined) return { feed: gpio, isGpio: true };
  const regulator = sourcesOf(pin.node).find((source) => isBoardOutput(source.pin) && source.nominalVolts < 4);
  return regulator === undefined ? null : { feed: regulator.pin, isGpio: false };
}

/** Whether the source of a rail gives this current beside what it gives already. */
function hasRoom({ power }: RuleInput, node: GraphNode, needMa: number): boolean {
  const rail = power.rails.find(({ id }) => node.nets.some((net) => net.id === id));
  return rail !== undefined && rail.maxMa + needMa <= goodShare * (rail.limitMa ?? Number.POSITIVE_INFINITY);
}

function finding(input: RuleInput, motor: GraphPart, pin: GraphPin): FindingDraft | null {
  const weak = weakFeed(pin);
  if (weak === null) return null;
  const board = weak.feed.part.catalog?.board;
  const limit = weak.isGpio ? board?.pinLimits.designMa : board?.rail3v3ForOthersMa;
  const needs = motor.catalog?.currentMa?.max;
  const rail = input.graph.nodes.find((node) =>
    sourcesOf(node).some((source) => source.volts >= 4.5 && source.volts <= 5.5),
  );
  const fixes = [
    ...(rail === undefined || !hasRoom(input, rail, needs ?? 0)
      ? []
      : [
          {
            label: say(input.language, { en: `Feed ${motor.id} from 5 V`, de: `${motor.id} aus 5 V speisen` }),
            deltaCents: 0,
            patch: [{ op: "move-supply" as const, part: motor.id, rail: rail.id }],
          },
        ]),
    ...ownAdapterFix(input, [pin], { needMa: needs ?? 0 }),
  ];
  return {
    severity: "E",
    message: say(input.language, {
      en: `${motor.id} (${motor.catalog?.name ?? ""}) is fed from ${weak.feed.ref}, ${weak.isGpio ? "a signal pin" : "the board's regulator"}: it takes up to ${needs ?? "?"} mA when it starts. Give it a 5 V supply of its own, with common ground.`,
      de: `${motor.id} (${motor.catalog?.name ?? ""}) hängt an ${weak.feed.ref}, ${weak.isGpio ? "einem Signalpin" : "dem Regler des Boards"}: beim Anlaufen nimmt es bis zu ${needs ?? "?"} mA. Gib ihm eine eigene 5-V-Versorgung mit gemeinsamer Masse.`,
    }),
    nets: netIdsOf(pin.node),
    pins: [pin.ref, weak.feed.ref],
    parts: [motor.id, weak.feed.part.id],
    ...(needs === undefined ? {} : { measured: { value: needs, unit: "mA" } }),
    ...(limit === undefined ? {} : { limit: { value: limit, unit: "mA" } }),
    source: motor.catalog?.sources.currentMa ?? "typical value",
    ...(fixes.length === 0 || pin.catalog?.type !== "power_in" ? {} : { fixes }),
  };
}

/** A motor, servo, pump or coil fed from a GPIO or a board's 3.3 V regulator: E. */
export const motorFromPin: Rule = {
  id: "motor-from-pin",
  check: (input) => {
    const motors = input.graph.parts.filter((part) => part.catalog !== null && isMotor(part.catalog));
    const findings = motors.flatMap((motor) =>
      powerPins(motor)
        .flatMap((pin) => finding(input, motor, pin) ?? [])
        .slice(0, 1),
    );
    const what = say(input.language, {
      en: "motors and coils have a real supply",
      de: "Motoren und Spulen haben eine richtige Versorgung",
    });
    const passed = findings.length === 0 && motors.length > 0 ? { what, parts: motors.map((motor) => motor.id) } : null;
    return { findings, passed };
  },
};

/** More than one servo on the board's own 5 V: W. */
export const manyServos: Rule = {
  id: "many-servos",
  check: (input) => {
    const { graph, language } = input;
    const findings: FindingDraft[] = [];
    for (const node of graph.nodes) {
      const fromBoard = sourcesOf(node).some((source) => isBoardOutput(source.pin) && source.nominalVolts >= 4);
      const servos = node.pins.filter(
        (pin) => pin.catalog?.type === "power_in" && pin.part.catalog?.functions.includes("act-servo"),
      );
      if (!fromBoard || servos.length < 2) continue;
      const needMa = servos.reduce((sum, pin) => sum + (pin.part.catalog?.currentMa?.max ?? 0), 0);
      const fixes = ownAdapterFix(input, servos, { needMa });
      findings.push({
        severity: "W",
        message: say(language, {
          en: `${servos.length} servos hang on the board's own 5 V: when they start together the board resets. Give them a 5 V supply of their own.`,
          de: `${servos.length} Servos hängen an den 5 V des Boards: laufen sie zusammen an, startet das Board neu. Gib ihnen eine eigene 5-V-Versorgung.`,
        }),
        nets: netIdsOf(node),
        pins: servos.map((pin) => pin.ref),
        parts: servos.map((pin) => pin.part.id),
        measured: { value: servos.length, unit: "servos" },
        limit: { value: 1, unit: "servos" },
        source: "Arduino reference, Servo: more than one or two need a supply of their own, not the board's 5V pin",
        ...(fixes.length === 0 ? {} : { fixes }),
      });
    }
    return { findings, passed: null };
  },
};
