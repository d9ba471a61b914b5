import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import type { NamedActor } from "../../../src/application/room/require-member.ts";
import type { RoomRequest } from "../../../src/application/room/room-request.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { OhmError } from "../../../src/domain/error/ohm-error.ts";
import { openEngineRoom } from "./engine-room.ts";
import { ask, join, say } from "./in-the-room.ts";
import type { TestRoom } from "./test-room.ts";
import { ada } from "./test-room.ts";

const goal = "ESP32 weather station with an OLED, budget $45";

const head = ({ storage }: TestRoom) => storage.artifacts.headRevision();

function design({ storage }: TestRoom, revision = storage.artifacts.headRevision()): Design {
  const found = storage.artifacts.revision(revision)?.design;
  if (!found) throw new Error(`There is no revision ${revision}`);
  return found;
}

const parts = (test: TestRoom, revision = head(test)) =>
  design(test, revision).parts.map(({ id, catalogId }) => `${id} ${catalogId}`);

const idOf = (test: TestRoom, catalogId: string) =>
  design(test).parts.find((part) => part.catalogId === catalogId)?.id ?? `no ${catalogId}`;

async function request(test: TestRoom, wanted: RoomRequest, actor: NamedActor = ada): Promise<Record<string, unknown>> {
  const reply = await answerRequest(test.room, actor, wanted);
  return reply.ok ? JSON.parse(reply.json) : {};
}

/** The code that a request is refused with. */
async function refusal(test: TestRoom, wanted: RoomRequest, actor: NamedActor = ada) {
  const before = JSON.stringify([head(test), test.storage.artifacts.heads(), test.storage.log.last()]);
  const error = await answerRequest(test.room, actor, wanted).catch((thrown: unknown) => thrown);
  expect(JSON.stringify([head(test), test.storage.artifacts.heads(), test.storage.log.last()])).toBe(before);
  return error instanceof OhmError ? error.code : "answered";
}

const swap = (partId: string, catalogId: string, expectedHead: number): RoomRequest => {
  return { kind: "by-hand", act: { kind: "swap", partId, catalogId }, expectedHead };
};
const mark = (partId: string, marks: { owned?: boolean; pinned?: boolean }, expectedHead: number): RoomRequest => {
  return { kind: "by-hand", act: { kind: "mark", partId, ...marks }, expectedHead };
};
const stale = ({ storage }: TestRoom) => storage.artifacts.heads().flatMap((one) => (one.stale ? [one.slug] : []));

/** A weather station with a BME280 at revision 1 and a DHT22 at revision 2. */
async function station(): Promise<TestRoom> {
  const test = openEngineRoom();
  await ask(test, goal);
  await ask(test, "use a DHT22 instead");
  expect(parts(test)).toContain(`${idOf(test, "dht22")} dht22`);
  return test;
}

describe("a part swapped by hand", () => {
  it("[ACT-2] is a revision of the person's, with every artifact that changes, and the designator stays", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    const old = idOf(test, "bme280");
    expect(await request(test, swap(old, "dht22", 1))).toEqual({ revision: 2 });
    expect(parts(test)).toContain(`${old} dht22`);
    const row = test.storage.artifacts.revision(2)?.revision;
    expect(row).toMatchObject({ author: { kind: "user", userId: "ada", name: "Ada" }, parent: 1, messageId: null });
    expect(row?.changeSummary).toMatch(/\+DHT22.*−BME280/);
    for (const { slug, version } of row?.versions ?? []) {
      expect(test.storage.artifacts.head(slug)?.currentVersion).toBe(version);
    }
    expect(design(test).findings.filter(({ severity }) => severity === "E")).toEqual([]);
  });

  it("[ACT-2] names the part: a later change keeps it", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    await request(test, swap(idOf(test, "bme280"), "dht22", 1));
    await ask(test, "make it cheaper");
    await ask(test, "add a buzzer");
    expect(parts(test).some((part) => part.endsWith(" dht22"))).toBe(true);
  });

  it("[ACT-2] takes another board, and every alternative that the design offers leads to a design or a reason", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    let revision = 1;
    for (const part of design(test, 1).parts) {
      for (const { catalogId } of part.alternatives) {
        const expectedHead = head(test);
        const answer = await request(test, swap(part.id, catalogId, expectedHead)).catch((error: unknown) => error);
        if (answer instanceof OhmError) expect([answer.code, answer.message === ""]).toEqual(["unsupported", false]);
        else {
          revision = head(test);
          expect(design(test).parts.some((one) => one.catalogId === catalogId)).toBe(true);
          await request(test, { kind: "restore-design", revision: 1, expectedHead: revision });
        }
      }
    }
    expect(revision).toBeGreaterThan(5);
  });

  it("[ACT-1] is refused where the head has moved, and by whom may not, and for what is not there", async () => {
    const test = await station();
    const viewer = join(test, "vera", "viewer");
    const part = idOf(test, "dht22");
    expect(await refusal(test, swap(part, "bme280", 1))).toBe("head_moved");
    expect(await refusal(test, swap(part, "bme280", 3))).toBe("head_moved");
    expect(await refusal(test, swap(part, "bme280", 2), viewer)).toBe("forbidden");
    expect(await refusal(test, swap("U99", "bme280", 2))).toBe("not_found");
    expect(await refusal(test, swap(part, "flux-capacitor", 2))).toBe("invalid");
    expect(await refusal(test, swap(part, "led-5mm", 2))).toBe("unsupported");
    expect(
      await refusal(test, { kind: "by-hand", act: { kind: "fix", ruleId: "short", fixId: "fix-9" }, expectedHead: 2 }),
    ).toBe("invalid");
  });

  it("[ACT-1] is refused before the first design", async () => {
    const test = openEngineRoom();
    expect(await refusal(test, swap("U1", "bme280", 0))).toBe("not_found");
  });
});

describe("a part that is marked", () => {
  it("[ACT-3] costs nothing while it is owned, and says its price again after", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    const [board] = design(test).parts;
    const total = design(test).cost.totalCents;
    await request(test, mark(board?.id ?? "", { owned: true }, 1));
    expect(design(test).cost.totalCents).toBe(total - (board?.unitPriceCents ?? 0));
    expect(design(test).parts[0]).toMatchObject({ owned: true, unitPriceCents: board?.unitPriceCents });
    await request(test, mark(board?.id ?? "", { owned: false }, 2));
    expect(design(test).cost.totalCents).toBe(total);
    expect(parts(test)).toEqual(parts(test, 1));
  });

  it("[ACT-3] stays what it is while it is pinned", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    await request(test, mark(idOf(test, "bme280"), { pinned: true }, 1));
    await ask(test, "make it cheaper");
    expect(parts(test).some((part) => part.endsWith(" bme280"))).toBe(true);
    const resistor = design(test).parts.find(({ category }) => category === "mechanical")?.id ?? "";
    expect(await refusal(test, mark(resistor, { pinned: true }, head(test)))).toBe("unsupported");
  });
});

describe("a revision that is restored", () => {
  it("[ACT-4] comes back as a new revision, with versions whose content is the old one's and whose parent is the current one", async () => {
    const test = await station();
    expect(await request(test, { kind: "restore-design", revision: 1, expectedHead: 2 })).toEqual({ revision: 3 });
    const { designators: _, revision: __, ...now } = design(test, 3);
    const { designators: ___, revision: ____, ...then } = design(test, 1);
    expect(now).toEqual(then);
    const { artifacts } = test.storage;
    expect(artifacts.version("bom", 3)).toMatchObject({
      content: artifacts.version("bom", 1)?.content,
      parentNumber: 2,
      changeSummary: "Version 1 restored",
      author: { kind: "user", userId: "ada" },
    });
    expect(stale(test)).toEqual([]);
    expect(artifacts.revision(3)?.revision).toMatchObject({
      changeSummary: "Revision 1 restored",
      verdict: then.verdict,
    });
  });

  it("[ACT-4] gives no designator again that the chat ever gave", async () => {
    const test = openEngineRoom();
    await ask(test, goal);
    await ask(test, "add a red LED");
    const given = new Set(parts(test).map((part) => part.split(" ")[0]));
    await request(test, { kind: "restore-design", revision: 1, expectedHead: 2 });
    await ask(test, "add a buzzer");
    const fresh = design(test)
      .parts.map(({ id }) => id)
      .filter((id) => !parts(test, 1).some((one) => one.startsWith(`${id} `)));
    expect(fresh.filter((id) => given.has(id))).toEqual([]);
  });

  it("[ACT-4] in which one artifact had been restored comes back with what did not agree in it", async () => {
    const test = await station();
    await request(test, { kind: "restore-artifact", slug: "code-3", version: 1, expectedHead: 2 });
    expect(stale(test)).toContain("code-3");
    const mixed = stale(test);
    await request(test, { kind: "restore-design", revision: 3, expectedHead: 3 });
    expect(stale(test)).toEqual(mixed);
    await request(test, { kind: "restore-design", revision: 2, expectedHead: 3 });
    expect(stale(test)).toEqual([]);
    await request(test, { kind: "restore-design", revision: 3, expectedHead: 4 });
    expect(stale(test)).toContain("code-3");
    await request(test, { kind: "align-design", expectedHead: 5 });
    expect(stale(test)).toEqual([]);
    expect(design(test).codeFiles.map(({ content }) => content)).toEqual(
      design(test, 2).codeFiles.map(({ content }) => content),
    );
  });

  it("[ACT-4] that is the head already writes nothing", async () => {
    const test = await station();
    expect(await request(test, { kind: "restore-design", revision: 2, expectedHead: 2 })).toEqual({ revision: 2 });
    expect(head(test)).toBe(2);
    expect(await refusal(test, { kind: "restore-design", revision: 9, expectedHead: 2 })).toBe("invalid");
  });

  it("[ACT-1] loses to a turn that came first, which keeps what it made", async () => {
    const test = await station();
    say(test, "add a buzzer");
    const restored = answerRequest(test.room, ada, { kind: "restore-design", revision: 1, expectedHead: 2 });
    await test.clock.advance(20_000);
    await restored;
    // The restore came first: the turn replayed its wish on it.
    expect(parts(test).some((part) => part.endsWith(" bme280"))).toBe(true);
    expect(design(test).requirements.functions.some(({ id }) => id === "act-sound")).toBe(true);
    expect(head(test)).toBe(4);
  });
});

describe("one artifact that is restored", () => {
  const one = (slug: string, version: number, expectedHead: number): RoomRequest => {
    return { kind: "restore-artifact", slug, version, expectedHead };
  };

  it("[ACT-5] has the design checked, and marks what does not agree, without rewriting it", async () => {
    const test = await station();
    const before = test.storage.artifacts.head("wiring")?.currentVersion;
    const answer = await request(test, one("bom", 1, 2));
    expect(answer).toEqual({ version: 3, revision: 3 });
    expect(stale(test)).toEqual(["code-1", "code-2", "code-3", "context", "wiring"]);
    expect(test.storage.artifacts.head("wiring")?.currentVersion).toBe(before);
    expect(design(test).verdict).toBe("FAIL");
    expect(test.storage.artifacts.revision(3)?.revision.verdict).toBe("FAIL");
    expect(parts(test).some((part) => part.endsWith(" bme280"))).toBe(true);
  });

  it("[ACT-6] is what the others are brought in line with", async () => {
    const test = await station();
    await request(test, one("bom", 1, 2));
    expect(await request(test, { kind: "align-design", expectedHead: 3 })).toEqual({ revision: 4 });
    expect(stale(test)).toEqual([]);
    expect(design(test).nets).toEqual(design(test, 1).nets);
    expect(design(test).codeFiles).toEqual(design(test, 1).codeFiles);
    expect(design(test).verdict).toBe(design(test, 1).verdict);
    expect(await refusal(test, { kind: "align-design", expectedHead: 4 })).toBe("conflict");
  });

  it("[ACT-5] is what the next change starts from, and that brings everything in line", async () => {
    const test = await station();
    await request(test, one("bom", 1, 2));
    await ask(test, "add a buzzer");
    expect(parts(test).some((part) => part.endsWith(" bme280"))).toBe(true);
    expect(parts(test).some((part) => part.endsWith(" dht22"))).toBe(false);
    expect(stale(test)).toEqual([]);
    expect(design(test).findings.filter(({ severity }) => severity === "E")).toEqual([]);
  });

  it("[ACT-5] can be any version of any artifact", async () => {
    const test = await station();
    for (const { slug, totalVersions } of test.storage.artifacts.heads()) {
      for (let version = 1; version <= totalVersions; version += 1) {
        const current = test.storage.artifacts.head(slug)?.currentVersion ?? 0;
        const answer = await request(test, one(slug, version, current));
        expect(answer.revision, `${slug} ${version}`).toBe(head(test));
        const named = test.storage.artifacts.revision(head(test))?.revision.versions ?? [];
        expect(named.map((ref) => ref.slug)).toContain(slug);
        for (const ref of named) expect(test.storage.artifacts.version(ref.slug, ref.version)).not.toBeNull();
      }
    }
    await request(test, { kind: "restore-design", revision: 2, expectedHead: head(test) });
    expect(stale(test)).toEqual([]);
  });

  it("[ACT-5] knows the artifact's own head", async () => {
    const test = await station();
    expect(await refusal(test, one("bom", 1, 1))).toBe("head_moved");
    expect(await refusal(test, one("bom", 7, 2))).toBe("invalid");
    expect(await refusal(test, one("nothing", 1, 1))).toBe("not_found");
  });

  it("[ACT-5] of the checks stays what the checker does not say", async () => {
    const test = await station();
    const checks = () => test.storage.artifacts.head("verification")?.currentVersion ?? 0;
    await request(test, one("verification", 1, checks()));
    expect(stale(test)).toEqual(["verification"]);
    expect(design(test).verdict).toBe(design(test, 2).verdict);
    await request(test, { kind: "align-design", expectedHead: head(test) });
    expect(stale(test)).toEqual([]);
    expect(test.storage.artifacts.version("verification", checks())?.content).toBe(
      test.storage.artifacts.version("verification", 2)?.content,
    );
  });
});

describe("wires that are ticked off", () => {
  it("[ACT-9] are each person's own, a viewer's too", async () => {
    const test = await station();
    const viewer = join(test, "vera", "viewer");
    await request(test, { kind: "tick", connections: ["U1:21-U2:SDA", "U1:21-U2:SDA"] }, viewer);
    expect(await request(test, { kind: "ticks" }, viewer)).toEqual({ connections: ["U1:21-U2:SDA"] });
    expect(await request(test, { kind: "ticks" })).toEqual({ connections: [] });
  });
});

describe("two revisions", () => {
  it("[ACT-8] are compared either way round", async () => {
    const test = await station();
    const there = await request(test, { kind: "compare-designs", from: 1, to: 2 });
    const back = await request(test, { kind: "compare-designs", from: 2, to: 1 });
    expect([there.deltaCents, there.added]).toEqual([-Number(back.deltaCents), back.removed]);
    expect(await refusal(test, { kind: "compare-designs", from: 1, to: 9 })).toBe("invalid");
  });
});
