import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { checkResult } from "../../src/protocol/answers.ts";
import { wokwiDiagram } from "../../src/protocol/design.ts";
import { Caller } from "./caller.ts";

const owner = new Caller();
let chat = "";
beforeAll(async () => {
  chat = await owner.startChat({ title: "Export" });
  const said = { clientId: crypto.randomUUID(), content: "Arduino Uno with a button and a red LED" };
  await owner.call(`POST /api/chats/${chat}/messages`, said, { prefer: "wait=30" });
}, 40_000);

const exported = (query: string) => owner.call(`GET /api/chats/${chat}/export${query}`);

describe("the export of a chat's design", () => {
  it("[WOKWI-27] is a diagram that the check takes and finds no error in", async () => {
    const response = await exported("?format=wokwi");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="diagram.json"');
    const circuit = wokwiDiagram.parse(await response.json());
    expect(circuit.parts.map(({ type }) => type)).toContain("wokwi-arduino-uno");
    const check = await new Caller().call("POST /api/design/check", { format: "wokwi", circuit });
    expect(check.status).toBe(200);
    const { verdict, unknownParts } = checkResult.parse(await check.json());
    expect({ verdict, unknownParts }).toMatchObject({ unknownParts: [] });
    expect(verdict).not.toBe("FAIL");
  });

  it.each([
    ["bom", "Reference,Part,"],
    ["wiring", "Step,From,To,"],
  ])("[WOKWI-27] is %s.csv", async (format, head) => {
    const response = await exported(`?format=${format}&revision=1`);
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${format}.csv"`);
    expect((await response.text()).startsWith(head)).toBe(true);
  });

  it("[WOKWI-27] of a revision that is not there is nothing, of another format is refused", async () => {
    expect((await exported("?format=bom&revision=99")).status).toBe(404);
    expect((await exported("?format=pdf")).status).toBe(400);
    expect((await exported("")).status).toBe(400);
  });
});

describe("the check of a diagram over HTTP", () => {
  it("[WOKWI-15] refuses what is none with the path of what is wrong", async () => {
    const refused = z.looseObject({ code: z.string(), errors: z.array(z.looseObject({ path: z.string() })) });
    for (const circuit of [
      null,
      "x",
      { parts: [] },
      { parts: Array.from({ length: 501 }, (_, index) => ({ id: `${index}`, type: "t" })), connections: [] },
    ]) {
      const response = await new Caller().call("POST /api/design/check", { format: "wokwi", circuit });
      expect(response.status).toBe(400);
      const { code, errors } = refused.parse(await response.json());
      expect(code).toBe("invalid");
      expect(errors[0]?.path).toContain("circuit");
    }
  });
});

it("[WOKWI-40] the firmware comes as a ZIP with a folder per unit, the same bytes again", {
  timeout: 120_000,
}, async () => {
  const caller = new Caller();
  const chat = await caller.startChat();
  const body = { clientId: crypto.randomUUID(), content: "ESP32 weather station with an OLED, budget $45" };
  await caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=45" });
  const get = () => caller.call(`GET /api/chats/${chat}/export?format=zip`);
  const first = await get();
  expect(first.headers.get("content-type")).toBe("application/zip");
  const bytes = new Uint8Array(await first.arrayBuffer());
  expect(new Uint8Array(await (await get()).arrayBuffer())).toEqual(bytes);
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(Object.keys(files)).toEqual([
    "README.md",
    ...["unit-1-bring-up", "unit-2-minimal", "unit-3-full"].flatMap((unit) => [
      `${unit}/platformio.ini`,
      `${unit}/src/${unit}.ino`,
    ]),
  ]);
  const { codeFiles } = await (await caller.call(`GET /api/chats/${chat}/design`)).json<{
    codeFiles: { filename: string; content: string }[];
  }>();
  expect(text("unit-3-full/src/unit-3-full.ino")).toBe(codeFiles[2]?.content);
  const ini = text("unit-3-full/platformio.ini");
  expect(ini).toContain(
    "[env:esp32dev]\nplatform = espressif32\nboard = esp32dev\nframework = arduino\nmonitor_speed = 115200",
  );
  expect(ini).toMatch(/lib_deps =\n {2}Adafruit BME280 Library@/);
});
