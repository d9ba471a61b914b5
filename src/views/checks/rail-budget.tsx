import type { PowerBudget } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { current } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { NameChip } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";

/** Peak against limit of each rail, and the assumptions behind the battery's life. */
export function RailBudget({ power }: { power: PowerBudget }) {
  const { text, locale } = useWording();
  return (
    <>
      <h2 class="sheet-title">
        {text.checks.power} <small>{text.checks.railsNote}</small>
      </h2>
      <div class="sheet scroll-x">
        <table class="dense">
          <caption class="unseen">{text.checks.railsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.checks.rail}</th>
              <th scope="col">{text.checks.load}</th>
              <th scope="col" class="number">
                {text.checks.typical}
              </th>
              <th scope="col" class="number">
                {text.checks.peak}
              </th>
              <th scope="col" class="margin-column">
                {text.checks.margin}
              </th>
              <th scope="col" class="number">
                {text.checks.limit}
              </th>
            </tr>
          </thead>
          <tbody>
            {power.rails.map((rail) => (
              <tr key={rail.id}>
                <td>
                  <NameChip name={{ kind: "net", id: rail.id }}>{rail.name}</NameChip>
                </td>
                <td class="chips">
                  {rail.loads.map((load) => (
                    <NameChip key={load.part} name={{ kind: "part", id: load.part }}>
                      {load.part}
                    </NameChip>
                  ))}
                </td>
                <td class="number">
                  <Figure of={current(rail.typMa, locale)} />
                </td>
                <td class="number">
                  <Figure of={current(rail.maxMa, locale)} />
                </td>
                <td>
                  {rail.limitMa === null ? null : (
                    <Gauge
                      measured={rail.maxMa}
                      limit={rail.limitMa}
                      severity={rail.maxMa > rail.limitMa ? "E" : null}
                    />
                  )}
                </td>
                <td class="number">
                  {rail.limitMa === null ? text.readouts.none : <Figure of={current(rail.limitMa, locale)} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {power.assumptions.length === 0 ? null : (
          <div class="assumptions">
            <h3>{text.checks.assumptions}</h3>
            <ul>
              {power.assumptions.map((assumption) => (
                <li key={assumption}>{assumption}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
