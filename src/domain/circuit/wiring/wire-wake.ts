import { sleepsBetween } from "../requirements/assumptions.ts";
import type { WiringDraft } from "./wiring-draft.ts";

/**
 * The wire without which some boards never wake from deep sleep: an ESP8266 restarts itself through its reset pin. Only a device that
 * sleeps gets it. Answers the board pins that it takes.
 */
export function wireWake(draft: WiringDraft): string[] {
  const link = draft.board.part.board?.wakeLink;
  const { power } = draft.requirements;
  if (link === undefined || power.source !== "battery" || !sleepsBetween(draft.requirements)) return [];
  const { id } = draft.board;
  draft.join({ id: "WAKE", kind: "signal", volts: draft.board.part.board?.logicVolts ?? null }, `${id}:${link.from}`);
  draft.join({ id: "WAKE", kind: "signal", volts: null }, `${id}:${link.to}`);
  draft.warn(`${id}:${link.to}`, {
    en: "This wire wakes the board from sleep. Take it off while you upload, or the upload fails.",
    de: "Dieser Draht weckt das Board aus dem Schlaf. Ziehe ihn beim Hochladen ab, sonst scheitert es.",
  });
  return [link.from, link.to];
}
