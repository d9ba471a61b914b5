import { describe, expect, it } from "vitest";
import { compareRevisions } from "../../../src/domain/circuit/compare-revisions.ts";
import type { Finding } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { Checks } from "../../../src/views/checks/checks.tsx";
import { CompareView } from "../../../src/views/history/compare-view.tsx";
import { RevisionLine, writtenBy } from "../../../src/views/history/revision-line.tsx";
import { PartsTable } from "../../../src/views/parts-table/parts-table.tsx";
import { WiringList } from "../../../src/views/wiring-list/wiring-list.tsx";
import { renderInEnglish } from "../render-in-english.tsx";

const station = {
  ...designGoal({ goal: "Battery-powered ESP32 weather station with an OLED, budget $45" }),
  revision: 1,
};
const alarm = { ...designGoal({ goal: "Arduino Uno distance alarm with an HC-SR04 and a buzzer" }), revision: 2 };

const finding: Finding = {
  ruleId: "led-resistor",
  severity: "W",
  message: "D1 has no series resistor",
  nets: [],
  pins: [],
  parts: ["D1"],
  fixes: [{ id: "fix-1", label: "Put 300 ohm in series with D1", deltaCents: 5, patch: [] }],
};
const unsafe = { ...station, verdict: "WARNING" as const, findings: [finding] };

describe("[WEB-121] fixes, swaps and marks", () => {
  it("stand where they belong for who may, with the price and the total that come of them", () => {
    const total = ((station.cost.totalCents + 5) / 100).toFixed(2);
    const html = renderInEnglish(
      <Checks design={unsafe} fixer={(_, { label }) => <button type="button">{label}</button>} />,
    );
    expect(html).toContain("<button");
    expect(html).toContain("+$0.05");
    expect(html).toContain(`total $${total}`);
  });

  it("are words alone for who may not", () => {
    const html = renderInEnglish(<Checks design={unsafe} />);
    expect(html).toContain("Possible fix: Put 300 ohm in series with D1");
    expect(renderInEnglish(<PartsTable design={station} />)).not.toContain("Swap");
  });

  it("of a part say its alternative's price and effect", () => {
    const acts = { swap: () => "[swap]", marks: () => "[marks]" };
    const html = renderInEnglish(<PartsTable design={station} acts={acts} />);
    const amount = station.parts.reduce((sum, { alternatives }) => sum + alternatives.length, 0);
    expect(html.split("[swap]")).toHaveLength(amount + 1);
    expect(html.split("[marks]")).toHaveLength(station.parts.length + 1);
  });

  it("a part that is there costs nothing and keeps its list price", () => {
    const parts = station.parts.map((part) => ({ ...part, owned: part.id === "U1" }));
    const html = renderInEnglish(<PartsTable design={{ ...station, parts }} />);
    expect(html).toMatch(/>10\.00<\/td><td class="number">0\.00<span class="second"> owned<\/span>/);
  });
});

describe("[WEB-122] the wire list", () => {
  it("has a box per wire for who ticks, and says how many are laid", () => {
    const [first] = station.connections;
    const html = renderInEnglish(
      <WiringList design={station} ticked={new Set([first?.id ?? ""])} onTick={() => undefined} />,
    );
    expect(html.match(/type="checkbox"/g)).toHaveLength(station.connections.length);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(html).toContain(`1 of ${station.connections.length} laid`);
  });

  it("has none where nobody is to tick", () => {
    expect(renderInEnglish(<WiringList design={station} />)).not.toContain("checkbox");
  });
});

describe("[WEB-123] two revisions side by side", () => {
  it("show figures, parts, nets, currents, findings, and every program that differs", () => {
    const html = renderInEnglish(<CompareView before={unsafe} after={alarm} />);
    const { files, nets, findings } = compareRevisions(unsafe, alarm);
    for (const title of ["Key figures", "Parts", "Nets", "Currents per rail", "Findings"])
      expect(html).toContain(title);
    for (const { filename } of files) expect(html).toContain(filename);
    expect(html).toContain(findings.removed[0]?.message);
    expect(html).toContain(nets.added[0]?.name);
    expect(html).toContain(">r1<");
    expect(html).toContain(">r2<");
  });

  it("say in one line what is the same in both", () => {
    const html = renderInEnglish(<CompareView before={station} after={{ ...station, revision: 2 }} />);
    expect(html).toContain("The same in both: parts, nets, currents per rail, findings, and code.");
    expect(html).not.toContain("compare-section");
  });
});

describe("[WEB-123] the line of revisions", () => {
  const versions = [
    { slug: "bom", version: 1 },
    { slug: "wiring", version: 1 },
  ];
  const first = {
    number: 1,
    parent: null,
    versions,
    verdict: "PASS" as const,
    totalCents: 4404,
    messageId: null,
    author: { kind: "agent" as const, agent: "bom", modelId: "ohm/engine" },
    changeSummary: "First design",
    createdAt: 0,
  };
  const second = {
    ...first,
    number: 2,
    parent: 1,
    versions: [{ slug: "bom", version: 2 }, versions[1] ?? { slug: "", version: 0 }],
    totalCents: 4204,
    author: { kind: "user" as const, userId: "u", name: "Mara" },
    changeSummary: "+DHT22, −$2.00",
  };

  it("says of each who wrote it, what it wrote, and its price against the one before", () => {
    expect(writtenBy(second, first)).toEqual([{ slug: "bom", version: 2 }]);
    const html = renderInEnglish(<RevisionLine revisions={[first, second]} shown={2} onShow={() => undefined} />);
    expect(html).toContain("by Mara");
    expect(html).toContain("by Ohm");
    expect(html).toContain("Parts v2");
    expect(html).toContain("−$2.00");
    expect(html.indexOf("r2")).toBeLessThan(html.indexOf("r1"));
  });

  it("opens a version where there is a place for it", () => {
    const openerOf = ({ slug }: { slug: string }) => (slug === "bom" ? () => undefined : null);
    const html = renderInEnglish(
      <RevisionLine revisions={[first]} shown={1} onShow={() => undefined} openerOf={openerOf} />,
    );
    expect(html).toMatch(/<button type="button" class="tag">Parts v1/);
    expect(html).toMatch(/<span class="tag">Wiring v1/);
  });
});
