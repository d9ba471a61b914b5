/** Words of the Power tab in English. */
export const powerTextEn = {
  rails: "Budget per rail",
  railsNote: "strong is typical, faint is peak, the mark is what the source gives",
  railsCaption: "Current per rail against what its source gives",
  rail: "Rail",
  source: "Source",
  load: "Load, peak by part",
  typical: "Typical",
  peak: "Peak",
  limit: "Limit",
  used: "Used",
  life: "Life per charge",
  fromCell: (hours: string, capacity: string, usable: string) =>
    `about ${hours} hours from ${capacity} mAh, ${usable} usable, in`,
  every: "Wakes every",
  always: "always awake",
  awakeFor: "Awake for",
  onlyReckoned: "Only reckoned here: the sliders change nothing in the design.",
  ask: (interval: string) => `Ask for ${interval}`,
  askMessage: (minutes: number) =>
    minutes % 60 === 0
      ? minutes === 60
        ? "Measure every hour"
        : `Measure every ${minutes / 60} hours`
      : minutes === 1
        ? "Measure every minute"
        : `Measure every ${minutes} minutes`,
  back: "Back to the design's own",
  chart: "Life over the time between wakes; both scales are logarithmic.",
  thisDesign: "this design",
  withoutBoard: (board: string) => `if ${board} itself took nothing asleep`,
  charge: "Where the charge goes",
  flows: "While it lasts",
  time: "Of the time",
  mean: "Mean, from the cell",
  share: "Of the charge",
  average: "Average",
  goes: {
    board: "Asleep: the board alone, its regulator, USB chip and LED",
    others: "Asleep: everything else",
    awake: "Awake: measure, show, send",
    module: "Charger and converter, always",
  },
  assumptions: "What was assumed",
  noFigures: "This revision was made before the figures behind its life were kept. The next change brings them.",
  noBattery: (source: string) => `No battery: it runs from ${source}.`,
  noBatteryTeaches:
    "So there is no life per charge to reckon. With a cell you would see it here, and how it grows with the time asleep. For example a 3250 mAh cell at 23 mA on average: 3250 × 0.8 ÷ 23 = 113 hours, not quite five days.",
  askBattery: "Run it on a battery",
};

/** Words of the Power tab. */
export type PowerText = typeof powerTextEn;
