import type { Design, RailLoad } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { current } from "../figures/format-figure.ts";
import { RailBar } from "../gauge/rail-bar.tsx";
import { activating, NameChip, useNames } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";
import { percent } from "./power-figures.ts";

type Rails = Pick<Design, "power" | "parts">;

/** Each rail with its source, its loads, and typical and peak against the limit. */
export function RailTable({ design }: { design: Rails }) {
  const { text } = useWording();
  return (
    <>
      <h2 class="sheet-title">
        {text.power.rails} <small>{text.power.railsNote}</small>
      </h2>
      <div class="sheet scroll-x">
        <table class="rail-table">
          <caption class="unseen">{text.power.railsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.power.rail}</th>
              <th scope="col">{text.power.source}</th>
              <th scope="col" class="load-column">
                {text.power.load}
              </th>
              <th scope="col" class="number">
                {text.power.typical}
              </th>
              <th scope="col" class="number">
                {text.power.peak}
              </th>
              <th scope="col" class="number">
                {text.power.limit}
              </th>
              <th scope="col" class="number">
                {text.power.used}
              </th>
            </tr>
          </thead>
          <tbody>
            {design.power.rails.map((rail) => (
              <RailRow key={rail.id} rail={rail} sources={sourcesOf(rail, design)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Parts that feed the rail. A board whose own 5V pin is fed from elsewhere is a load of it, and no source. */
function sourcesOf(rail: RailLoad, { parts }: Rails): string[] {
  const loads = new Set(rail.loads.map(({ part }) => part));
  return parts
    .filter(({ id }) => !loads.has(id))
    .filter(({ pins }) => pins.some((pin) => pin.type === "power_out" && pin.net === rail.id))
    .map(({ id }) => id);
}

function RailRow({ rail, sources }: { rail: RailLoad; sources: string[] }) {
  const { text, locale } = useWording();
  const { lit, onActivate } = useNames();
  const { typMa, maxMa, limitMa } = rail;
  return (
    <tr class={lit.nets.has(rail.id) ? "lit" : ""} {...activating({ kind: "net", id: rail.id }, onActivate)}>
      <td>
        <NameChip name={{ kind: "net", id: rail.id }}>{rail.name}</NameChip>
      </td>
      <td class="chips" data-label={text.power.source}>
        {sources.length === 0 ? <span class="quiet">{text.readouts.none}</span> : sources.map(partChip)}
      </td>
      <td class="load-cell">
        <RailBar typicalMa={typMa} peakMa={maxMa} limitMa={limitMa} />
        <span class="loads">
          {rail.loads.map((load) => (
            <span key={load.part}>
              {partChip(load.part)} <Figure of={current(load.maxMa, locale)} />
            </span>
          ))}
        </span>
      </td>
      <td class="number" data-label={text.power.typical}>
        <Figure of={current(typMa, locale)} />
      </td>
      <td class="number strong" data-label={text.power.peak}>
        <Figure of={current(maxMa, locale)} />
      </td>
      <td class="number" data-label={text.power.limit}>
        {limitMa === null ? (
          <span class="quiet">{text.readouts.noLimit}</span>
        ) : (
          <Figure of={current(limitMa, locale)} />
        )}
      </td>
      <td class={`number${limitMa !== null && maxMa > limitMa ? " severity-E" : ""}`} data-label={text.power.used}>
        {limitMa === null || limitMa === 0 ? text.readouts.none : percent(maxMa / limitMa, locale)}
      </td>
    </tr>
  );
}

function partChip(id: string) {
  return (
    <NameChip key={id} name={{ kind: "part", id }}>
      {id}
    </NameChip>
  );
}
