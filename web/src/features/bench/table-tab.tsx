import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { isPinned } from "../../../../src/domain/circuit/by-hand/pinned.ts";
import type { Alternative, Design, DesignPart } from "../../../../src/domain/circuit/design.ts";
import { Checks } from "../../../../src/views/checks/checks.tsx";
import type { PartActs } from "../../../../src/views/parts-table/parts-table.tsx";
import { PartsTable } from "../../../../src/views/parts-table/parts-table.tsx";
import { WiringList } from "../../../../src/views/wiring-list/wiring-list.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { isHeadShown, wantedRevision } from "./bench-state.ts";
import { DeedButton } from "./deed-button.tsx";
import "./table-tab.css";
import "./tick.css";
import { fix, leaveToChange, markPart, swap } from "./design-deeds.ts";
import { wireTicks } from "./wire-ticks.ts";

/** The tabs that are tables and lists: their code comes after the picture's. */
export function TableTab({ tab, design }: { tab: "parts" | "wiring" | "checks"; design: Design }) {
  switch (tab) {
    case "parts":
      return <PartsTab design={design} />;
    case "wiring":
      return <WiringTab design={design} />;
    case "checks":
      return <ChecksTab design={design} />;
  }
}

function PartsTab({ design }: { design: Design }) {
  return (
    <>
      <PartsTable design={design} acts={usePartActs()} />
      <Downloads files={[{ format: "bom", filename: "bom.csv" }]} />
    </>
  );
}

/** Findings with the fixes that can be applied: only to what is current, for their ids are those of one revision. */
function ChecksTab({ design }: { design: Design }) {
  const chat = useChat();
  const isCurrent = isHeadShown(chat.bench.state.value);
  const first = design.findings.flatMap(({ fixes = [] }) => fixes)[0]?.id;
  if (!isCurrent || !leaveToChange(chat).may) return <Checks design={design} />;
  return (
    <Checks
      design={design}
      fixer={(finding, { id, label }) => (
        <DeedButton class={id === first ? "primary" : ""} onDo={() => void fix(chat, finding.ruleId, id)}>
          {text.views.deeds.fix(label)}
        </DeedButton>
      )}
    />
  );
}

/** What may be done with the parts of the current design; undefined where nothing may. */
function usePartActs(): PartActs | undefined {
  const chat = useChat();
  if (!isHeadShown(chat.bench.state.value) || !leaveToChange(chat).may) return undefined;
  return {
    swap: (part: DesignPart, { catalogId, name }: Alternative) => (
      <DeedButton icon="swap" onDo={() => void swap(chat, part.id, catalogId)}>
        {text.views.deeds.swap}
        <span class="unseen"> {text.views.deeds.swapFor(part.id, name)}</span>
      </DeedButton>
    ),
    marks: (part: DesignPart) => <PartMarks part={part} />,
  };
}

function PartMarks({ part }: { part: DesignPart }) {
  const chat = useChat();
  const { deeds } = text.views;
  const requirements = chat.bench.design.value?.requirements;
  const isKept = requirements !== undefined && isPinned(part, requirements);
  return (
    <span class="part-marks">
      <Mark of={part} isOn={part.owned} onMark={(owned) => void markPart(chat, part.id, { owned })}>
        {deeds.have}
      </Mark>
      {isKept || part.alternatives.length > 0 ? (
        <Mark of={part} isOn={isKept} onMark={(pinned) => void markPart(chat, part.id, { pinned })}>
          {deeds.pin}
        </Mark>
      ) : null}
    </span>
  );
}

interface MarkProps {
  of: DesignPart;
  isOn: boolean;
  onMark: (isOn: boolean) => void;
  children: ComponentChildren;
}

/** A tick that follows the design: it stands once the revision that holds it is here. */
function Mark({ of, isOn, onMark, children }: MarkProps) {
  const { waits } = leaveToChange(useChat());
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        aria-disabled={waits}
        onClick={(event) => {
          event.preventDefault();
          if (!waits) onMark(!isOn);
        }}
      />{" "}
      {children}
      <span class="unseen">: {of.id}</span>
    </label>
  );
}

/** Wires in build order, with this person's ticks. */
function WiringTab({ design }: { design: Design }) {
  const { session, bench } = useChat();
  const ticks = wireTicks(session.id);
  const isOpen = session.status.value.kind === "open";
  useEffect(() => (isOpen ? ticks.resume() : undefined), [isOpen, ticks]);
  return (
    <>
      <WiringList
        design={design}
        shownStep={bench.state.value.step}
        onShowStep={(step) => bench.act({ type: "step_chosen", step, tab: "diagram" })}
        ticked={ticks.laid.value ?? undefined}
        onTick={ticks.tick}
      />
      <Downloads
        files={[
          { format: "wiring", filename: "wiring.csv" },
          { format: "wokwi", filename: "diagram.json" },
        ]}
      />
    </>
  );
}

interface DownloadsProps {
  files: { format: "bom" | "wiring" | "wokwi"; filename: string }[];
}

/** Links to the shown revision as files. */
function Downloads({ files }: DownloadsProps) {
  const { session, bench } = useChat();
  const revision = wantedRevision(bench.state.value);
  return (
    <p class="bench-acts downloads">
      {files.map(({ format, filename }) => (
        <a
          key={format}
          class="button"
          href={`/api/chats/${session.id}/export?format=${format}&revision=${revision}`}
          download={filename}
        >
          {text.bench.download} {filename}
        </a>
      ))}
    </p>
  );
}
