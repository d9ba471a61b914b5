import type { FrameJson, OpenApiDocument } from "../openapi-document.ts";
import { Example, Words } from "./docs-prose.tsx";
import { Fields } from "./docs-schema.tsx";

/** The socket: frames of both sides, events, and why it closes. */
export function SocketSections({ document }: { document: OpenApiDocument }) {
  const frames = document["x-frames"];
  return (
    <>
      <FrameList id="frames-client" title="Frames that a client sends" frames={frames.client} />
      <FrameList id="frames-server" title="Frames that the room sends" frames={frames.server} />
      <FrameList id="events" title="Events" frames={document["x-events"]} />
      <section class="group">
        <h2 id="close-codes">Close codes</h2>
        <dl class="codes">
          {Object.entries(document["x-close-codes"]).map(([code, why]) => (
            <div key={code}>
              <dt>{code}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function FrameList({ id, title, frames }: { id: string; title: string; frames: Record<string, FrameJson> }) {
  return (
    <section class="group">
      <h2 id={id}>{title}</h2>
      {Object.entries(frames).map(([name, { description, schema, example, ...frame }]) => (
        <section key={name} class="operation">
          <h3 id={`${id}-${name}`}>
            <a href={`#${id}-${name}`}>
              <code>{name}</code>
            </a>
          </h3>
          <p>
            <Words text={description} />
          </p>
          {frame["x-access"] ? (
            <p class="who">
              <b>Who may:</b> {frame["x-access"].who}
            </p>
          ) : null}
          <details>
            <summary>Shape and example</summary>
            <Fields schema={schema} />
            <Example value={example} />
          </details>
        </section>
      ))}
    </section>
  );
}
