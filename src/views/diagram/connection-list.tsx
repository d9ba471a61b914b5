import type { Connection } from "../../domain/circuit/design.ts";
import type { DiagramLayout } from "../../domain/picture/diagram-layout.ts";
import type { DiagramWords } from "./diagram-words.ts";

/** A pad as people read it: `U1.21`. */
export function pinText(pin: string): string {
  return pin.replace(":", ".");
}

/** All connections in words, for those who do not see the picture. Hidden from the eye, not from screen readers. */
export function ConnectionList({
  connections,
  layout,
  words,
}: {
  connections: Connection[];
  layout: DiagramLayout;
  words: DiagramWords;
}) {
  const names = new Map(layout.wires.map((wire) => [wire.id, wire.netName]));
  return (
    <figcaption class="dg-words">
      <p>{words.connections}</p>
      <ol>
        {connections
          .toSorted((a, b) => a.step - b.step)
          .map(({ id, step, net, from, to, colour }) => (
            <li key={id}>
              {words.wire({
                step,
                net: names.get(id) ?? net,
                from: pinText(from),
                to: pinText(to),
                colour: words.colours[colour],
              })}
            </li>
          ))}
      </ol>
    </figcaption>
  );
}
