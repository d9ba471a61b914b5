import { describe, expect, it } from "vitest";
import type { Design } from "../../src/domain/circuit/design.ts";
import { pinLabel } from "../../src/views/names/name.ts";
import { viewTextEn } from "../../src/views/text/view-text.ts";
import type { Screen } from "./person.ts";
import { goal, Person } from "./person.ts";

/** Notes in the page every length that an answer's text has, however seldom this test gets to look. */
const noteLengths = `
  window.lengths = [];
  new MutationObserver(() => {
    const length = document.querySelector("[role=log] .answer .prose")?.textContent.length ?? 0;
    if (length !== (window.lengths.at(-1) ?? 0)) window.lengths.push(length);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
`;

/** Says the goal and follows the first answer to its end. */
async function seesTheAnswerGrow(person: Person): Promise<void> {
  await person.page.evaluate(noteLengths);
  await person.say(goal);
  await person.answered(1);
  const lengths = await person.page.evaluate<number[]>("window.lengths");
  // A busy machine draws few of the deltas: more than one it always does.
  expect(lengths.length).toBeGreaterThanOrEqual(2);
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  expect(person.deltas).toBeGreaterThanOrEqual(30);
}

function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

async function seesParts(person: Person, design: Design): Promise<void> {
  await person.openTab("Parts");
  // A phone has no room for the words; they are there all the same.
  await person.bench.getByText(`revision ${design.revision}`, { exact: true }).waitFor({ state: "attached" });
  const rows = person.page.locator(".parts-table > tbody > tr:not(.more)");
  const named = await rows.evaluateAll((all) =>
    all.map((row) => [row.cells[0].textContent, row.querySelector("strong").textContent]),
  );
  expect(named).toEqual(design.parts.map(({ id, name }) => [id, name]));
  const prices = await rows.evaluateAll((all) => all.map((row) => Math.round(Number(row.cells[8].textContent) * 100)));
  expect(Math.min(...prices)).toBeGreaterThan(0);
  const total = prices.reduce((sum, price) => sum + price, 0);
  await person.page
    .getByRole("row", { name: "Total" })
    .filter({ hasText: dollars(total) })
    .waitFor();
  await person.bench.getByText(`${dollars(4500 - total)} under $45.00`).waitFor();
}

async function seesWires(person: Person, design: Design): Promise<void> {
  await person.openTab("Wiring");
  const rows = await person.page
    .locator(".wiring-table tbody tr")
    .evaluateAll((all) => all.map((row) => [1, 2, 3, 4].map((place) => row.cells[place].textContent)));
  const wires = design.connections.toSorted((one, other) => one.step - other.step);
  expect(rows).toEqual(
    wires.map(({ step, from, to, colour }) => [String(step), pinLabel(from), pinLabel(to), viewTextEn.wire[colour]]),
  );
}

async function seesThePicture(person: Person, design: Design): Promise<void> {
  await person.openTab("Diagram");
  const picture = person.bench.getByRole("img", { name: /^Wiring diagram/ });
  await picture.waitFor();
  const idsOf = (selector: string, attribute: string) =>
    picture
      .locator(selector)
      .evaluateAll((all, name): string[] => all.map((one) => one.getAttribute(name)).sort(), attribute);
  const breadboards = design.parts.filter(({ catalogId }) => catalogId?.startsWith("breadboard"));
  const wired = new Set(design.connections.flatMap(({ from, to }) => [from, to]).map((pin) => pin.split(":")[0]));
  for (const { id } of breadboards) wired.delete(id);
  expect(await idsOf("[data-part]", "data-part")).toEqual([...wired].sort());
  const wires = design.connections.map(({ id }) => id).sort();
  expect(await idsOf(".dg-handle", "data-wire")).toEqual(wires);
  expect(await idsOf("[data-wire]:has(> .dg-core[d^=M])", "data-wire")).toEqual(wires);
}

async function seesCode(person: Person, design: Design): Promise<void> {
  await person.openTab("Code");
  expect(design.codeFiles).toHaveLength(3);
  for (const file of design.codeFiles) {
    const unit = viewTextEn.code.unit[file.unitNumber].name;
    await person.press(person.bench.getByRole("button", { name: new RegExp(`^${file.unitNumber} ${unit}`) }));
    const listing = person.bench.getByRole("region", { name: file.filename });
    const code = await listing.locator("code").evaluate((shown) => {
      const copy = shown.cloneNode(true);
      for (const note of copy.querySelectorAll(".wired-to")) note.remove();
      return copy.textContent;
    });
    expect(code).toBe(file.content);
  }
}

async function seesTheVerdict(person: Person, design: Design): Promise<void> {
  await person.openTab("Checks");
  expect(design.verdict).toBe("PASS");
  await person.bench.getByRole("heading", { name: viewTextEn.checks.headline.PASS }).waitFor();
  await person.bench.locator(".readouts").getByText("Pass", { exact: true }).waitFor();
}

/** Asks for another sensor and sees version 2 at the same address. */
async function changesTheSensor(person: Person): Promise<void> {
  const address = person.page.url();
  await person.show("Chat");
  await person.say("use a DHT22 instead");
  await person.answered(2);
  await person.card(2, "Parts v2").filter({ hasText: "+DHT22 −BME280" }).waitFor();
  for (const name of ["Wiring v2", "Code 1 v2", "Code 2 v2", "Code 3 v2", "Checks v2"]) {
    expect(await person.card(2, name).count()).toBe(1);
  }
  await person.openTab("History");
  expect(await person.page.getByRole("tab", { name: "History r2" }).count()).toBe(1);
  expect(await person.bench.locator(".revision .mono").allTextContents()).toEqual(["r2", "r1"]);
  await seesParts(person, await person.design());
  await seesPart(person, "DHT22", "BME280");
  expect(person.page.url()).toBe(address);
}

/** Waits for a part on the Parts tab, and holds that the one it stands for is not there. */
async function seesPart(person: Person, name: string, insteadOf: string): Promise<void> {
  const names = person.page.locator(".parts-table .part-cell strong");
  await names.filter({ hasText: name }).waitFor();
  expect(await names.filter({ hasText: insteadOf }).count()).toBe(0);
}

/** Opens version 1 by its card, reloads at its own address, and goes back to what is current. */
async function looksBack(person: Person): Promise<void> {
  const banner = person.page.getByRole("note").filter({ hasText: "You are looking at revision 1." });
  await person.show("Chat");
  await person.press(person.card(1, "Parts v1"));
  await banner.waitFor();
  await person.page.getByRole("tabpanel", { name: /^Parts/ }).waitFor();
  await seesPart(person, "BME280", "DHT22");
  expect(new URL(person.page.url()).pathname).toBe(`/chat/${person.chatId}/artifact/bom/version/1`);
  await person.page.reload();
  await banner.waitFor({ state: "attached" });
  await person.show("Bench");
  await person.page.getByRole("tabpanel", { name: /^Parts/ }).waitFor();
  await seesPart(person, "BME280", "DHT22");
  await person.press(person.page.getByRole("button", { name: "Back to revision 2" }));
  await banner.waitFor({ state: "detached" });
  await seesPart(person, "DHT22", "BME280");
}

async function findsAllAgain(person: Person): Promise<void> {
  const address = person.page.url();
  await person.show("Chat");
  const said = await person.log.textContent();
  await person.page.reload();
  await person.answered(2);
  expect(await person.log.textContent()).toBe(said);
  await person.openTab("Parts");
  await seesPart(person, "DHT22", "BME280");
  if (person.screen === "phone") {
    await person.show("Chat");
    await person.press(person.page.getByRole("link", { name: "Start a new design" }));
  } else await person.press(person.page.getByRole("link", { name: "New", exact: true }));
  const recent = person.page.getByRole("list", { name: "Recent chats" });
  await person.press(recent.getByRole("link", { name: "Weather station (ESP32)" }));
  await person.answered(2);
  expect(person.page.url()).toBe(address);
}

describe.each<Screen>(["desktop", "phone"])("a person without an account, on a %s,", (screen) => {
  it("[USE-1] gets from one sentence to a checked design, changes it, looks back and finds all again", async (test) => {
    const person = await Person.arrive(test, screen);
    await seesTheAnswerGrow(person);
    const design = await person.design();
    await seesThePicture(person, design);
    await seesParts(person, design);
    await seesWires(person, design);
    await seesCode(person, design);
    await seesTheVerdict(person, design);
    await changesTheSensor(person);
    await looksBack(person);
    await findsAllAgain(person);
    expect(person.troubles).toEqual([]);
  });
});
