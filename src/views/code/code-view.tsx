import type { ComponentChildren } from "preact";
import type { CodeFile } from "../../domain/circuit/design.ts";
import { lineCount } from "../../domain/circuit/firmware/line-count.ts";
import type { Name } from "../names/name.ts";
import { useWording } from "../text/wording.tsx";
import { CodeListing } from "./code-listing.tsx";
import { LadderBadge, LadderList } from "./ladder-list.tsx";
import type { WiredBoard } from "./pin-names.ts";
import { pinNames } from "./pin-names.ts";

/** Props of the Code tab. `actions` is the place for what needs a browser: copy, download. */
export interface CodeViewProps {
  /** Files of all devices, three of each. */
  files: readonly CodeFile[];
  /** Names of the devices, where there are several. */
  devices?: readonly { id: string; name: string }[];
  /** Device whose file is shown; the first where it is absent. */
  selectedDevice?: string | null;
  selectedUnit: CodeFile["unitNumber"];
  onSelectUnit: (unit: CodeFile["unitNumber"], deviceId: string) => void;
  nets: WiredBoard["nets"];
  parts: WiredBoard["parts"];
  connections: WiredBoard["connections"];
  active: Name | null;
  onActivate: (name: Name | null) => void;
  actions?: ComponentChildren;
  /** Shows a net in the diagram; absent where there is none. */
  onShowNet?: (netId: string) => void;
}

/** Firmware by Success Unit: the file, what has been proved about it, its libraries and what its serial port should say. */
export function CodeView(props: CodeViewProps) {
  const { text } = useWording();
  const own = props.files.filter(({ deviceId }) => deviceId === (props.selectedDevice ?? props.files[0]?.deviceId));
  const file = own.find((each) => each.unitNumber === props.selectedUnit) ?? own[0] ?? props.files[0];
  if (file === undefined) return <p class="quiet">{text.code.empty}</p>;
  return (
    <section class="code-view" aria-label={text.code.label}>
      <div class="code-units">
        <UnitList files={props.files} devices={props.devices ?? []} selected={file} onSelectUnit={props.onSelectUnit} />
      </div>
      <div class="code-main">
        <header class="code-head">
          <b class="mono">{file.filename}</b>
          <span class="quiet">
            {text.code.language[file.language]} · {file.platform}
            {file.productionReady ? ` · ${text.code.ready}` : ""}
          </span>
          <span class="code-actions">{props.actions}</span>
        </header>
        <CodeListing
          file={file}
          pins={pinNames(file, props)}
          active={props.active}
          onActivate={props.onActivate}
          onShowNet={props.onShowNet}
        />
        <Modules modules={file.modules ?? []} />
        <ExpectedSerial lines={file.expectedSerial ?? []} />
      </div>
      <aside class="code-proof">
        <h2 class="code-heading">
          {text.code.evidence} <LadderBadge ladder={file.ladder} />
        </h2>
        <LadderList ladder={file.ladder} />
        <h2 class="code-heading">{text.code.libraries}</h2>
        <Libraries file={file} />
      </aside>
    </section>
  );
}

type UnitListProps = {
  files: readonly CodeFile[];
  devices: readonly { id: string; name: string }[];
  selected: CodeFile;
} & Pick<CodeViewProps, "onSelectUnit">;

/** The units of each device, under its name where there are several. */
function UnitList({ files, devices, selected, onSelectUnit }: UnitListProps) {
  const { text } = useWording();
  const groups = devices.length > 1 ? devices : [{ id: null, name: text.code.units }];
  return (
    <>
      {groups.map(({ id, name }) => (
        <UnitGroup
          key={id}
          heading={name}
          files={files.filter(({ deviceId }) => id === null || deviceId === id)}
          selected={selected}
          onSelectUnit={onSelectUnit}
        />
      ))}
    </>
  );
}

function UnitGroup({ heading, files, selected, onSelectUnit }: Omit<UnitListProps, "devices"> & { heading: string }) {
  const { text } = useWording();
  return (
    <>
      <h2 class="code-heading">{heading}</h2>
      <ol class="unit-list">
        {files.map((file) => (
          <li key={file.unitNumber}>
            <button
              type="button"
              aria-pressed={file === selected}
              onClick={() => onSelectUnit(file.unitNumber, file.deviceId)}
            >
              <b>
                {file.unitNumber} {text.code.unit[file.unitNumber].name}
              </b>
              <span class="quiet">{text.code.unit[file.unitNumber].aim}</span>
              <span class="quiet figures">
                {text.code.lines(lineCount(file.content))} · <b>{highestRung(file)}</b>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The highest rung with evidence that passed. */
function highestRung(file: CodeFile): string {
  return file.ladder.findLast((rung) => rung.passed && rung.evidence !== null)?.level ?? "–";
}

function Libraries({ file }: { file: CodeFile }) {
  const { text } = useWording();
  if (file.libraries.length === 0) return <p class="quiet">{text.code.noLibraries}</p>;
  return (
    <>
      <ul class="library-list mono">
        {file.libraries.map(({ name, version }) => (
          <li key={name}>
            {name} <span>{version}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">{text.code.install[file.language]}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide text that scrolls must be reachable with the keyboard */}
      <pre class="install-lines mono" tabIndex={0}>
        {file.libraries.map((library) => installLine(file.language, library)).join("\n")}
      </pre>
    </>
  );
}

/** The line that installs a library from a terminal. */
function installLine(language: CodeFile["language"], { name, version }: CodeFile["libraries"][number]): string {
  return language === "cpp" ? `arduino-cli lib install "${name}@${version}"` : `mpremote mip install ${name}`;
}

/** Driver files that the program imports: without them beside it, it does not start. */
function Modules({ modules }: { modules: NonNullable<CodeFile["modules"]> }) {
  const { text } = useWording();
  if (modules.length === 0) return null;
  return (
    <div class="code-modules">
      <h3 class="quiet">{text.code.modules}</h3>
      {modules.map(({ filename, content }) => (
        <details key={filename}>
          <summary class="mono">{filename}</summary>
          <pre class="mono">{content}</pre>
        </details>
      ))}
    </div>
  );
}

function ExpectedSerial({ lines }: { lines: readonly string[] }) {
  const { text } = useWording();
  if (lines.length === 0) return null;
  return (
    <div class="expected-serial">
      <h3 class="quiet">{text.code.expected}</h3>
      <pre class="mono">{lines.join("\n")}</pre>
    </div>
  );
}
