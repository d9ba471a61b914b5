import type { Connection } from "../../domain/circuit/design.ts";
import type { DiagramLayout } from "../../domain/picture/diagram-layout.ts";
import { useWording } from "../text/wording.tsx";

/** A pad as people read it: `U1.21`. */
export function pinText(pin: string): string {
  return pin.replace(":", ".");
}

/** All connections in words, for those who do not see the picture. Hidden from the eye, not from screen readers. */
export function ConnectionList({ connections, layout }: { connections: Connection[]; layout: DiagramLayout }) {
  const { text } = useWording();
  const names = new Map(layout.wires.map((wire) => [wire.id, wire.netName]));
  return (
    <figcaption class="dg-words">
      <p>{text.diagram.connections}</p>
      <ol>
        {connections
          .toSorted((a, b) => a.step - b.step)
          .map(({ id, step, net, from, to, colour }) => (
            <li key={id}>
              {text.diagram.wire({
                step,
                net: names.get(id) ?? net,
                from: pinText(from),
                to: pinText(to),
                colour: text.wire[colour],
              })}
            </li>
          ))}
      </ol>
    </figcaption>
  );
}
