/** Words of the views that a chat shows at once, in English: key figures, verdicts, names of artifacts. */
export const headTextEn = {
  verdict: { PASS: "Pass", WARNING: "Warning", FAIL: "Fail" },
  severity: { E: "Error", W: "Warning", I: "Advice" },
  readouts: {
    label: "Key figures of the design",
    verdict: "Verdict",
    revision: (number: number) => `revision ${number}`,
    counts: (errors: number, warnings: number, advice: number) =>
      `${errors} error${errors === 1 ? "" : "s"} · ${warnings} warning${warnings === 1 ? "" : "s"} · ${advice} advice`,
    parts: "Parts",
    of: (limit: string) => `of ${limit}`,
    noBudget: "no budget named",
    peak: "Peak",
    peakOn: (rail: string) => `Peak on ${rail}`,
    noLimit: "no known limit",
    perCharge: "Per charge",
    wanted: (life: string) => `wanted ${life}`,
    power: "Power",
    source: { usb: "USB", battery: "Battery", adapter: "Adapter", mains: "Mains" },
    noBattery: "no battery",
    average: (current: string) => `${current} on average`,
    none: "–",
    empty: "no design yet",
  },
  artifact: {
    context: "Context",
    bom: "Parts",
    wiring: "Wiring",
    code: "Code",
    verification: "Checks",
    budget: "Budget",
    datasheet: "Datasheet",
    image: "Picture",
    document: "Document",
  },
  markdown: { image: (alt: string) => `picture: ${alt}` },
};

/** The words that a chat shows at once. */
export type HeadText = typeof headTextEn;
