import * as z from "zod";
import { eventKinds } from "../src/domain/chat/lists.ts";
import { errorKinds } from "../src/domain/error/ohm-error.ts";
import { problem } from "../src/protocol/answers.ts";
import { eventExamples, serverFrameExamples } from "../src/protocol/frame-examples.ts";
import { clientFrame } from "../src/protocol/frames.ts";
import type { Route, RouteDescription } from "./route.ts";
import { errorsOf, headersOf } from "./route.ts";

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return json;
}

/** The OpenAPI 3.1 document of what is mounted. Frames and events of the socket are under `x-frames` and `x-events`. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const { description } of routes) {
    const path = description.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [description.method]: operation(description) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Ohm",
      version: "0.1.0",
      description: "`/api/auth/*` belongs to the auth library and answers in its own shapes; it is not described here.",
    },
    paths,
    components: { schemas: { Problem: schemaOf(problem) } },
    "x-frames": {
      client: schemaOf(clientFrame),
      server: serverFrameExamples,
    },
    "x-events": Object.fromEntries(eventKinds.map((kind) => [kind, { example: eventExamples[kind] }])),
  };
}

function operation(description: RouteDescription): Json {
  const { summary, params, query, body, bodyExample, answers } = description;
  const errors = errorsOf(description);
  const parameters = [
    ...fields(params).map(([name, schema]) => ({ name, in: "path", required: true, schema })),
    ...fields(query).map(([name, schema, required]) => ({ name, in: "query", required, schema })),
    ...Object.entries(headersOf(description)).map(([name, text]) => ({
      name,
      in: "header",
      description: text,
      schema: { type: "string" },
    })),
  ];
  const content = body && { "application/json": { schema: schemaOf(body), example: bodyExample } };
  return {
    summary,
    security: description.access === "open" ? [] : [{ session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      ...Object.fromEntries(answers.map((answer) => [answer.status, responseOf(answer)])),
      ...Object.fromEntries(
        [...new Set(errors.map((code) => errorKinds[code].status))].map((status) => [
          status,
          errorResponse(errors, status),
        ]),
      ),
    },
  };
}

function responseOf({ what, schema, example, type = "application/json" }: RouteDescription["answers"][number]): Json {
  if (!schema) return { description: what };
  return { description: what, content: { [type]: { schema: schemaOf(schema), example } } };
}

function errorResponse(errors: RouteDescription["errors"], status: number): Json {
  const codes = errors.filter((code) => errorKinds[code].status === status);
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description: `\`${codes.join("`, `")}\``, content: { "application/problem+json": { schema } } };
}

/** The fields of an object schema: name, schema, whether it has to be there. */
function fields(schema: z.ZodObject | undefined): [string, Json, boolean][] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const type: z.ZodType = field;
    return [name, schemaOf(type), !type.safeParse(undefined).success];
  });
}
