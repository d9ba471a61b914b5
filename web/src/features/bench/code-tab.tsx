import { useState } from "preact/hooks";
import type { CodeFile, Design } from "../../../../src/domain/circuit/design.ts";
import { CodeView } from "../../../../src/views/code/code-view.tsx";
import "../../../../src/views/code/code.css";
import { useNames } from "../../../../src/views/names/names-context.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { saveFile } from "./save-file.ts";

/** Firmware by Success Unit, to copy and to download. */
export function CodeTab({ design }: { design: Design }) {
  const { bench } = useChat();
  const { active, onActivate, held, onHold } = useNames();
  const { unit } = bench.state.value;
  const [chosen, setChosen] = useState<string | null>(null);
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
        setChosen(deviceId);
        bench.act({ type: "unit_chosen", unit: next });
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
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(file.content);
    setCopied(file.filename);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        <span aria-live="polite">{copied === file.filename ? text.bench.copied : text.bench.copy}</span>
      </button>
      <button
        type="button"
        class="button"
        onClick={() => saveFile(new Blob([file.content], { type: "text/plain" }), file.filename)}
      >
        {text.bench.download}
      </button>
    </>
  );
}
