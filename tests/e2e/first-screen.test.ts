import { expect, inject, it } from "vitest";
import { launch } from "./browser.ts";

it("the page opens in a browser without an error", async (test) => {
  const browser = await launch(test);
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
    await page.goto(inject("address"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

it("an address of the client gives the page, an unknown one of the API a problem", async () => {
  const page = await fetch(`${inject("address")}/chat/some-id`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toContain("text/html");
  const problem = await fetch(`${inject("address")}/api/nothing-here`);
  expect(problem.status).toBe(404);
  expect(problem.headers.get("content-type")).toBe("application/problem+json");
});
