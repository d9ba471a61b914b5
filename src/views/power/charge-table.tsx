import type { ComponentChildren } from "preact";
import type { BatteryFigures } from "../../domain/circuit/power/life-at-duty.ts";
import { dutyShare, lifeAtDuty } from "../../domain/circuit/power/life-at-duty.ts";
import { Figure } from "../figures/figure.tsx";
import { current, plainFigure } from "../figures/format-figure.ts";
import { ShareBar } from "../gauge/share-bar.tsx";
import { NameChip } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";
import type { ChosenDuty } from "./life-scale.ts";
import { dutyOfChoice } from "./life-scale.ts";
import { percent } from "./power-figures.ts";

interface ChargeTableProps {
  battery: BatteryFigures;
  chosen: ChosenDuty;
  boardId: string | null;
}

/** Where the charge of the battery goes: each share of the mean current, the board's own idle by its name, and the sum. */
export function ChargeTable({ battery, chosen, boardId }: ChargeTableProps) {
  const { text, locale } = useWording();
  const duty = dutyOfChoice(chosen);
  const share = dutyShare(duty);
  const at = lifeAtDuty(battery, duty);
  const sum = `${battery.capacityMah.toLocaleString(locale)} × ${battery.usableShare.toLocaleString(locale)} ÷ ${current(at.averageMa, locale).figure} = ${Math.round(at.hours).toLocaleString(locale)} h`;
  const rows = [
    { key: "board", flowMa: battery.boardAsleepMa, time: 1 - share, meanMa: at.boardAsleepMa },
    { key: "others", flowMa: battery.asleepMa - battery.boardAsleepMa, time: 1 - share, meanMa: at.othersAsleepMa },
    { key: "awake", flowMa: battery.awakeMa, time: share, meanMa: at.awakeMa },
    { key: "module", flowMa: battery.quiescentMa, time: 1, meanMa: at.quiescentMa },
  ] as const;
  const most = rows.reduce((one, other) => (other.meanMa > one.meanMa ? other : one));
  return (
    <div class="sheet scroll-x">
      <table class="dense charge-table">
        <caption class="unseen">{text.power.charge}</caption>
        <thead>
          <tr>
            <th scope="col">{text.power.charge}</th>
            <th scope="col" class="number">
              {text.power.flows}
            </th>
            <th scope="col" class="number">
              {text.power.time}
            </th>
            <th scope="col" class="number">
              {text.power.mean}
            </th>
            <th scope="col" class="margin-column" colSpan={2}>
              {text.power.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ChargeRow key={row.key} row={row} of={at.averageMa} isMost={row === most}>
              {text.power.goes[row.key]}
              {row.key === "board" && boardId !== null ? (
                <>
                  {" "}
                  <NameChip name={{ kind: "part", id: boardId }}>{boardId}</NameChip>
                </>
              ) : null}
            </ChargeRow>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.power.average}</th>
            <td colSpan={2} />
            <td class="number">
              <Figure of={current(at.averageMa, locale)} />
            </td>
            <td colSpan={2} class="number sum">
              {sum}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface ChargeRowProps {
  row: { flowMa: number; time: number; meanMa: number };
  /** The whole mean current, mA. */
  of: number;
  isMost: boolean;
  children: ComponentChildren;
}

function ChargeRow({ row, of, isMost, children }: ChargeRowProps) {
  const { text, locale } = useWording();
  const share = of === 0 ? 0 : row.meanMa / of;
  return (
    <tr>
      <td>{children}</td>
      <td class="number" data-label={text.power.flows}>
        <Figure of={current(row.flowMa, locale)} />
      </td>
      <td class="number" data-label={text.power.time}>
        {percent(row.time, locale)}
      </td>
      <td class="number" data-label={text.power.mean} title={plainFigure(current(row.meanMa, locale))}>
        <Figure of={current(row.meanMa, locale)} />
      </td>
      <td class="share-cell">
        <ShareBar share={share} isMost={isMost && share > 0.5} />
      </td>
      <td class="number">{percent(share, locale)}</td>
    </tr>
  );
}
