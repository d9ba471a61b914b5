import type { ComponentChildren } from "preact";
import type { Design } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { life } from "../figures/format-figure.ts";
import { useWording } from "../text/wording.tsx";
import { LifePanel, ownDuty } from "./life-panel.tsx";
import type { ChosenDuty } from "./life-scale.ts";
import { RailTable } from "./rail-table.tsx";

export interface PowerViewProps {
  design: Design;
  /** null at the design's own duty. */
  chosen?: ChosenDuty | null;
  onChoose?: (chosen: ChosenDuty) => void;
  /** What can be done with another duty. */
  duty?: ComponentChildren;
  /** What can be done where there is no battery. */
  noBattery?: ComponentChildren;
}

/** Rails against their limits, life on one charge against duty, where the charge goes, and all that was assumed. */
export function PowerView({ design, chosen = null, onChoose, duty, noBattery }: PowerViewProps) {
  const { power } = design;
  return (
    <section class="sheet-stack power-view">
      {power.rails.length === 0 ? null : <RailTable design={design} />}
      {power.battery === undefined ? (
        <NoLife design={design}>{noBattery}</NoLife>
      ) : (
        <LifePanel
          battery={power.battery}
          wantedHours={power.wantedHours ?? null}
          boardId={boardOf(design)}
          chosen={chosen ?? ownDuty(power.battery)}
          onChoose={onChoose}
        >
          {duty}
        </LifePanel>
      )}
      <Assumptions assumptions={power.assumptions} />
    </section>
  );
}

function boardOf({ parts, board }: Design): string | null {
  return parts.find(({ catalogId }) => catalogId === board.id)?.id ?? null;
}

/** Without a cell, or in a revision of before its figures were kept, there is no curve to draw: what is known is said. */
function NoLife({ design, children }: { design: Design; children: ComponentChildren }) {
  const { text, locale } = useWording();
  const hours = design.power.batteryHours;
  if (hours !== undefined) {
    return (
      <>
        <h2 class="sheet-title">{text.power.life}</h2>
        <div class="sheet no-life">
          <p class="life-figure">
            <Figure of={life(hours, locale)} />
          </p>
          <p class="quiet">{text.power.noFigures}</p>
        </div>
      </>
    );
  }
  return (
    <>
      <h2 class="sheet-title">{text.power.life}</h2>
      <div class="sheet no-life">
        <p>
          <b>{text.power.noBattery(text.readouts.source[design.requirements.power.source])}</b>
        </p>
        <p class="quiet">{text.power.noBatteryTeaches}</p>
        {children}
      </div>
    </>
  );
}

function Assumptions({ assumptions }: { assumptions: readonly string[] }) {
  const { text } = useWording();
  if (assumptions.length === 0) return null;
  return (
    <div class="sheet assumptions">
      <h3>{text.power.assumptions}</h3>
      <ul>
        {assumptions.map((assumption) => (
          <li key={assumption}>{assumption}</li>
        ))}
      </ul>
    </div>
  );
}
