import { renderToString } from "preact-render-to-string";
import type { OpenApiDocument, Operation } from "../openapi-document.ts";
import { OperationSection } from "./docs-operation.tsx";
import { Prose, Words } from "./docs-prose.tsx";
import { Fields, shapeId } from "./docs-schema.tsx";
import { SocketSections } from "./docs-socket.tsx";

interface Placed {
  method: string;
  path: string;
  operation: Operation;
}

/** The OpenAPI document as a page that needs no script: contents, routes by group, socket, shapes. */
export function docsPage(document: OpenApiDocument): string {
  return `<!doctype html>${renderToString(<DocsPage document={document} />)}`;
}

function DocsPage({ document }: { document: OpenApiDocument }) {
  const placed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ method, path, operation })),
  );
  const groups = document.tags.map((tag) => ({
    ...tag,
    placed: placed.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="description"
          content="Every address of Ohm, with who may call it, what it takes and what it answers."
        />
        <title>Ohm API</title>
        <link rel="icon" href="/mark.svg" />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body class="docs">
        <a class="skip" href="#content">
          To the content
        </a>
        <nav aria-label="Contents">
          <Contents groups={groups} shapes={Object.keys(document.components.schemas)} />
        </nav>
        <main id="content">
          <header>
            <h1>Ohm API</h1>
            <p class="where">
              <a href="/api/openapi.json">OpenAPI {document.openapi} as JSON</a> · <a href="/">the workbench</a>
            </p>
            <Prose text={document.info.description} />
            <OwnShapes document={document} />
          </header>
          {groups.map(({ name, description, placed: own }) => (
            <section key={name} class="group">
              <h2 id={groupId(name)}>{name}</h2>
              <p>{description}</p>
              {own.map((one) => (
                <OperationSection key={one.operation.operationId} {...one} />
              ))}
            </section>
          ))}
          <SocketSections document={document} />
          <Shapes document={document} />
        </main>
      </body>
    </html>
  );
}

function groupId(name: string): string {
  return `group-${name.toLowerCase()}`;
}

function Contents({ groups, shapes }: { groups: { name: string; placed: Placed[] }[]; shapes: string[] }) {
  return (
    <ul>
      {groups.map(({ name, placed }) => (
        <li key={name}>
          <a class="contents-group" href={`#${groupId(name)}`}>
            {name}
          </a>
          <ul>
            {placed.map(({ method, path, operation }) => (
              <li key={operation.operationId}>
                <a href={`#${operation.operationId}`}>
                  <span class={`method ${method}`}>{method.toUpperCase()}</span> {path.replace("/api", "")}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <a class="contents-group" href="#frames-client">
          The socket
        </a>
        <ul>
          <li>
            <a href="#frames-client">Frames that a client sends</a>
          </li>
          <li>
            <a href="#frames-server">Frames that the room sends</a>
          </li>
          <li>
            <a href="#events">Events</a>
          </li>
          <li>
            <a href="#close-codes">Close codes</a>
          </li>
        </ul>
      </li>
      <li>
        <a class="contents-group" href="#shapes">
          Shapes
        </a>
        <ul>
          {shapes.map((name) => (
            <li key={name}>
              <a href={`#${shapeId(name)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </li>
    </ul>
  );
}

function OwnShapes({ document }: { document: OpenApiDocument }) {
  return (
    <dl class="codes">
      {document["x-own-shapes"].map(({ address, what }) => (
        <div key={address}>
          <dt>
            <code>{address}</code>
          </dt>
          <dd>
            <Words text={what} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Shapes({ document }: { document: OpenApiDocument }) {
  return (
    <section class="group">
      <h2 id="shapes">Shapes</h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <section key={name} class="operation">
          <h3 id={shapeId(name)}>
            <a href={`#${shapeId(name)}`}>
              <code>{name}</code>
            </a>
          </h3>
          <Fields schema={schema} />
        </section>
      ))}
    </section>
  );
}
