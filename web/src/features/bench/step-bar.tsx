import { useEffect, useRef } from "preact/hooks";
import type { Connection } from "../../../../src/domain/circuit/design.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { pinLabel } from "../../../../src/views/names/name.ts";
import { useWording } from "../../../../src/views/text/wording.tsx";
import { WireChip } from "../../../../src/views/wiring-list/wire-chip.tsx";
import { text } from "../../text/text.ts";

interface StepBarProps {
  /** In build order. */
  wires: readonly Connection[];
  /** The wire that is laid now. */
  current: Connection;
  netName: string;
  /** Whether this person has laid it; undefined until that is known. */
  isLaid: boolean | undefined;
  onTick: (isLaid: boolean) => void;
  onStep: (step: number | null) => void;
}

/** Building wire by wire: which wire is next, from where to where, and the way on and back. Arrow keys walk, Escape leaves. */
export function StepBar({ wires, current, netName, isLaid, onTick, onStep }: StepBarProps) {
  const wording = useWording();
  const bar = useRef<HTMLFieldSetElement>(null);
  const place = wires.indexOf(current);
  const go = (by: number) => {
    const next = wires[place + by];
    if (next !== undefined) onStep(next.step);
  };
  useEffect(() => bar.current?.querySelector<HTMLButtonElement>(".primary")?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onStep(null);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") go(event.key === "ArrowRight" ? 1 : -1);
    else return;
    event.preventDefault();
  };
  const [from, to] = [pinLabel(current.from), pinLabel(current.to)];
  return (
    <fieldset class="step-bar" ref={bar} onKeyDown={onKeyDown}>
      <legend class="unseen">{text.bench.build}</legend>
      <div class="step-wire" aria-live="polite">
        <p>
          <b>{text.bench.wireOf(place + 1, wires.length)}</b>{" "}
          <span class="mono">
            {from} <span class="quiet">{text.bench.wireTo}</span> {to}
          </span>
        </p>
        <p class="second">
          <WireChip colour={current.colour} /> · <span class="mono">{netName}</span>
          {current.warning === undefined ? null : (
            <span class="severity-W">
              {" "}
              · {wording.text.severity.W}: {current.warning}
            </span>
          )}
        </p>
      </div>
      {isLaid === undefined ? null : (
        <label class="tick">
          <input type="checkbox" checked={isLaid} onChange={(event) => onTick(event.currentTarget.checked)} />
          <span class="unseen">{wording.text.wiring.laidWire(current.step)}</span>
        </label>
      )}
      <button
        type="button"
        class="button"
        aria-label={text.bench.previous}
        aria-disabled={place === 0}
        onClick={() => go(-1)}
      >
        <Icon name="back" />
        <span class="wide-only">{text.bench.previous}</span>
      </button>
      <button type="button" class="button primary" aria-disabled={place === wires.length - 1} onClick={() => go(1)}>
        {text.bench.next}
      </button>
      <button type="button" class="button icon-only" title={text.bench.leaveSteps} onClick={() => onStep(null)}>
        <Icon name="close" />
        <span class="unseen">{text.bench.leaveSteps}</span>
      </button>
    </fieldset>
  );
}
