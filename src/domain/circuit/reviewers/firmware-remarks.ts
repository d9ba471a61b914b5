import type { Look, Remark, Reviewed } from "./remark.ts";
import { remark } from "./remark.ts";

function rungs({ design, say }: Reviewed): Remark | null {
  const file = design.codeFiles.find(({ unitNumber }) => unitNumber === 3);
  if (file === undefined) return null;
  const passed = file.ladder.filter((rung) => rung.passed && rung.evidence !== null).map(({ level }) => level);
  const open = file.ladder.filter(({ evidence }) => evidence === null).map(({ level }) => level);
  const lines = file.content.split("\n").length;
  return remark(
    say(
      `\`${file.filename}\` has ${lines} lines; proven: ${passed.join(", ")}; not run: ${open.join(", ") || "–"}.`,
      `\`${file.filename}\` hat ${lines} Zeilen; belegt: ${passed.join(", ")}; nicht gelaufen: ${open.join(", ") || "–"}.`,
    ),
  );
}

function libraries({ design, say }: Reviewed): Remark | null {
  const all = design.codeFiles.at(-1)?.libraries ?? [];
  const [first] = all;
  if (first === undefined) return null;
  const names = all.map(({ name, version }) => `${name} ${version}`).join(", ");
  return remark(say(`To install: ${names}.`, `Zu installieren: ${names}.`));
}

function startHere({ design, say }: Reviewed): Remark | null {
  const first = design.codeFiles.find(({ unitNumber }) => unitNumber === 1);
  const tested = first?.expectedSerial?.filter((text) => /^\[(ok|look)\]/.test(text)).length ?? 0;
  if (first === undefined || tested === 0) return null;
  return remark(
    say(
      `Upload \`${first.filename}\` first: it tests ${tested} parts one by one at 115200 baud.`,
      `Lade zuerst \`${first.filename}\`: Es testet ${tested} Teile einzeln mit 115200 Baud.`,
    ),
  );
}

function addresses({ design, say }: Reviewed): Remark | null {
  const on = design.parts.flatMap(({ id, value }) =>
    value?.kind === "address" ? [{ id, address: `0x${value.address.toString(16).toUpperCase()}` }] : [],
  );
  if (on.length < 2) return null;
  return remark(
    say(
      `The I2C scan must find ${on.map(({ id, address }) => `${id} at ${address}`).join(", ")}.`,
      `Der I2C-Scan muss ${on.map(({ id, address }) => `${id} unter ${address}`).join(", ")} finden.`,
    ),
    on.map(({ id }) => id),
  );
}

/** What `ohm/firmware` looks at. */
export const lookAtFirmware: Look = (reviewed) => [
  startHere(reviewed),
  addresses(reviewed),
  rungs(reviewed),
  libraries(reviewed),
];
