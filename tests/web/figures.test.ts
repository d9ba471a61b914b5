import { describe, expect, test } from "vitest";
import { byMargin } from "../../src/views/checks/margin.ts";
import {
  current,
  day,
  life,
  money,
  plainFigure,
  priceChange,
  quantity,
  voltage,
} from "../../src/views/figures/format-figure.ts";
import { gaugePlaces } from "../../src/views/gauge/gauge-scale.ts";
import { bytesOver } from "../../web/src/features/chat/message-size.ts";
import { shortTime } from "../../web/src/features/chats/short-time.ts";

describe("figures", () => {
  test("money has its sign before the currency, with a real minus", () => {
    expect(money(4120, "en-US")).toBe("$41.20");
    expect(priceChange(-270, "en-US")).toBe("−$2.70");
    expect(priceChange(60, "en-US")).toBe("+$0.60");
    expect(priceChange(0, "en-US")).toBe("±$0.00");
    expect(money(4120, "de-DE")).toBe("41,20\u00a0$");
    expect([day("2026-11-22", "en-US"), day("2026-11-22", "de-DE")]).toEqual(["Nov 22, 2026", "22.11.2026"]);
  });

  test("the prefix is in the unit, and figures keep the digits that say something", () => {
    const said = (value: number, unit: string) => plainFigure(quantity({ value, unit }, "en-US"));
    expect(said(3200, "ohm")).toBe("3.2 kΩ");
    expect(said(0.00022, "F")).toBe("220 µF");
    expect(said(0, "V")).toBe("0 V");
    expect(said(-0.004, "V")).toBe("−4 mV");
    expect(said(4500, "cents")).toBe("$45.00");
    expect(plainFigure(current(0.0112, "en-US"))).toBe("11.2 µA");
    expect(plainFigure(current(280.7, "en-US"))).toBe("281 mA");
    expect(plainFigure(voltage(5, "en-US"))).toBe("5.0 V");
    expect(plainFigure(voltage(3.65, "de-DE"))).toBe("3,65 V");
  });

  test("a life is said in the unit that a person plans in", () => {
    expect([12, 146, 800, 24 * 730].map((hours) => plainFigure(life(hours, "en-US")))).toEqual([
      "12 h",
      "6.1 d",
      "33 d",
      "2 y",
    ]);
  });

  test("a past moment is said as briefly as it stays clear", () => {
    const nowMs = new Date(2026, 10, 22, 14, 6).getTime();
    const said = (at: Date) => shortTime(at.getTime(), { nowMs, locale: "en-US" });
    expect(said(new Date(2026, 10, 22, 9, 5))).toBe("09:05");
    expect(said(new Date(2026, 10, 21, 23, 59))).toBe("yesterday");
    expect(said(new Date(2026, 10, 17))).toBe("Nov 17");
    expect(said(new Date(2025, 10, 17))).toBe("Nov 17, 2025");
  });
});

describe("the gauge", () => {
  test("[WEB-16] the limit stands at one place until it is passed; then the bar fills the gauge", () => {
    expect(gaugePlaces(45, 45)).toEqual({ bar: { from: 0, width: 92 }, ticks: [92], point: null });
    expect(gaugePlaces(0, 45).bar.width).toBe(0);
    const over = gaugePlaces(90, 45);
    expect(over.bar.width).toBe(100);
    expect(over.ticks[0]).toBe(50);
    expect(gaugePlaces(0, 0)).toEqual({ bar: { from: 0, width: 0 }, ticks: [0], point: null });
  });

  test("[WEB-16] a range is a band with a point, also outside of it", () => {
    const inside = gaugePlaces(3.3, { min: 3, max: 5.5 });
    expect(inside.point).toBeGreaterThan(inside.bar.from);
    const below = gaugePlaces(1, { min: 3, max: 5.5 });
    expect(below.point).toBeLessThan(below.bar.from);
  });

  test("passed rules stand with the least margin first, those without figures last", () => {
    const rule = (ruleId: string, measured?: number, limit?: number) => ({
      ruleId,
      what: "",
      parts: [],
      ...(measured === undefined ? {} : { measured: { value: measured, unit: "V" } }),
      ...(limit === undefined ? {} : { limit: { value: limit, unit: "V" } }),
    });
    const sorted = byMargin([rule("none"), rule("wide", 1, 10), rule("tight", 9, 10), rule("minimum", 12, 10)]);
    expect(sorted.map(({ ruleId }) => ruleId)).toEqual(["tight", "minimum", "wide", "none"]);
  });
});

describe("what is written", () => {
  test("[WEB-17] a message is measured in bytes of UTF-8", () => {
    expect(bytesOver("a".repeat(32 * 1024))).toBe(0);
    expect(bytesOver("a".repeat(32 * 1024 + 1))).toBe(1);
    expect(bytesOver("Ω".repeat(16 * 1024))).toBe(0);
    expect(bytesOver("Ω".repeat(16 * 1024 + 1))).toBe(2);
  });
});
