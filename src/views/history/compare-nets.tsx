import type { ComparedNet, DesignComparison } from "../../domain/circuit/compare-revisions.ts";
import { pinLabel } from "../names/name.ts";
import { useWording } from "../text/wording.tsx";
import { WireChip } from "../wiring-list/wire-chip.tsx";
import { Section, Sign } from "./compare-section.tsx";

/** Nets that came, went, and those that lost or won pins. */
export function NetChanges({ nets }: { nets: DesignComparison["nets"] }) {
  const { text } = useWording();
  const amount = nets.added.length + nets.removed.length + nets.changed.length;
  if (amount === 0) return null;
  return (
    <Section title={text.history.nets} note={text.history.netsChanged(amount)}>
      <table class="dense changes">
        <caption class="unseen">{text.history.nets}</caption>
        <tbody>
          {nets.removed.map((net) => (
            <NetRow key={`- ${net.name}`} op="went" net={net} marked={net.pins} />
          ))}
          {nets.added.map((net) => (
            <NetRow key={`+ ${net.name}`} op="came" net={net} marked={net.pins} />
          ))}
          {nets.changed.map(({ before, after, gone, come }) => [
            gone.length === 0 ? null : <NetRow key={`- ${after.name}`} op="went" net={before} marked={gone} />,
            come.length === 0 ? null : <NetRow key={`+ ${after.name}`} op="came" net={after} marked={come} />,
          ])}
        </tbody>
      </table>
    </Section>
  );
}

interface NetRowProps {
  op: "came" | "went";
  net: ComparedNet;
  /** Pins that came or went. */
  marked: readonly string[];
}

function NetRow({ op, net, marked }: NetRowProps) {
  return (
    <tr class={op}>
      <Sign op={op} />
      <td>
        <span class="name">{net.name}</span>
      </td>
      <td class="grow-cell mono pins-cell">
        {net.pins.map((pin, place) => (
          <span key={pin}>
            {place === 0 ? "" : ", "}
            {!marked.includes(pin) ? (
              <span class="quiet">{pinLabel(pin)}</span>
            ) : op === "went" ? (
              <del>{pinLabel(pin)}</del>
            ) : (
              <b>{pinLabel(pin)}</b>
            )}
          </span>
        ))}
      </td>
      <td>{net.colour === null ? null : <WireChip colour={net.colour} />}</td>
    </tr>
  );
}
