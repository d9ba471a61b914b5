/** The goals that can be run with one click, by their drawing; their words are `text.start.goals`. */
export const examples = ["station", "alarm", "soil"] as const;
export type Example = (typeof examples)[number];

/** What the engine makes of an example: parts, and their price in US cents. */
export interface ExampleFigures {
  parts: number;
  totalCents: number;
}
