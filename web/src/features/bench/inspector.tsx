import type { ComponentChildren } from "preact";
import type { Connection, Design, DesignNet, DesignPart } from "../../../../src/domain/circuit/design.ts";
import { Figure } from "../../../../src/views/figures/figure.tsx";
import { current, voltage } from "../../../../src/views/figures/format-figure.ts";
import { pinLabel } from "../../../../src/views/names/name.ts";
import { useNames } from "../../../../src/views/names/names-context.tsx";
import { WireChip } from "../../../../src/views/wiring-list/wire-chip.tsx";
import { text } from "../../text/text.ts";

/** What is looked at, in one line under the picture. The line keeps its place when nothing is. */
export function Inspector({ design }: { design: Design }) {
  const { active, lit } = useNames();
  const wires = design.connections.filter((wire) => lit.wires.has(wire.id));
  const part = active?.kind === "part" ? design.parts.find(({ id }) => id === active.id) : undefined;
  const net = design.nets.find(({ id }) => lit.nets.has(id));
  if (part !== undefined) return <PartLine part={part} wires={wires} />;
  if (net !== undefined) return <NetLine net={net} wires={wires} />;
  return (
    <p class="inspector quiet">
      <span class="mouse-only">{text.bench.lookAt}</span>
      <span class="touch-only">{text.bench.tapAt}</span>
    </p>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PartLine({ part, wires }: { part: DesignPart; wires: Connection[] }) {
  return (
    <dl class="inspector">
      <Fact label={text.bench.part}>
        <span class="mono">{part.id}</span> {part.name}
      </Fact>
      {part.supplyVolts === null ? null : (
        <Fact label={text.bench.supply}>
          <Figure of={voltage(part.supplyVolts.min, text.locale)} /> –{" "}
          <Figure of={voltage(part.supplyVolts.max, text.locale)} />
        </Fact>
      )}
      {part.currentMa === null ? null : (
        <Fact label={text.bench.peak}>
          <Figure of={current(part.currentMa.max, text.locale)} />
        </Fact>
      )}
      <StepsFact wires={wires} />
    </dl>
  );
}

function NetLine({ net, wires }: { net: DesignNet; wires: Connection[] }) {
  const colour = wires[0]?.colour;
  return (
    <dl class="inspector">
      <Fact label={text.bench.net}>
        <span class="mono">{net.name}</span> {colour === undefined ? null : <WireChip colour={colour} />}
      </Fact>
      <Fact label={text.bench.pins}>
        {net.pins.map((pin) => (
          <span key={pin} class="name lit">
            {pinLabel(pin)}
          </span>
        ))}
      </Fact>
      {net.volts === null ? null : (
        <Fact label={text.bench.level}>
          <Figure of={voltage(net.volts, text.locale)} />
        </Fact>
      )}
      <StepsFact wires={wires} />
    </dl>
  );
}

function StepsFact({ wires }: { wires: Connection[] }) {
  if (wires.length === 0) return null;
  return <Fact label={text.bench.wiringSteps}>{wires.map(({ step }) => step).join(", ")}</Fact>;
}
