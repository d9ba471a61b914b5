import { expect, inject, it } from "vitest";

it("an address of the client gives the page, an unknown one of the API a problem", async () => {
  const page = await fetch(`${inject("address")}/chat/some-id`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toContain("text/html");
  const problem = await fetch(`${inject("address")}/api/nothing-here`);
  expect(problem.status).toBe(404);
  expect(problem.headers.get("content-type")).toBe("application/problem+json");
});
