import { errorKinds } from "../../src/domain/error/ohm-error.ts";
import type { Operation, Parameter, ResponseJson } from "../openapi-document.ts";
import { Example, Words } from "./docs-prose.tsx";
import { Fields, Required, TypeOf } from "./docs-schema.tsx";

interface OperationProps {
  method: string;
  path: string;
  operation: Operation;
}

/** One route: what it does, who may, what it takes, what it answers, and how it fails. */
export function OperationSection({ method, path, operation }: OperationProps) {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const body = requestBody?.content["application/json"];
  return (
    <section class="operation">
      <h3 id={operationId}>
        <a href={`#${operationId}`}>
          <span class={`method ${method}`}>{method.toUpperCase()}</span> <code>{path}</code>
        </a>
      </h3>
      <p>
        <Words text={summary} />
      </p>
      <p class="who">
        <b>Who may:</b> {operation["x-access"].who}
      </p>
      {parameters ? <Parameters parameters={parameters} /> : null}
      {body ? (
        <>
          <h4>Body</h4>
          {body.schema?.$ref ? <TypeOf schema={body.schema} /> : null}
          {body.schema ? <Fields schema={body.schema} /> : null}
          <Example value={body.example} />
        </>
      ) : null}
      <h4>Answers</h4>
      {Object.entries(responses)
        .filter(([status]) => /^[123]/.test(status))
        .map(([status, response]) => (
          <Answer key={status} status={status} response={response} />
        ))}
      <h4>Errors</h4>
      <ul class="errors">
        {operation["x-errors"].map((code) => (
          <li key={code}>
            <code>{code}</code> {errorKinds[code].status}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parameters({ parameters }: { parameters: Parameter[] }) {
  return (
    <>
      <h4>Parameters</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">In</th>
            <th scope="col">Type</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.in + parameter.name}>
              <th scope="row">
                <code>{parameter.name}</code>
                {parameter.required ? <Required /> : null}
              </th>
              <td class="whole">{parameter.in}</td>
              <td>
                {parameter.description ? <Words text={parameter.description} /> : <TypeOf schema={parameter.schema} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Answer({ status, response }: { status: string; response: ResponseJson }) {
  const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
  return (
    <div class="answer">
      <p>
        <b class="status">{status}</b> {response.description}
        {type === undefined || type === "application/json" ? null : <> ({type})</>}
        {content?.schema?.$ref ? (
          <>
            {": "}
            <TypeOf schema={content.schema} />
          </>
        ) : null}
      </p>
      {content?.schema ? (
        <details>
          <summary>Shape and example</summary>
          <Fields schema={content.schema} />
          <Example value={content.example} />
        </details>
      ) : null}
    </div>
  );
}
