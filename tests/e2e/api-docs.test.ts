import { AxeBuilder } from "@axe-core/playwright";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { browserFor } from "./browser.ts";

const address = inject("address");

/** One group, opened, stands for all: the page repeats its few forms, and axe takes minutes for thousands of elements. */
const shorten = `
  for (const other of document.querySelectorAll("main > section:not(:has(> #group-messages))")) other.remove();
  for (const folded of document.querySelectorAll("details")) folded.open = true;
`;

describe("the API's description", { timeout: 300_000 }, () => {
  it("[AUTH-45] is a valid OpenAPI 3.1 document", async () => {
    const document = await (await fetch(`${address}/api/openapi.json`)).text();
    const { valid, errors } = await new Validator().validate(JSON.parse(document));
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it.for<Pick<BrowserContextOptions, "colorScheme"> & { width: number }>([
    { width: 1280, colorScheme: "light" },
    { width: 390, colorScheme: "dark" },
  ])("[AUTH-46] is readable at $width px in $colorScheme, without script", async (screen, test) => {
    const browser = await browserFor(test);
    const { width, colorScheme = "light" } = screen;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(`${address}/api/docs`);
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.evaluate(shorten);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  });

  it("[AUTH-46] is printed with all examples and without the contents", async (test) => {
    const page = await (await browserFor(test)).newPage();
    await page.goto(`${address}/api/docs`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("main details pre").first().isVisible()).toBe(true);
    await page.close();
  });
});
