import { readFileSync } from "node:fs";
import type { Download, Locator, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { write } from "./company.ts";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";
import { violations } from "./violations.ts";

/** An LED without its resistor, as the Wokwi simulator saves it: a design with a finding that can be fixed. */
const bareLed = JSON.stringify({
  version: 1,
  author: "a maker",
  editor: "wokwi",
  parts: [
    { type: "wokwi-arduino-uno", id: "uno", top: 0, left: 0, attrs: {} },
    { type: "wokwi-led", id: "led1", top: 0, left: 200, attrs: { color: "red" } },
  ],
  connections: [
    ["uno:13", "led1:A", "green", []],
    ["led1:C", "uno:GND.1", "black", []],
  ],
  dependencies: {},
});

async function designs(person: Person): Promise<void> {
  await person.say(goal);
  await person.answered(1);
}

function part(person: Person, id: string): Locator {
  return person.bench
    .locator(".parts-table > tbody")
    .filter({ has: person.page.getByRole("button", { name: id, exact: true }) });
}

/** Waits for what the last act says of itself, and answers the place where it stands. */
async function said(person: Person, words: string): Promise<Locator> {
  const notice = person.page.locator(".notice").filter({ hasText: words });
  await notice.waitFor();
  return notice;
}

async function swapsAndTakesBack(person: Person): Promise<void> {
  await person.openTab("Parts");
  await person.press(part(person, "U2").getByText(/alternatives$/));
  await person.press(part(person, "U2").getByRole("button", { name: "Swap U2 for DHT22 module (AM2302)" }));
  const notice = await said(person, "Revision 2: swapped.");
  await part(person, "U2").getByText("DHT22 module").first().waitFor();
  await person.press(notice.getByRole("button", { name: "Undo" }));
  await said(person, "Revision 3 is as revision 1 was.");
  await part(person, "U2").locator("strong").filter({ hasText: "BME280" }).waitFor();
}

async function ownsABoard(person: Person): Promise<void> {
  const before = (await person.design()).cost.totalCents;
  await person.press(part(person, "U1").getByRole("checkbox", { name: /^I have it/ }));
  await said(person, "Revision 4: noted.");
  await part(person, "U1").getByText("owned").waitFor();
  const { cost, parts } = await person.design();
  expect(cost.totalCents).toBe(before - (parts.find(({ id }) => id === "U1")?.unitPriceCents ?? 0));
}

async function ticksWires(person: Person): Promise<void> {
  await person.openTab("Wiring");
  const [first, second] = [1, 2].map((step) => person.bench.getByRole("checkbox", { name: `Wire ${step} is laid` }));
  await first?.check();
  await second?.check();
  await person.bench.getByText(/ · 2 of 19 laid$/).waitFor();
  await expect.poll(async () => (await person.stored(`/api/chats/${person.chatId}/ticks`)).connections.length).toBe(2);
  await person.page.reload();
  await person.openTab("Wiring");
  await person.bench.getByText(/ · 2 of 19 laid$/).waitFor();
}

async function comparesAndRestores(person: Person): Promise<void> {
  await person.openTab("History");
  await person.press(person.bench.getByRole("button", { name: "Compare r2" }));
  await person.bench.getByRole("heading", { name: /^Parts/ }).waitFor();
  await person.bench.locator("del").filter({ hasText: "DHT22" }).first().waitFor();
  await person.bench.locator(".diff-lines .added").first().waitFor();
  await person.press(person.bench.getByRole("button", { name: "Parts v2" }));
  await person.page.getByRole("note").filter({ hasText: "You are looking at revision 2." }).waitFor();
  await person.press(person.bench.getByRole("button", { name: "Restore only Parts v2" }));
  await said(person, "Revision 5: Parts is restored.");
  const stale = person.page.getByRole("note").filter({ hasText: "no longer agree" });
  await person.press(stale.getByRole("button", { name: "Bring in line" }));
  await said(person, "all agrees again.");
  await stale.waitFor({ state: "detached" });
  await person.openTab("History");
  await person.press(person.bench.getByRole("button", { name: "Restore revision 1" }));
  await said(person, "is as revision 1 was.");
  expect((await person.design()).parts.map(({ name }) => name).join()).toContain("BME280");
}

describe.each<Screen>(["desktop", "phone"])("on a %s", { timeout: 180_000 }, (screen) => {
  it("[USE-80] parts are swapped, owned and kept, wires ticked, revisions compared and restored; each act says what it did", async (test) => {
    const person = await Person.arrive(test, screen);
    await designs(person);
    await swapsAndTakesBack(person);
    await ownsABoard(person);
    await ticksWires(person);
    await comparesAndRestores(person);
    expect(person.troubles).toEqual([]);
  });
});

it("[USE-81] a fix applies as a new revision with its price, and the verdict is the new one", async (test) => {
  const person = await Person.arrive(test);
  await person.field.fill(bareLed);
  await person.press(person.page.getByRole("button", { name: "Design it" }));
  await person.answered(1);
  await person.openTab("Checks");
  const finding = person.bench.locator(".finding").filter({ hasText: "led-resistor" });
  await finding.getByText("+$0.05").waitFor();
  await person.press(finding.getByRole("button", { name: /^Fix: / }));
  const notice = await said(person, "Revision 2: fixed.");
  await person.bench.getByRole("heading", { name: /^Pass:/ }).waitFor();
  expect((await person.design()).findings.map(({ ruleId }) => ruleId)).not.toContain("led-resistor");
  await person.press(notice.getByRole("button", { name: "Undo" }));
  await finding.waitFor();
});

it("[USE-82] who acts on what somebody else has just changed is told so, and sees it", async (test) => {
  const person = await Person.arrive(test);
  await designs(person);
  await person.openTab("Parts");
  // The other change comes in between: the room has it before it has this person's.
  const between = async (route: Route) => {
    await write(person, `PATCH /api/chats/${person.chatId}/design/parts/U1`, { owned: true, expectedHead: 1 });
    await route.continue();
  };
  await person.page.route("**/design/swap", between, { times: 1 });
  await person.press(part(person, "U2").getByText(/alternatives$/));
  await person.press(part(person, "U2").getByRole("button", { name: /^Swap/ }).first());
  await said(person, "Somebody changed the design first: revision 2 is current now.");
  await part(person, "U1").getByText("owned").waitFor();
});

it("[USE-83] who may only read sees no act, has ticks of their own, and can save what is on the bench", async (test) => {
  const owner = await Person.arrive(test);
  await designs(owner);
  const { token } = await write(owner, `POST /api/chats/${owner.chatId}/invitations`, { role: "viewer" });
  const reader = await Person.arrive(test);
  await write(reader, `POST /api/invitations/${token}/accept`);
  await reader.page.goto(`/chat/${owner.chatId}`);
  await reader.answered(1);
  await reader.openTab("Parts");
  await part(reader, "U2")
    .getByText(/alternatives$/)
    .click();
  await part(reader, "U2").getByText("DHT22 module (AM2302)").first().waitFor();
  expect(await reader.bench.getByRole("button", { name: /^(Swap|Fix|Restore)/ }).count()).toBe(0);
  expect(await reader.bench.getByRole("checkbox").count()).toBe(0);
  await reader.openTab("Wiring");
  await reader.bench.getByRole("checkbox", { name: "Wire 1 is laid" }).check();
  await reader.bench.getByText(/ · 1 of 19 laid$/).waitFor();
  await owner.openTab("Wiring");
  await owner.bench.getByText(/ · 0 of 19 laid$/).waitFor();
});

/** Presses a button that saves a file; answers the file. */
async function saved(person: Person, name: string): Promise<{ filename: string; bytes: Buffer }> {
  const download: Promise<Download> = person.page.waitForEvent("download");
  await person.press(person.bench.locator(".button").filter({ hasText: new RegExp(`^${name}$`) }));
  const file = await download;
  return { filename: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

it("[USE-84] the picture is saved as an SVG that needs nothing else and as a PNG, the programs as a ZIP", async (test) => {
  const person = await Person.arrive(test);
  await person.page.emulateMedia({ colorScheme: "dark" });
  await person.say("ESP32 weather station with an OLED and a joystick");
  await person.answered(1);
  await person.openTab("Diagram");
  const svg = await saved(person, "SVG");
  expect(svg.filename).toMatch(/\.svg$/);
  const text = svg.bytes.toString();
  expect(text).toMatch(/^<svg /);
  expect(text).not.toMatch(/ class=| style=|var\(|<script|href="(?!data:)/);
  expect(text).toContain('fill="#ffffff"');
  expect(text).toContain('href="data:image/svg+xml');
  const png = await saved(person, "PNG");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  const [, width] = /width="(\d+)"/.exec(text.replace(/<rect.*/s, "")) ?? [];
  expect(png.bytes.readUInt32BE(16)).toBe(Number(width) * 2);
  await person.openTab("Code");
  const zip = await saved(person, "ZIP");
  expect(zip.bytes.subarray(0, 4)).toEqual(Buffer.from([0x50, 0x4b, 3, 4]));
  expect(zip.bytes.toString("latin1")).toContain("unit-1-bring-up/platformio.ini");
  expect(person.troubles).toEqual([]);
});

it("[USE-85] a name that was pressed stays lit on every tab; a pin in the code leads to the picture", async (test) => {
  const person = await Person.arrive(test);
  await designs(person);
  await person.openTab("Code");
  await person.press(person.bench.getByRole("button", { name: "kPinSda" }).first());
  await person.page.getByRole("tabpanel", { name: /^Diagram/ }).waitFor();
  await person.bench.locator(".dg-tag.dg-lit").filter({ hasText: "SDA" }).first().waitFor();
  await person.openTab("Wiring");
  const lit = person.bench.locator(".wiring-table tr.lit");
  await person.page.mouse.move(5, 5);
  const sda = (await person.design()).connections.filter(({ net }) => net === "SDA").length;
  await expect.poll(() => lit.count()).toBe(sda);
  await person.bench.getByRole("tabpanel").press("Escape");
  await expect.poll(() => lit.count()).toBe(0);
});

it("[USE-86] the sliders of the Power tab reckon another life and change nothing", async (test) => {
  const person = await Person.arrive(test);
  await designs(person);
  await person.openTab("Power");
  const life = person.bench.locator(".life-figure");
  const before = await life.textContent();
  await person.bench.getByRole("slider", { name: /^Wakes every/ }).press("Home");
  await expect.poll(() => life.textContent()).not.toBe(before);
  expect((await person.design()).revision).toBe(1);
  expect(await violations(person, "power")).toEqual([]);
  await person.press(person.bench.getByRole("button", { name: "Back to the design's own" }));
  expect(await life.textContent()).toBe(before);
});
