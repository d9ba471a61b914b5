import { useState } from "preact/hooks";
import type { CodeFile, Design } from "../../../../src/domain/circuit/design.ts";
import { CodeView } from "../../../../src/views/code/code-view.tsx";
import "../../../../src/views/code/code.css";
import { useNames } from "../../../../src/views/names/names-context.tsx";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";
import { useChat } from "../chat/chat-context.ts";
import { wantedRevision } from "./bench-state.ts";
import { saveFile } from "./save-file.ts";

/** Firmware by Success Unit, to copy and to download. */
export function CodeTab({ design }: { design: Design }) {
  const { bench } = useChat();
  const { active, onActivate, held, onHold } = useNames();
  const { unit, device: chosen } = bench.state.value;
  const device = design.devices.some(({ id }) => id === chosen) ? chosen : (design.devices[0]?.id ?? null);
  const own = design.codeFiles.filter(({ deviceId }) => deviceId === device);
  const file = own.find(({ unitNumber }) => unitNumber === unit) ?? own[0] ?? design.codeFiles[0];
  return (
    <CodeView
      files={design.codeFiles}
      devices={design.devices}
      selectedDevice={file?.deviceId ?? null}
      selectedUnit={unit}
      onSelectUnit={(next, deviceId) => {
        const isFirst = deviceId === design.devices[0]?.id;
        bench.act({ type: "unit_chosen", unit: next, device: isFirst ? null : deviceId });
      }}
      nets={design.nets}
      parts={design.parts}
      connections={design.connections}
      active={active}
      onActivate={onActivate}
      onShowNet={(id) => {
        if (held?.id !== id) onHold?.({ kind: "net", id });
        bench.act({ type: "tab_chosen", tab: "diagram" });
      }}
      actions={file === undefined ? null : <FileActions file={file} />}
    />
  );
}

function FileActions({ file }: { file: CodeFile }) {
  const { session, bench } = useChat();
  const zip = `/api/chats/${session.id}/export?format=zip&revision=${wantedRevision(bench.state.value)}`;
  const [copied, setCopied] = useState<CodeFile | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.content);
      setCopied(file);
    } catch {
      say({ words: text.views.deeds.notCopied });
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        <span aria-live="polite">{copied === file ? text.bench.copied : text.bench.copy}</span>
      </button>
      <button
        type="button"
        class="button"
        onClick={() => saveFile(new Blob([file.content], { type: "text/plain" }), file.filename)}
      >
        {text.bench.download}
      </button>
      <a class="button" href={zip} download="" title={text.views.deeds.zip}>
        ZIP
      </a>
    </>
  );
}
