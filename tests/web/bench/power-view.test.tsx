import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { dutyStops, lifePlot } from "../../../src/views/power/life-scale.ts";
import { PowerView } from "../../../src/views/power/power-view.tsx";
import { renderInEnglish } from "../render-in-english.tsx";

const station = designGoal({ goal: "Battery-powered ESP32 weather station with an OLED, budget $45" });
const onUsb = designGoal({ goal: "Arduino Uno distance alarm with an HC-SR04, an LCD and a buzzer" });

describe("[WEB-120] the Power tab", () => {
  it("names each rail's source, loads, typical and peak current, limit and share", () => {
    const html = renderInEnglish(<PowerView design={station} />);
    for (const rail of station.power.rails) expect(html).toContain(`>${rail.name}</button>`);
    expect(html).toContain("Budget per rail");
    expect(html).toMatch(/450<span class="unit"> mA/);
  });

  it("says what the board alone takes asleep, and lists every assumption", () => {
    const html = renderInEnglish(<PowerView design={station} />);
    expect(html).toContain("Asleep: the board alone");
    for (const assumption of station.power.assumptions) expect(html).toContain(assumption);
  });

  it("has sliders only where something reckons, and says that they change nothing", () => {
    expect(renderInEnglish(<PowerView design={station} />)).not.toContain('type="range"');
    const html = renderInEnglish(<PowerView design={station} onChoose={() => undefined} />);
    expect(html.match(/type="range"/g)).toHaveLength(2);
    expect(html).toContain("the sliders change nothing in the design");
    expect(html).toContain('aria-valuetext="10 min"');
  });

  it("reckons another duty than the design's", () => {
    const chosen = { everyMinutes: 60, awakeSeconds: 6 };
    const html = renderInEnglish(<PowerView design={station} chosen={chosen} onChoose={() => undefined} />);
    expect(html).toContain('aria-valuetext="1 h"');
    expect(html).not.toBe(renderInEnglish(<PowerView design={station} onChoose={() => undefined} />));
  });

  it("without a battery says so, and teaches by a sum", () => {
    const html = renderInEnglish(<PowerView design={onUsb} />);
    expect(html).toContain("No battery: it runs from USB.");
    expect(html).toContain("3250 × 0.8 ÷ 23 = 113 hours");
  });

  it("of a revision of before the figures were kept shows its life alone", () => {
    const { battery: _, ...power } = station.power;
    const html = renderInEnglish(<PowerView design={{ ...station, power }} />);
    expect(html).toContain("made before the figures behind its life were kept");
    expect(html).not.toContain("No battery");
  });
});

describe("[WEB-120] the plot of life over interval", () => {
  const { battery } = station.power;
  if (battery === undefined) throw new Error("no battery");

  it("has the design's own figures among its stops, in order", () => {
    const stops = dutyStops({ wakeMinutes: 7, awakeSeconds: 4.5 });
    expect(stops.intervals.slice(0, 6)).toEqual([null, 1, 2, 5, 7, 10]);
    expect(stops.awakeTimes.slice(2, 6)).toEqual([3, 4, 4.5, 5]);
    expect(dutyStops(battery).intervals).toHaveLength(14);
  });

  it("rises to the right, lies within its frame, and above it without the board's own idle", () => {
    const plot = lifePlot(battery, 6, [336]);
    const heights = plot.design.points.map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((one, other) => other - one));
    for (const { x, y } of [...plot.design.points, ...plot.withoutBoard.points]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(100);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(100);
    }
    plot.withoutBoard.points.forEach(({ y }, at) => {
      expect(y).toBeLessThanOrEqual(heights[at] ?? 0);
    });
    expect(plot.xOf(null)).toBe(plot.xOf(1));
  });
});
