import type { ComponentChildren } from "preact";
import type { BatteryFigures } from "../../domain/circuit/power/life-at-duty.ts";
import { dutyOf, lifeAtDuty } from "../../domain/circuit/power/life-at-duty.ts";
import { Figure } from "../figures/figure.tsx";
import { life, plainFigure } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { NameChip } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";
import { ChargeTable } from "./charge-table.tsx";
import { LifeChart } from "./life-chart.tsx";
import type { ChosenDuty } from "./life-scale.ts";
import { dutyOfChoice, dutyStops } from "./life-scale.ts";
import { duration, percent } from "./power-figures.ts";

export interface LifePanelProps {
  battery: BatteryFigures;
  wantedHours: number | null;
  /** Reference designator of the board. */
  boardId: string | null;
  chosen: ChosenDuty;
  /** Reckons another duty; absent where nothing can be chosen: the page has no script. */
  onChoose?: ((chosen: ChosenDuty) => void) | undefined;
  /** What can be done with a duty that is not the design's. */
  children?: ComponentChildren;
}

/** Life on one charge at a duty that can be chosen, over the interval, and where the charge goes. */
export function LifePanel(props: LifePanelProps) {
  const { battery, wantedHours, boardId, chosen } = props;
  const { text, locale } = useWording();
  const at = lifeAtDuty(battery, dutyOfChoice(chosen));
  const short = wantedHours !== null && at.hours < wantedHours;
  return (
    <>
      <h2 class="sheet-title">{text.power.life}</h2>
      <div class="sheet life-panel">
        <div class="life-choice">
          <p class="life-figure" aria-live="polite">
            <Figure of={life(at.hours, locale)} />
          </p>
          <p class="second">
            {text.power.fromCell(
              Math.round(at.hours).toLocaleString(locale),
              battery.capacityMah.toLocaleString(locale),
              percent(battery.usableShare, locale),
            )}{" "}
            <NameChip name={{ kind: "part", id: battery.part }}>{battery.part}</NameChip>
          </p>
          {wantedHours === null ? null : (
            <div class="against-limit">
              <span>{plainFigure(life(at.hours, locale))}</span>
              <Gauge measured={at.hours} limit={wantedHours} severity={short ? "W" : null} />
              <span>{text.readouts.wanted(plainFigure(life(wantedHours, locale)))}</span>
            </div>
          )}
          <Sliders {...props} />
          {props.children}
        </div>
        <LifeChart battery={battery} chosen={chosen} hours={at.hours} wantedHours={wantedHours} boardId={boardId} />
      </div>
      <ChargeTable battery={battery} chosen={chosen} boardId={boardId} />
    </>
  );
}

function Sliders({ battery, chosen, onChoose }: LifePanelProps) {
  const { text, locale } = useWording();
  const stops = dutyStops(battery);
  const every = (minutes: number | null) =>
    minutes === null ? text.power.always : plainFigure(duration(minutes * 60, locale));
  const seconds = (awake: number) => plainFigure(duration(awake, locale));
  if (onChoose === undefined) {
    return (
      <p class="second">
        {text.power.every} {every(chosen.everyMinutes)} · {text.power.awakeFor} {seconds(chosen.awakeSeconds)}
      </p>
    );
  }
  return (
    <>
      <Slider
        label={text.power.every}
        words={stops.intervals.map(every)}
        place={stops.intervals.indexOf(chosen.everyMinutes)}
        onPlace={(place) => onChoose({ ...chosen, everyMinutes: stops.intervals[place] ?? null })}
      />
      <Slider
        label={text.power.awakeFor}
        words={stops.awakeTimes.map(seconds)}
        place={stops.awakeTimes.indexOf(chosen.awakeSeconds)}
        onPlace={(place) =>
          onChoose({ ...chosen, awakeSeconds: stops.awakeTimes[place] ?? dutyOf(battery).awakeSeconds })
        }
      />
      <p class="second">{text.power.onlyReckoned}</p>
    </>
  );
}

interface SliderProps {
  label: string;
  /** What each stop is called. */
  words: readonly string[];
  place: number;
  onPlace: (place: number) => void;
}

function Slider({ label, words, place, onPlace }: SliderProps) {
  const now = words[place] ?? "";
  return (
    <label class="slider">
      <span class="slider-head">
        {label} <b aria-hidden="true">{now}</b>
      </span>
      <input
        type="range"
        min={0}
        max={words.length - 1}
        step={1}
        value={place}
        aria-valuetext={now}
        onInput={(event) => onPlace(Number(event.currentTarget.value))}
      />
      <span class="slider-ends" aria-hidden="true">
        <span>{words[0]}</span>
        <span>{words.at(-1)}</span>
      </span>
    </label>
  );
}

/** What stands at the design's own duty. */
export function ownDuty({ wakeMinutes, awakeSeconds }: BatteryFigures): ChosenDuty {
  return { everyMinutes: wakeMinutes, awakeSeconds };
}
