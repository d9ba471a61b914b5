import type { MarkedToken, Token } from "marked";
import type { ComponentChildren } from "preact";
import { Component } from "preact";
import { piecesOf } from "../names/name.ts";
import { NamedText } from "../names/named-text.tsx";
import { NameChip, useNames } from "../names/names-context.tsx";
import { useWording } from "../text/wording.tsx";
import type { MarkdownBlocks } from "./markdown-blocks.ts";
import { plainText } from "./plain-text.ts";
import { safeLink } from "./safe-link.ts";

/** Markdown as nodes: no HTML is ever injected, links are allow-listed, pictures are named and linked but not loaded. */
export function Markdown({ blocks }: { blocks: MarkdownBlocks }) {
  return (
    <div class="prose">
      {[...blocks.settled, ...blocks.live].map((token, place) => (
        <Block key={place} token={token} />
      ))}
    </div>
  );
}

/** A settled block keeps its token, so it is drawn once however long the answer grows. */
class Block extends Component<{ token: Token }> {
  override shouldComponentUpdate(next: { token: Token }) {
    return next.token !== this.props.token;
  }

  override render() {
    return drawBlock(this.props.token);
  }
}

function isKnown(token: Token): token is MarkedToken {
  return token.type !== "" && "raw" in token;
}

function blocks(tokens: readonly Token[] | undefined): ComponentChildren {
  return tokens?.map((token, place) => <Block key={place} token={token} />);
}

function drawBlock(token: Token): ComponentChildren {
  if (!isKnown(token)) return null;
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading":
      return <p class={`heading heading-${token.depth}`}>{inlines(token.tokens)}</p>;
    case "paragraph":
      return <p>{inlines(token.tokens)}</p>;
    case "text":
      return token.tokens === undefined ? <NamedText text={plainText(token.text)} /> : inlines(token.tokens);
    case "code":
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{blocks(token.tokens)}</blockquote>;
    case "hr":
      return <hr />;
    case "list":
      return drawList(token);
    case "table":
      return drawTable(token);
    default:
      // HTML and whatever is not known is shown as it was written.
      return <p>{token.raw}</p>;
  }
}

function drawList(list: Extract<MarkedToken, { type: "list" }>): ComponentChildren {
  const items = list.items.map((item, place) => (
    <li key={place}>
      {item.task ? (item.checked === true ? "☑ " : "☐ ") : null}
      {blocks(item.tokens)}
    </li>
  ));
  return list.ordered ? <ol start={list.start === "" ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function drawTable(table: Extract<MarkedToken, { type: "table" }>): ComponentChildren {
  const side = (place: number) => (table.align[place] === "right" ? "number" : "");
  return (
    <div class="scroll-x">
      <table class="dense">
        <thead>
          <tr>
            {table.header.map((cell, place) => (
              <th key={place} scope="col" class={side(place)}>
                {inlines(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) => (
                <td key={place} class={side(place)}>
                  {inlines(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inlines(tokens: readonly Token[] | undefined): ComponentChildren {
  return tokens?.map((token, place) => <Inline key={place} token={token} />);
}

function Inline({ token }: { token: Token }) {
  if (!isKnown(token)) return null;
  switch (token.type) {
    case "text":
    case "escape":
      return <NamedText text={plainText(token.text)} />;
    case "strong":
      return <strong>{inlines(token.tokens)}</strong>;
    case "em":
      return <em>{inlines(token.tokens)}</em>;
    case "del":
      return <del>{inlines(token.tokens)}</del>;
    case "br":
      return <br />;
    case "codespan":
      return <CodeSpan text={token.text} />;
    case "link":
      return <Link href={token.href}>{inlines(token.tokens)}</Link>;
    case "image":
      return <PictureLink href={token.href} alt={token.text} />;
    default:
      return <>{token.raw}</>;
  }
}

function CodeSpan({ text }: { text: string }) {
  const { spellings } = useNames();
  const [piece, ...more] = piecesOf(text, spellings);
  if (piece === undefined || piece.name === null || more.length > 0) return <code>{text}</code>;
  return <NameChip name={piece.name}>{text}</NameChip>;
}

function Link({ href, children }: { href: string; children: ComponentChildren }) {
  const safe = safeLink(href);
  if (safe === null) return <>{children}</>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function PictureLink({ href, alt }: { href: string; alt: string }) {
  const { text } = useWording();
  return <Link href={href}>{text.markdown.image(alt)}</Link>;
}
