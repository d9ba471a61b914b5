import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { pastedKind } from "../../../src/application/pasted.ts";
import { exportDiagram } from "../../../src/domain/circuit/wokwi/export-diagram.ts";
import { TestChat } from "./turn-fixture.ts";

const station = "ESP32 weather station with an OLED, 18650 battery";
const silent = "[ok] esp32-devkitc U1\n[fail] bme280 U2 0x76\n[ok] ssd1306 DS1 0x3C\n[done] 3";

async function chatWith(goal: string): Promise<TestChat> {
  const chat = new TestChat(circuitEngine);
  await chat.say(goal);
  return chat;
}

describe("a serial log pasted into the chat", () => {
  test.each([
    [
      silent,
      [/\*\*U2 BME280\*\*: `\[fail\] bme280 U2 0x76`/, "U2 SDA – BB1 1a (blue)", "**Next:**", "These answer: U1"],
    ],
    [silent.replace("[fail]", "[ok]"), ["All well: 3 parts answer"]],
    [`12:00:01.123 -> ${silent.replaceAll("\n", "\r\n12:00:01.200 -> ")}`, ["U2 BME280", "0x77"]],
    ["[ok] esp32-devkitc U1\n[fail] bme280 U2 0x76\n[fail] ssd1306 DS1 0x3C\n[done] 3", ["3V3", "Measure"]],
    ["[ok] uno-r3 U1\n[fail] servo-sg90 M1\n[done] 2", ["uno-r3 and servo-sg90", "another design"]],
    ["[read] t=21.4 C h=40 %\n[read] t=21.5 C h=40 %", ["not of its start"]],
    ["rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)", ["no log of Unit 1"]],
    [`Das kommt im Monitor:\n${silent}`, ["Als nächstes", "blau"]],
  ] as [string, (string | RegExp)[]][])("[TURN-55] %j", async (log, has) => {
    const chat = await chatWith(station);
    expect(await chat.say(log)).toEqual({ status: "complete" });
    for (const piece of has) expect(chat.room.text).toMatch(piece);
    expect(chat.room.agent).toBe("verifier");
    expect(chat.room.revisions).toHaveLength(1);
    expect(chat.room.text).toMatch(/stays as it is|bleibt, wie er ist/);
    expect(chat.room.text.match(/Measure 3V3/g)?.length ?? 0).toBeLessThan(2);
  });

  test("[TURN-55] without a design, and a BMP280 in the place of a BME280", async () => {
    const empty = await chatWith(silent);
    expect(empty.room.text).toMatch(/no design to read it against/);
    const chat = await chatWith(station);
    await chat.say("[ok] esp32-devkitc U1\n[fail] bme280 U2 id=0x58\n[ok] ssd1306 DS1 0x3C\n[done] 3");
    expect(chat.room.text).toMatch(/it is a BMP280/);
    expect(chat.room.end?.suggestions).toEqual(["Use a BMP280 instead"]);
    await chat.say("Use a BMP280 instead");
    expect(chat.room.headDesign().design?.parts.map(({ catalogId }) => catalogId)).toContain("bmp280");
  });

  test.each([station, "add [some] buzzer", "why is it [ok]?", "{}", "use 3 LEDs [red]", "the log says nothing"])(
    "[TURN-55] words are no log: %s",
    (text) => {
      expect(pastedKind(text)).toBeNull();
    },
  );
});

const greenhouse = circuitEngine.design(
  { goal: "Greenhouse controller on an Uno: DHT22, soil moisture, values on an LCD, a red LED" },
  null,
  () => undefined,
);
const exported = JSON.stringify(exportDiagram(greenhouse));
const handMade = {
  version: 1,
  parts: [
    { type: "wokwi-esp32-devkit-v1", id: "esp" },
    { type: "wokwi-dht22", id: "dht1" },
    { type: "wokwi-led", id: "led1", attrs: { color: "red" } },
    { type: "board-foo", id: "weird" },
  ],
  connections: [
    ["dht1:SDA", "esp:D4", "green", []],
    ["dht1:VCC", "esp:3V3", "red", []],
    ["dht1:GND", "esp:GND.1", "black", []],
    ["led1:A", "esp:D2", "red", []],
    ["led1:C", "esp:GND.1", "black", []],
    ["weird:X", "esp:D19", "gray", []],
  ],
};

describe("a Wokwi diagram pasted into the chat", () => {
  test("[TURN-56] becomes the design, with the parts, nets and wires that it has", async () => {
    const chat = await chatWith(exported);
    expect(chat.room.agent).toBe("wiring");
    expect(chat.room.text).toMatch(/Your diagram is the design of this chat now[\s\S]*passes[\s\S]*three units/);
    const { design } = chat.room.headDesign();
    const kinds = (parts: { catalogId: string | null }[]) => parts.map(({ catalogId }) => catalogId).sort();
    const wired = greenhouse.parts.filter(
      ({ catalogId }) => catalogId !== "usb-cable-b" && catalogId !== "jumper-wires",
    );
    expect(kinds(design?.parts ?? [])).toEqual(expect.arrayContaining(kinds(wired)));
    expect(design?.connections.length).toBeGreaterThanOrEqual(greenhouse.connections.length);
    const board = (nets: typeof greenhouse.nets) =>
      nets.flatMap(({ pins }) => pins.filter((pin) => pin.startsWith("U1:"))).sort();
    expect(board(design?.nets ?? [])).toEqual(board(greenhouse.nets));
    expect(design?.codeFiles).toHaveLength(3);
    expect(design?.findings.filter(({ severity }) => severity === "E")).toEqual([]);
    await chat.say("add a buzzer");
    expect(chat.room.text).toMatch(/\+Piezo buzzer/);
    expect(chat.room.text).not.toMatch(/−(?!\$)/);
    const after = chat.room.headDesign().design;
    expect(after?.nets.find(({ id }) => id === "U2_DATA")?.pins).toEqual(
      design?.nets.find(({ id }) => id === "U2_DATA")?.pins,
    );
  });

  test("[TURN-57] what is not known is named, kept, not judged, and told when an edit leaves it out", async () => {
    const chat = await chatWith(`here is my wokwi:\n\`\`\`json\n${JSON.stringify(handMade)}\n\`\`\``);
    expect(chat.room.text).toMatch(/X1 \(board-foo\)/);
    expect(chat.room.text).toMatch(/D1 has no series resistor/);
    expect(chat.room.text).toMatch(/no firmware from me/);
    const { design } = chat.room.headDesign();
    expect(design?.codeFiles).toEqual([]);
    expect(design?.verdict).toBe("WARNING");
    expect(design?.connections.map(({ from, to, colour }) => `${from} ${to} ${colour}`)).toContain(
      "U2:DATA U1:D4 green",
    );
    await chat.say("use a BME280 instead of the DHT22");
    expect(chat.room.text).toMatch(/I do not know X1 \(board-foo\)/);
    expect(chat.room.headDesign().design?.codeFiles).toHaveLength(3);
  });

  test("[TURN-56] in a chat that has a design it is offered, and replaces it only when asked", async () => {
    const chat = await chatWith(station);
    await chat.say(exported);
    expect(chat.room.text).toMatch(/That is a diagram.*changed nothing/);
    expect(chat.room.end?.suggestions).toEqual(["Replace this design", "Keep this design"]);
    await chat.say("Replace this design");
    expect(chat.room.end?.revision).toBe(2);
    expect(chat.room.headDesign().design?.board.id).toBe("uno-r3");
    const ids = chat.room.revisions.map(({ design }) => design.parts.map(({ id }) => id));
    expect(ids[1]?.filter((id) => ids[0]?.includes(id))).toEqual([]);
  });

  test.each([
    [exported.slice(0, 400), "broken"],
    ['{"parts":[],"connections":[]}', "empty"],
    ['{"parts":[{"id":1}],"connections":[]}', "parts.0.id"],
    ['{"parts":"x","connections":[]}', "no Wokwi diagram"],
    ['{"parts":[{"id":"a","type":"wokwi-led"}],"connections":[]}', "no board that I know (wokwi-led)"],
    [
      '{"parts":[{"id":"a","type":"wokwi-arduino-uno"},{"id":"b","type":"wokwi-arduino-nano"}],"connections":[]}',
      "2 boards",
    ],
    [
      JSON.stringify({ parts: Array.from({ length: 501 }, (_, n) => ({ id: `a${n}`, type: "b" })), connections: [] }),
      "501 parts",
    ],
    [JSON.stringify({ parts: [], connections: Array.from({ length: 2001 }, () => ["a:1", "b:1"]) }), "2001 wires"],
  ])("[TURN-56] %# is said in clear words, and nothing is stored", async (text, has) => {
    const chat = await chatWith(text);
    expect(chat.room.end?.status).toBe("complete");
    expect(chat.room.text).toContain(has);
    expect(chat.room.revisions).toHaveLength(0);
    expect(chat.reported).toEqual([]);
  });

  test("[TURN-56] 500 parts and 2,000 wires are taken", async () => {
    const parts = [
      { type: "wokwi-arduino-uno", id: "u" },
      ...Array.from({ length: 499 }, (_, n) => ({ type: "wokwi-led", id: `l${n}` })),
    ];
    const connections = Array.from({ length: 2000 }, (_, n) => [
      `l${n % 499}:${n % 2 ? "A" : "C"}`,
      n % 2 ? "u:13" : "u:GND.1",
    ]);
    const before = process.cpuUsage();
    const outcome = circuitEngine.importDiagram(JSON.stringify({ parts, connections }), null, "en");
    expect(outcome.kind).toBe("design");
    const { user, system } = process.cpuUsage(before);
    // CPU, not time: a busy machine is slow. 130 ms of it are the rules.
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
