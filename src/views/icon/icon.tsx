/** Strokes of every icon in a 16 x 16 box. */
const strokes = {
  mark: "M2.5 13.5h3.6v-1.9a4.6 4.6 0 1 1 3.8 0v1.9h3.6",
  plus: "M8 3v10M3 8h10",
  chat: "M2.5 3.5h11v7.5H7L4 13.5V11H2.5z",
  bench: "M2.5 3h11v7h-11zM5 13.5 6 10M11 13.5 10 10",
  parts: "M2.5 3h11v10h-11zM2.5 6.5h11M6.5 6.5V13",
  wiring: "M3 3.5h2v2H3zM11 10.5h2v2h-2zM5 4.5h3.5v7H11",
  code: "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5",
  checks: "M2.5 2.5h11v11h-11zM5 8l2.2 2.2L11 6",
  settings:
    "M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M8 1.8v2.1M8 12.1v2.1M1.8 8h2.1M12.1 8h2.1M3.6 3.6l1.5 1.5M10.9 10.9l1.5 1.5M12.4 3.6l-1.5 1.5M5.1 10.9l-1.5 1.5",
  command:
    "M5.5 5.5h5v5h-5zM5.5 5.5V4A1.5 1.5 0 1 0 4 5.5zM10.5 5.5V4A1.5 1.5 0 1 1 12 5.5zM5.5 10.5V12A1.5 1.5 0 1 1 4 10.5zM10.5 10.5V12a1.5 1.5 0 1 0 1.5-1.5z",
  person: "M8 2.8a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2M3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4",
  people:
    "M6 3.3a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6M1.5 13c.3-2.4 2-3.7 4.5-3.7s4.2 1.3 4.5 3.7M10.5 3.5a2.2 2.2 0 0 1 0 4.3M12 9.6c1.5.5 2.3 1.7 2.5 3.4",
  project: "M2 4h4.5L8 6h6v7H2z",
  archive: "M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.5h3",
  restore: "M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3",
  collapse: "M8.5 4l-4 4 4 4M12.5 4l-4 4 4 4",
  expand: "M3.5 4l4 4-4 4M7.5 4l4 4-4 4",
  swap: "M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13",
  key: "M10.5 3a2.5 2.5 0 1 1-2.3 3.5L2.5 9.5v2h2V10h2V8.5l1.7-.9",
  leave: "M6.5 3h-4v10h4M6 8h7.5M10.5 5l3 3-3 3",
  context: "M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2",
  error: "M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM6 6l4 4M10 6l-4 4",
  advice: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 7.3v3.4M8 5.2v.2",
  check: "M3 8.5 6.3 12 13 4.5",
  send: "M8 13V3M4 7l4-4 4 4",
  stop: "M4.5 4.5h7v7h-7z",
  back: "M10 3 5 8l5 5",
  down: "M4 6.5 8 10.5l4-4",
  step: "M3.5 3.5 9.5 8l-6 4.5zM12.5 3.5v9",
  zoomIn: "M8 4v8M4 8h8",
  zoomOut: "M4 8h8",
  fit: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  close: "M4 4l8 8M12 4l-8 8",
  more: "M3.5 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8M8 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8M12.5 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8",
  reply: "M6.5 4 3 7.5 6.5 11M3 7.5h6a4 4 0 0 1 4 4v1",
  edit: "M3 13h2.5L13 5.5 10.5 3 3 10.5zM9 4.5 11.5 7",
  trash: "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.6 9h5.8l.6-9",
  forth: "M6 3l5 5-5 5",
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
