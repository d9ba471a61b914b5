import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { dutyOf, dutyShare, lifeAtDuty } from "../../../src/domain/circuit/power/life-at-duty.ts";

const battery = {
  part: "BT1",
  capacityMah: 3000,
  usableShare: 0.8,
  awakeMa: 100,
  asleepMa: 10,
  boardAsleepMa: 9,
  quiescentMa: 1,
  awakeSeconds: 6,
  wakeMinutes: 10,
};

describe("[RULE-70] life at a duty", () => {
  it("is usable capacity over the mean current, each share of which is named", () => {
    const life = lifeAtDuty(battery, { awakeSeconds: 6, everySeconds: 600 });
    expect(life.awakeMa).toBeCloseTo(1, 9);
    expect(life.boardAsleepMa).toBeCloseTo(8.91, 9);
    expect(life.othersAsleepMa).toBeCloseTo(0.99, 9);
    expect(life.quiescentMa).toBe(1);
    expect(life.averageMa).toBeCloseTo(11.9, 9);
    expect(life.hours).toBeCloseTo(2400 / 11.9, 9);
  });

  it("of a device that is never asleep has no share asleep", () => {
    const life = lifeAtDuty(battery, { awakeSeconds: 60, everySeconds: 60 });
    expect(life).toMatchObject({ averageMa: 101, awakeMa: 100, boardAsleepMa: 0, othersAsleepMa: 0 });
    expect(dutyShare({ awakeSeconds: 60, everySeconds: 30 })).toBe(1);
    expect(dutyShare(dutyOf({ awakeSeconds: 6, wakeMinutes: null }))).toBe(1);
  });

  it("grows with the time between wakes, never beyond what flows asleep allows", () => {
    const hours = [1, 5, 30, 240, 1440].map(
      (minutes) => lifeAtDuty(battery, { awakeSeconds: 6, everySeconds: minutes * 60 }).hours,
    );
    expect(hours).toEqual(hours.toSorted((one, other) => one - other));
    expect(hours.at(-1)).toBeLessThan(2400 / 11);
  });

  it("at the design's own duty is the life of the design", () => {
    const { power } = designGoal({ goal: "Battery-powered ESP32 weather station with an OLED, budget $45" });
    if (power.battery === undefined) throw new Error("no battery");
    const life = lifeAtDuty(power.battery, dutyOf(power.battery));
    expect(life.hours).toBeCloseTo(power.batteryHours ?? 0, 0);
    expect(life.averageMa).toBeCloseTo(power.averageMa ?? 0, 2);
    expect(life.boardAsleepMa).toBeCloseTo(power.boardAsleepMa ?? 0, 2);
  });
});
