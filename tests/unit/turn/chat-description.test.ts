import { describe, expect, it } from "vitest";
import { describeByMessage } from "../../../src/application/chat-description.ts";

describe("the title of a chat without a design", () => {
  it.each([
    ["what is a pull-up?", "what is a pull-up?"],
    ["@ohm what is a pull-up?", "what is a pull-up?"],
    ["@ohm @wiring  which\npins?", "which pins?"],
    ["ask @ohm about it", "ask @ohm about it"],
    ["@ohm", "@ohm"],
    [`${"x".repeat(70)}`, `${"x".repeat(59)}…`],
  ])("[CHAT-32] of %j is %j", (content, title) => {
    expect(describeByMessage({ content })).toEqual({ title });
  });
});
