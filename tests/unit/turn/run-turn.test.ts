import { describe, expect, test } from "vitest";
import { limits } from "../../../src/domain/chat/limits.ts";
import { call, ScriptedModel, say } from "./scripted-model.ts";
import { sampleDesign, weatherGoal } from "./table-engine.ts";
import { TestChat } from "./turn-fixture.ts";

const route = call("route", { intents: ["BOM"] });
const design = call("design_from_goal", { goal: weatherGoal });

describe("a turn that designs", () => {
  test("[TURN-1] tells the stages, writes one revision, then speaks, then ends", async () => {
    const chat = new TestChat();
    expect(await chat.say(weatherGoal)).toEqual({ status: "complete" });
    const kinds = chat.room.deeds.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
    expect(kinds).toEqual(["begin", "progress", "commit", "describe", "text", "end"]);
    const labels = chat.room.deeds.flatMap((deed) =>
      deed.kind === "progress" ? [`${deed.step}/${deed.of} ${deed.label}`] : [],
    );
    expect(labels).toEqual([
      "1/5 reading the goal",
      "2/5 choosing parts",
      "3/5 laying wires",
      "4/5 writing firmware",
      "5/5 checking the design",
    ]);
    expect(chat.room.revisions).toHaveLength(1);
    const slugs = chat.room.revisions[0]?.written.map(({ slug }) => slug);
    expect(slugs).toEqual(["context", "bom", "wiring", "verification", "code-1", "code-2", "code-3"]);
    expect(chat.room.end).toMatchObject({
      status: "complete",
      revision: 1,
      suggestions: ["Every 5 minutes", "Every 30 minutes"],
    });
    expect(chat.room.end?.artifacts).toEqual(chat.room.revisions[0]?.written);
  });

  test("[TURN-2] the embedded brain speaks in at least 30 paced pieces within 1.2 s that join to the whole text", async () => {
    const chat = new TestChat();
    const times: number[] = [];
    chat.room.before = (deed) => deed === "text" && times.push(chat.clock.passedMs);
    await chat.say(weatherGoal);
    expect(chat.room.deltas.length).toBeGreaterThanOrEqual(30);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
    expect(times.at(-1)).toBeLessThan(1200);
    expect(chat.room.deltas.join("")).toBe(chat.room.text);
    expect(chat.room.text).toMatch(/How often should it wake\?$/);
  });

  test("[TURN-3] an edit writes version 2 of the artifacts that changed only", async () => {
    const chat = new TestChat();
    await chat.say(weatherGoal);
    await chat.say("use a DHT22 instead");
    expect(chat.room.end).toMatchObject({ status: "complete", revision: 2 });
    expect(chat.room.revisions[1]?.written).toEqual(
      ["context", "bom", "wiring", "code-1"].map((slug) => ({ slug, version: 2 })),
    );
    const bom = chat.room.revisions[1]?.draft.artifacts.find(({ slug }) => slug === "bom");
    expect(bom?.changeSummary).toBe("+DHT22 −BME280 · $14.45");
  });

  test("[TURN-4] a wish that is fulfilled already writes nothing", async () => {
    const chat = new TestChat();
    await chat.say(weatherGoal);
    await chat.say("use a DHT22 instead");
    await chat.say("use a DHT22 instead");
    expect(chat.room.revisions).toHaveLength(2);
    expect(chat.room.end).toMatchObject({ status: "complete", revision: null, artifacts: [] });
  });

  test("[TURN-5] several messages are answered together by one revision", async () => {
    const chat = new TestChat();
    await chat.say(weatherGoal);
    await chat.say("use a DHT22 instead", "add a buzzer");
    expect(chat.room.revisions).toHaveLength(2);
    expect(chat.room.revisions[1]?.design.parts.map(({ id }) => id)).toEqual(["U1", "U3", "BZ1"]);
    expect(chat.room.text).toContain("It was 6.1 days before. 80 % of 2,500 mAh.");
  });

  test("[TURN-6] title, mission and phase follow the design; without one the title is what was said first", async () => {
    const chat = new TestChat();
    await chat.say(weatherGoal);
    expect(chat.room.deeds.find(({ kind }) => kind === "describe")).toEqual({
      kind: "describe",
      changes: { title: "ESP32 weather station", missionStatement: weatherGoal, phase: "verification" },
    });
    const other = new TestChat();
    await other.say(`hello, ${"x".repeat(80)}`);
    const [described] = other.room.deeds.filter(({ kind }) => kind === "describe");
    expect(described).toMatchObject({ changes: { title: `hello, ${"x".repeat(52)}…` } });
  });
});

describe("a turn that cannot go on", () => {
  test("[TURN-7] a stop keeps the text that is there and the revision that is written", async () => {
    const chat = new TestChat();
    chat.clock.onJump = (passedMs) => passedMs > 200 && chat.stop.abort(new Error("stopped"));
    expect(await chat.say(weatherGoal)).toEqual({ status: "stopped" });
    expect(chat.room.end).toMatchObject({ status: "stopped", revision: 1 });
    expect(chat.room.deltas.length).toBeGreaterThan(5);
    expect(chat.room.deltas.length).toBeLessThan(30);
  });

  test("[TURN-7] a room that has closed the turn already is not spoken to, and nothing is thrown", async () => {
    const chat = new TestChat();
    chat.room.before = () => {
      if (chat.room.deltas.length > 5) chat.stop.abort(new Error("stopped"));
      chat.stop.signal.throwIfAborted();
    };
    expect(await chat.say(weatherGoal)).toEqual({ status: "stopped" });
    expect(chat.room.end).toBeUndefined();
  });

  test("[TURN-8] a stop before the commit writes nothing", async () => {
    const chat = new TestChat();
    chat.stop.abort(new Error("stopped"));
    expect(await chat.say(weatherGoal)).toEqual({ status: "stopped" });
    expect(chat.room.revisions).toHaveLength(0);
  });

  test("[TURN-9] a moved head is replayed once, and the words are about the design that was written", async () => {
    const chat = new TestChat();
    await chat.say(weatherGoal);
    let isOvertaken = false;
    chat.room.before = (deed) => {
      if (deed !== "commit" || isOvertaken) return;
      isOvertaken = true;
      chat.room.commitRevision(overtaking(1));
    };
    expect(await chat.say("use a DHT22 instead")).toEqual({ status: "complete" });
    expect(chat.room.count("head_moved")).toBe(1);
    expect(chat.room.revisions).toHaveLength(3);
    expect(chat.room.revisions[2]?.design.parts.map(({ id }) => id)).toEqual(["U1", "U3", "BZ1"]);
    expect(chat.room.text).toContain("$15.95");
    expect(chat.room.text).not.toContain("$14.45");
  });

  test("[TURN-10] a head that moves twice ends the turn with nothing written and nothing said", async () => {
    const chat = new TestChat();
    await chat.say(weatherGoal);
    let isInside = false;
    chat.room.before = (deed) => {
      if (deed !== "commit" || isInside) return;
      isInside = true;
      chat.room.commitRevision(overtaking(chat.room.revisions.length));
      isInside = false;
    };
    expect(await chat.say("use a DHT22 instead")).toEqual({ status: "failed", reason: "head_moved" });
    expect(chat.room.revisions.filter(({ runId }) => runId === "run-2")).toHaveLength(0);
    expect(chat.room.deltas).toEqual([]);
  });

  test("[TURN-11] a re-run after a crash says the same bytes and writes no second revision", async () => {
    for (const crashAfter of [0, 1, 20]) {
      const calm = new TestChat();
      await calm.say(weatherGoal);
      const chat = new TestChat();
      const input = chat.input([weatherGoal]);
      chat.room.before = () => {
        if (chat.room.revisions.length > 0 && chat.room.deltas.length >= crashAfter) throw new Error("killed");
      };
      await chat.run(input);
      chat.room.before = () => undefined;
      await chat.run({ ...input, resumeMessageId: "answer-1" });
      expect(chat.room.text).toBe(calm.room.text);
      expect(chat.room.revisions).toHaveLength(1);
      expect(chat.room.end).toMatchObject({ status: "complete", revision: 1 });
    }
  });
});

function overtaking(head: number) {
  const design = sampleDesign(["bme280", "buzzer"]);
  return {
    expectedHead: head,
    design,
    artifacts: [],
    messageId: null,
    author: { kind: "user" as const, userId: "u", name: "Mara" },
    changeSummary: "",
    runId: null,
  };
}

describe("a model that does not behave", () => {
  const faults = [
    {
      name: "breaks at once",
      scenes: [["break" as const]],
      outcome: { status: "failed", reason: "model_failed" },
      text: "",
    },
    {
      name: "breaks in mid-answer",
      scenes: [[route], [design], [say("Here it "), "break" as const]],
      outcome: { status: "failed", reason: "model_failed" },
      text: "Here it ",
    },
    {
      name: "says nothing at all",
      scenes: [[route], []],
      outcome: { status: "failed", reason: "model_failed" },
      text: "",
    },
    {
      name: "is silent from the start",
      scenes: [["silence" as const]],
      outcome: { status: "failed", reason: "model_silent" },
      text: "",
    },
    {
      name: "goes silent",
      scenes: [[route], [say("Well"), "silence" as const]],
      outcome: { status: "failed", reason: "model_silent" },
      text: "Well",
    },
    {
      name: "calls tools for ever",
      scenes: [[route], [call("check_design", {})]],
      outcome: { status: "limited", reason: "model_steps" },
      text: "",
    },
    {
      name: "never writes arguments",
      scenes: [[route], [call("design_from_goal", "{")]],
      outcome: { status: "failed", reason: "model_arguments" },
      text: "",
    },
    {
      name: "calls what is not there",
      scenes: [[route], [call("rm", {})]],
      outcome: { status: "failed", reason: "model_arguments" },
      text: "",
    },
    {
      name: "calls another agent's tool",
      scenes: [[call("route", { intents: ["VERIFY"] })], [design]],
      outcome: { status: "failed", reason: "model_arguments" },
      text: "",
    },
    {
      name: "never stops talking",
      scenes: [[route], [say("ä".repeat(limits.answerBytes))]],
      outcome: { status: "limited", reason: "answer_size" },
      text: "ä".repeat(limits.answerBytes / 2),
    },
  ];
  test.each(faults)("[TURN-12] $name", async ({ scenes, outcome, text }) => {
    const chat = new TestChat();
    expect(await chat.run(chat.input(["hm"]), new ScriptedModel(scenes))).toEqual(outcome);
    expect(chat.room.end).toMatchObject(outcome);
    expect(chat.room.text).toBe(text);
  });

  test("[TURN-12] silence costs its limit and no more", async () => {
    const chat = new TestChat();
    await chat.run(chat.input(["hm"]), new ScriptedModel([[route], [say("Well"), "silence"]]));
    expect(chat.clock.passedMs).toBe(limits.idleMs);
    const mute = new TestChat();
    await mute.run(mute.input(["hm"]), new ScriptedModel([["silence"]]));
    expect(mute.clock.passedMs).toBe(limits.firstByteMs);
  });

  test("[TURN-13] wrong arguments come back with their path, and a repair is taken", async () => {
    const chat = new TestChat();
    const model = new ScriptedModel([[route], [call("design_from_goal", { aim: "x" })], [design], [say("Done.")]]);
    expect(await chat.run(chat.input(["hm"]), model)).toEqual({ status: "complete" });
    const told = model.requests[2]?.messages.at(-1);
    expect(told).toMatchObject({ role: "tool", toolCallId: "design_from_goal-1" });
    expect(JSON.parse(told?.content ?? "")).toMatchObject({
      code: "invalid",
      errors: [{ path: "goal" }, { path: "" }],
    });
    expect(chat.room.revisions).toHaveLength(1);
  });

  test("[TURN-14] once its words have begun, a model cannot change the design any more", async () => {
    const chat = new TestChat();
    const change = call("change_design", { requests: ["use a DHT22 instead"] });
    const model = new ScriptedModel([[route], [design], [say("Here."), change], [say(" Sorry.")]]);
    expect(await chat.run(chat.input(["hm"]), model)).toEqual({ status: "complete" });
    expect(chat.room.revisions).toHaveLength(1);
    expect(JSON.parse(model.requests[3]?.messages.at(-1)?.content ?? "")).toMatchObject({
      tool: "error",
      code: "conflict",
    });
  });

  test("[TURN-15] a surrogate pair that a model cuts arrives whole", async () => {
    const chat = new TestChat();
    const model = new ScriptedModel([[route], [say("an \ud83d"), say("\ude00 face")]]);
    await chat.run(chat.input(["hm"]), model);
    expect(chat.room.deltas).toEqual(["an ", "😀 face"]);
  });

  test("[TURN-16] words, tools and figures of a language model take the same way", async () => {
    const chat = new TestChat();
    const usage = { type: "usage" as const, inputTokens: 100, outputTokens: 20, costMicroUsd: 7 };
    const model = new ScriptedModel([
      [route, usage],
      [design, usage],
      [say("A design."), usage, { type: "end", reason: "stop" }],
    ]);
    expect(await chat.run(chat.input([weatherGoal]), model)).toEqual({ status: "complete" });
    expect(chat.room.end).toMatchObject({ inputTokens: 300, outputTokens: 60, costMicroUsd: 21, revision: 1 });
    const [first] = model.requests;
    expect(first?.agent).toBe("orchestrator");
    expect(first?.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(first?.tools.map(({ name }) => name)).toEqual(["read_message", "route"]);
    expect(first?.tools[1]?.parameters).toMatchObject({
      type: "object",
      required: ["intents"],
      additionalProperties: false,
    });
  });
});
