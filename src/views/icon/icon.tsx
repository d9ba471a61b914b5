/** Strokes of every icon in a 16 x 16 box. */
const strokes = {
  mark: "M2.5 13.500h3.600v-1.900a4.600 4.600 0 1 1 3.800 0v1.900h3.600",
  plus: "M8 3v10M3 8h10",
  chat: "M2.5 3.5h11v7.5H7L4 13.5V11H2.5z",
  bench: "M2.5 3h11v7h-11zM5 13.5 6 10M11 13.5 10 10",
  parts: "M2.5 3h11v10h-11zM2.5 6.5h11M6.5 6.5V13",
  wiring: "M3 3.5h2v2H3zM11 10.5h2v2h-2zM5 4.5h3.5v7H11",
  code: "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5",
  checks: "M2.5 2.5h11v11h-11zM5 8l2.2 2.2L11 6",
  context: "M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2",
  error: "M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM6 6l4 4M10 6l-4 4",
  advice: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 7.3v3.4M8 5.2v.2",
  check: "M3 8.5 6.3 12 13 4.5",
  send: "M8 13V3M4 7l4-4 4 4",
  stop: "M4.5 4.5h7v7h-7z",
  back: "M10 3 5 8l5 5",
  down: "M4 6.5 8 10.5l4-4",
  step: "M3.5 3.5 9.500 8l-6 4.500zM12.5 3.500v9",
  zoomIn: "M8 4v8M4 8h8",
  zoomOut: "M4 8h8",
  fit: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  close: "M4 4l8 8M12 4l-8 8",
  offline: "M2.5 2.5l11 11M3 7.5a8 8 0 0 1 2.5-1.7M8 5.3c2 0 3.7.8 5 2.2M5.5 10a4 4 0 0 1 2-1.1M8 12.8v.2",
} as const;

/** Names of the icons. */
export type IconName = keyof typeof strokes;

/** A line icon beside a word; it never stands for the word alone, so readers skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
