import { partById } from "../catalogue/catalogue.ts";
import type { CodeFile, Design, DesignNet, DesignPart, LadderRung } from "../design.ts";
import { viewOfDevice } from "../devices/device-view.ts";
import { mergeDesigns } from "../devices/merge-designs.ts";
import { busKhzOf } from "../firmware/bus-clock.ts";
import { checkFirmware } from "../firmware/check-firmware.ts";
import { withFirmwareVerdict } from "../firmware/judge-firmware.ts";
import { climbLadder, isProductionReady } from "../firmware/ladder.ts";
import { climbPythonLadder } from "../firmware/python/python-ladder.ts";
import { powerBudget } from "../power/power-budget.ts";
import { checkCircuit } from "../rules/check-circuit.ts";

/** Parts whose pins say in which net they end by these nets. */
export function partsOn(parts: readonly DesignPart[], nets: readonly DesignNet[]): DesignPart[] {
  const netOf = new Map(nets.flatMap(({ id, pins }) => pins.map((pin) => [pin, id] as const)));
  return parts.map((part) => ({
    ...part,
    pins: part.pins.map(({ name, type }) => {
      const net = netOf.get(`${part.id}:${name}`);
      return { name, type, ...(net === undefined ? {} : { net }) };
    }),
  }));
}

/** What a program gets wrong about the wiring, worse than a note. */
export function disagreesWithWiring(file: CodeFile, { parts, nets }: Pick<Design, "parts" | "nets">): boolean {
  const own = parts.filter(({ deviceId }) => deviceId === file.deviceId);
  return checkFirmware(file, { parts: own, nets }).some(({ severity }) => severity !== "I");
}

/** The file with the rungs that its text and these wires prove; a rung that rests on its text alone stays. */
function climbedAgain(file: CodeFile, { parts, nets }: Pick<Design, "parts" | "nets">): CodeFile {
  const wired = parts.flatMap(({ id, catalogId, value, deviceId }) => {
    const part = deviceId === file.deviceId ? partById(catalogId ?? "") : undefined;
    return part === undefined ? [] : [{ id, part, value }];
  });
  const climbed = file.language === "python" ? climbPythonLadder(file, wired, nets) : climbLadder(file, wired, nets);
  const ladder = climbed.map((rung) => (rung.level === "L1" ? (file.ladder.find(isL1) ?? rung) : rung));
  return { ...file, ladder, productionReady: isProductionReady(file.unitNumber, ladder) };
}

const isL1 = ({ level }: LadderRung): boolean => level === "L1";

/** The same parts, wires and code with what the checker says of them now: verdict, findings, power, and the rungs of the ladder. */
export function recheckDesign(design: Design): Design {
  const { devices } = design.requirements;
  if (devices !== undefined && design.devices.length > 1) {
    const checked = design.devices.map(({ id }) => ({ id, design: recheckDesign(viewOfDevice(design, id)) }));
    const { verdict, findings, passed, power, codeFiles } = mergeDesigns(checked, design.requirements, design.title);
    return { ...design, verdict, findings, passed, power, codeFiles };
  }
  const { parts, nets, requirements } = design;
  const { language } = requirements;
  const usesWifi = requirements.functions.some(({ id }) => id === "talk-wifi");
  const clocks = design.codeFiles.flatMap(({ content }) => busKhzOf(content) ?? []);
  const i2cKhz = clocks.length === 0 ? null : Math.max(...clocks);
  const { verdict, findings, passed } = checkCircuit({ parts, nets }, { requirements, language, usesWifi, i2cKhz });
  const codeFiles = design.codeFiles.map((file) => climbedAgain(file, design));
  const power = powerBudget({ parts, nets }, requirements);
  return withFirmwareVerdict({ ...design, codeFiles, verdict, findings, passed, power });
}
