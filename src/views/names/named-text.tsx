import { piecesOf } from "./name.ts";
import { NameChip, useNames } from "./names-context.tsx";

/** Plain text in which every name of the design on the bench is an object that lights up its twins. */
export function NamedText({ text }: { text: string }) {
  const { spellings } = useNames();
  if (spellings.size === 0) return <>{text}</>;
  return (
    <>
      {piecesOf(text, spellings).map((piece, place) =>
        piece.name === null ? (
          piece.text
        ) : (
          <NameChip key={place} name={piece.name}>
            {piece.text}
          </NameChip>
        ),
      )}
    </>
  );
}
