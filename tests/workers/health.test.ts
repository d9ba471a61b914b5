import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";

describe("the Worker in its real runtime", () => {
  it("answers its health", async () => {
    const answer = await exports.default.fetch("http://ohm.test/api/health");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true });
  });

  it("answers an unknown API address with a problem, not with the page", async () => {
    const answer = await exports.default.fetch("http://ohm.test/api/nothing-here");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 404, code: "not_found", requestId: expect.any(String) });
  });
});
