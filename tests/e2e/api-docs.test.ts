import { AxeBuilder } from "@axe-core/playwright";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { browserFor } from "./browser.ts";

const address = inject("address");

describe("the API's description", { timeout: 300_000 }, () => {
  it("[AUTH-45] is a valid OpenAPI 3.1 document", async () => {
    const document = await (await fetch(`${address}/api/openapi.json`)).text();
    const { valid, errors } = await new Validator().validate(JSON.parse(document));
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it.for<Pick<BrowserContextOptions, "colorScheme"> & { width: number }>([
    { width: 1280, colorScheme: "light" },
    { width: 390, colorScheme: "dark" },
  ])(
    "[AUTH-46] is readable at $width px in $colorScheme, without script",
    async ({ width, colorScheme = "light" }, test) => {
      const browser = await browserFor(test);
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      await page.goto(`${address}/api/docs`);
      // Everything open: what is folded away has to be readable too.
      for (const summary of await page.locator("main summary").all()) await summary.click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      expect(await page.locator("script").count()).toBe(0);
      expect(said).toEqual([]);
      await context.close();
    },
  );

  it("[AUTH-46] is printed with all examples and without the contents", async (test) => {
    const page = await (await browserFor(test)).newPage();
    await page.goto(`${address}/api/docs`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("main details pre").first().isVisible()).toBe(true);
    await page.close();
  });
});
