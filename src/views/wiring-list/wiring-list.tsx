import { Fragment } from "preact";
import type { Connection, Design } from "../../domain/circuit/design.ts";
import { splitPin } from "../../domain/circuit/pins/pin-ref.ts";
import { DeviceHeading } from "../device-heading/device-heading.tsx";
import { Figure } from "../figures/figure.tsx";
import { voltage } from "../figures/format-figure.ts";
import { Icon } from "../icon/icon.tsx";
import { pinLabel } from "../names/name.ts";
import { activating, NameChip, useNames } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";
import { WireChip } from "./wire-chip.tsx";

export interface WiringListProps {
  design: Pick<Design, "connections" | "nets" | "devices" | "parts">;
  /** Step of the wire that is laid now, if somebody builds wire by wire. */
  shownStep?: number | null;
  /** Shows a wire in the diagram; absent where there is none beside the list. */
  onShowStep?: (step: number) => void;
  /** Ids of the wires that this person has laid; absent where nobody is to tick. */
  ticked?: ReadonlySet<string> | undefined;
  onTick?: (wire: string, isLaid: boolean) => void;
}

/** Every wire in build order, from pin to pin, with the name of its colour. */
export function WiringList({ design, shownStep, onShowStep, ticked, onTick }: WiringListProps) {
  const { text } = useWording();
  const netNames = new Map(design.nets.map((net) => [net.id, net.name]));
  const wires = [...design.connections].sort((one, other) => one.step - other.step);
  return (
    <section class="sheet-stack">
      <h2 class="sheet-title">
        {text.artifact.wiring}{" "}
        <small>
          {text.wiring.wires(wires.length)} · {text.wiring.nets(design.nets.length)}
          {ticked === undefined ? null : (
            <> · {text.wiring.laid(wires.filter(({ id }) => ticked.has(id)).length, wires.length)}</>
          )}
        </small>
      </h2>
      <div class="sheet scroll-x">
        <table class={`wiring-table${ticked === undefined ? "" : " with-ticks"}`}>
          <caption class="unseen">{text.wiring.caption}</caption>
          <thead>
            <tr>
              {ticked === undefined ? null : <th scope="col">{text.wiring.tick}</th>}
              <th scope="col" class="number">
                {text.wiring.step}
              </th>
              <th scope="col">{text.wiring.from}</th>
              <th scope="col">{text.wiring.to}</th>
              <th scope="col">{text.wiring.wire}</th>
              <th scope="col">{text.wiring.net}</th>
              <th scope="col" class="number">
                {text.wiring.level}
              </th>
              <th scope="col">{text.wiring.note}</th>
            </tr>
          </thead>
          {wiresByDevice(design, wires).map(([deviceId, own]) => (
            <Fragment key={deviceId}>
              <DeviceHeading
                design={design}
                deviceId={deviceId}
                before={undefined}
                columns={ticked === undefined ? 7 : 8}
              />
              <tbody>
                {own.map((wire) => (
                  <WireRow
                    key={wire.id}
                    wire={wire}
                    netName={netNames.get(wire.net) ?? wire.net}
                    isShown={wire.step === shownStep}
                    onShow={onShowStep}
                    isLaid={ticked?.has(wire.id)}
                    onTick={onTick}
                  />
                ))}
              </tbody>
            </Fragment>
          ))}
        </table>
      </div>
    </section>
  );
}

/** Wires of each device in their order; all of them in one where the design has one device. */
function wiresByDevice({ devices, parts }: WiringListProps["design"], wires: Connection[]): [string, Connection[]][] {
  if (devices.length < 2) return [["", wires]];
  const owners = new Map(parts.map(({ id, deviceId }) => [id, deviceId]));
  return devices.map(({ id }) => [id, wires.filter(({ from }) => owners.get(splitPin(from).partId) === id)]);
}

interface WireRowProps {
  wire: Connection;
  netName: string;
  isShown: boolean;
  onShow: WiringListProps["onShowStep"];
  /** undefined where nobody is to tick. */
  isLaid: boolean | undefined;
  onTick: WiringListProps["onTick"];
}

function WireRow({ wire, netName, isShown, onShow, isLaid, onTick }: WireRowProps) {
  const { text, locale } = useWording();
  const { lit, onActivate } = useNames();
  return (
    <tr
      class={`${isShown || lit.wires.has(wire.id) ? "lit" : ""}${isLaid ? " laid" : ""}`}
      {...activating({ kind: "wire", id: wire.id }, onActivate)}
    >
      {isLaid === undefined ? null : (
        <td class="tick-cell">
          <label class="tick">
            <input
              type="checkbox"
              checked={isLaid}
              onChange={(event) => onTick?.(wire.id, event.currentTarget.checked)}
            />
            <span class="unseen">{text.wiring.laidWire(wire.step)}</span>
          </label>
        </td>
      )}
      <td class="number quiet">
        {onShow === undefined ? (
          wire.step
        ) : (
          <button type="button" class="step-link" title={text.wiring.show(wire.step)} onClick={() => onShow(wire.step)}>
            {wire.step}
          </button>
        )}
      </td>
      <td>
        <NameChip name={{ kind: "pin", id: wire.from }}>{pinLabel(wire.from)}</NameChip>
      </td>
      <td>
        <NameChip name={{ kind: "pin", id: wire.to }}>{pinLabel(wire.to)}</NameChip>
      </td>
      <td>
        <WireChip colour={wire.colour} />
      </td>
      <td>
        <NameChip name={{ kind: "net", id: wire.net }}>{netName}</NameChip>
      </td>
      <td class="number">
        {wire.volts === null ? (
          <span class="quiet">{text.readouts.none}</span>
        ) : (
          <Figure of={voltage(wire.volts, locale)} />
        )}
      </td>
      <td class="note-cell">
        {wire.note}
        {wire.warning === undefined ? null : (
          <span class="second severity-W">
            <Icon name="warning" /> {wire.warning}
          </span>
        )}
      </td>
    </tr>
  );
}
