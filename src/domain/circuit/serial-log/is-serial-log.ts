/** A line of Unit 1, or of a running device, wherever a monitor's time stamp puts it. */
const ownLine = /^[^A-Za-z[]{0,40}\[(?:ok|fail|look|done|read|raw|press)\]/;
/** What boards print of themselves. */
const bootLine =
  /^(?:ets [A-Z][a-z]{2} |rst:0x|Guru Meditation|Brownout detector|Backtrace:|MPY: |ESP-ROM:|abort\(\) was called)/;

/** Whether a text, or most of it, was copied from a serial monitor: lines of our units, of a board's start, or characters of a wrong baud rate. */
export function isSerialLog(text: string): boolean {
  const lines = text.split(/\r\n|[\r\n]/).slice(0, 2000);
  return lines.some((line) => ownLine.test(line) || bootLine.test(line.trim())) || isNoise(text);
}

/** Lines that are none of a log: what the person says about it. */
export function saidBeside(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/);
  const first = lines.findIndex((line) => ownLine.test(line) || bootLine.test(line.trim()));
  const last = lines.findLastIndex((line) => ownLine.test(line) || bootLine.test(line.trim()));
  return first < 0 ? "" : [...lines.slice(0, first), ...lines.slice(last + 1)].join("\n");
}

/** Three replacement characters or more, and few words: nobody writes that. */
function isNoise(text: string): boolean {
  const strange = text.match(/[\ufffd\u25a1\u2e2e]/g)?.length ?? 0;
  return strange >= 3 && strange > text.replace(/\s/g, "").length * 0.1;
}

/** Catalogue ids in a log's lines that a design does not have: the log of another one. */
export function foreignParts(log: string, catalogIds: ReadonlySet<string>): string[] {
  const named = [...log.matchAll(/\[(?:ok|fail|look)\]\s*([a-z0-9][a-z0-9-]{2,40})\s+[A-Z]+\d+/g)].map(
    ([, id = ""]) => id,
  );
  return [...new Set(named)].filter((id) => !catalogIds.has(id));
}
