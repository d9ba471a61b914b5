/** One line of the document's text: `code` and **strong** are the only marks that it uses. */
export function Words({ text }: { text: string }) {
  return (
    <>
      {text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece, place) => {
        if (piece.startsWith("`")) return <code key={place}>{piece.slice(1, -1)}</code>;
        return piece.startsWith("**") ? <strong key={place}>{piece.slice(2, -2)}</strong> : piece;
      })}
    </>
  );
}

/** Paragraphs, parted by an empty line. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text.split("\n\n").map((paragraph) => (
        <p key={paragraph}>
          <Words text={paragraph} />
        </p>
      ))}
    </>
  );
}

/** An example as JSON. */
export function Example({ value }: { value: unknown }) {
  return (
    <pre class="example">
      <code>{JSON.stringify(value, null, 2)}</code>
    </pre>
  );
}
