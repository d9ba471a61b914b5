import type { CodeFile } from "../../domain/circuit/design.ts";
import type { Name } from "../names/name.ts";
import { pinLabel } from "../names/name.ts";
import { activating } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";
import type { CodePiece } from "./code-pieces.ts";
import { codeLines } from "./code-pieces.ts";
import type { PinName } from "./pin-names.ts";

interface ListingProps {
  file: CodeFile;
  pins: ReadonlyMap<string, PinName>;
  active: Name | null;
  onActivate: (name: Name | null) => void;
  /** Shows a net in the diagram; absent where there is none. */
  onShowNet?: ((netId: string) => void) | undefined;
}

/** Whether a pin in the code is a twin of what is active: its net, a wire of it, the pin itself or another end, or a part at one. */
function isLit(pin: PinName, active: Name | null): boolean {
  switch (active?.kind) {
    case "net":
      return active.id === pin.netId;
    case "wire":
      return pin.wires.includes(active.id);
    case "pin":
      return active.id === pin.pin || pin.others.includes(active.id);
    case "part":
      return pin.others.some((other) => other.startsWith(`${active.id}:`));
    case undefined:
      return false;
  }
}

/** A file with line numbers. Names of pins light up their net; the line that defines one says where it is wired to. */
export function CodeListing({ file, pins, active, onActivate, onShowNet }: ListingProps) {
  const lines = codeLines(file.content.replace(/\n$/, ""), file.language);
  return (
    // A wide listing scrolls by itself, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus
    <section class="listing scroll-x" aria-label={file.filename} tabIndex={0}>
      <pre class="listing-numbers" aria-hidden="true">
        {lines.map((_, index) => index + 1).join("\n")}
      </pre>
      <pre class="listing-code">
        <code>
          {lines.map((pieces, index) => {
            const own = pieces.find((piece) => pins.has(piece.text));
            const pin = own === undefined ? undefined : pins.get(own.text);
            const defines =
              pin !== undefined && (pieces[0] === own || pieces.some(({ text }) => text.startsWith("const")));
            return (
              <span key={index} class={`line${pin !== undefined && isLit(pin, active) ? " lit" : ""}`}>
                {pieces.map((piece, place) => (
                  <Piece
                    key={place}
                    piece={piece}
                    pin={pins.get(piece.text)}
                    onActivate={onActivate}
                    onShowNet={onShowNet}
                  />
                ))}
                {defines ? <WiredTo pin={pin} /> : null}
                {"\n"}
              </span>
            );
          })}
        </code>
      </pre>
    </section>
  );
}

function Piece({
  piece,
  pin,
  onActivate,
  onShowNet,
}: { piece: CodePiece; pin: PinName | undefined } & Pick<ListingProps, "onActivate" | "onShowNet">) {
  const { text } = useWording();
  if (pin !== undefined && piece.ink === "name") {
    return (
      <button
        type="button"
        class={pin.colour === null ? "code-pin" : `code-pin wire-${pin.colour}`}
        title={onShowNet === undefined ? undefined : text.code.showPin(pinLabel(pin.pin))}
        {...activating({ kind: "net", id: pin.netId }, onActivate)}
        onClick={() => onShowNet?.(pin.netId)}
      >
        {piece.text}
      </button>
    );
  }
  return piece.ink === "plain" || piece.ink === "name" ? (
    piece.text
  ) : (
    <span class={`ink-${piece.ink}`}>{piece.text}</span>
  );
}

/** Where a pin leads, beside its definition; it is no part of the code, so it is not copied with it. */
function WiredTo({ pin }: { pin: PinName }) {
  return (
    <span class="wired-to">
      {pinLabel(pin.pin)} → {pin.others.map(pinLabel).join(", ")}
    </span>
  );
}
