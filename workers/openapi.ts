import type * as z from "zod";
import { limits } from "../src/domain/chat/limits.ts";
import { clientFrameTypes, closeCodes, eventKinds, serverFrameTypes } from "../src/domain/chat/lists.ts";
import { frameActs } from "../src/domain/chat/roles.ts";
import type { ErrorCode } from "../src/domain/error/ohm-error.ts";
import { errorKinds } from "../src/domain/error/ohm-error.ts";
import { problem } from "../src/protocol/answers.ts";
import {
  clientFrameDescriptions,
  eventDescriptions,
  serverFrameDescriptions,
} from "../src/protocol/frame-descriptions.ts";
import { eventExamples, serverFrameExamples } from "../src/protocol/frame-examples.ts";
import { clientFrame } from "../src/protocol/frames.ts";
import { eventData, serverFrames } from "../src/protocol/server-frames.ts";
import type { FrameJson, OpenApiDocument, Operation, Parameter, ResponseJson } from "./openapi-document.ts";
import { DocumentSchemas } from "./openapi-schemas.ts";
import { tagOf, tags } from "./openapi-tags.ts";
import type { Route, RouteAnswer, RouteDescription } from "./route.ts";
import { errorsOf, headersOf } from "./route.ts";
import { rolesOf, whoMay } from "./who-may.ts";

const description = [
  "Everything that is mounted, and nothing else. JSON in camelCase, times in integer milliseconds UTC, money in integer cents or micro-USD.",
  "**Who is asking.** A session cookie, or `Authorization: Bearer <api key>`. A request with a cookie needs an `Origin` of its own host; another site's is always refused. A key with the scope `read` alone takes GET and a socket that only reads. Without credentials the open routes work, and a posted chat makes a guest; everything else answers 401.",
  "**Errors** are `application/problem+json` with a `code` of one closed list, a request id, and the paths of the wrong fields. What the caller may not read is the same 404 as what is not there; 403 is a wrong Origin, or an act that the role of a member does not allow. `retryAfterMs` says when to come back.",
  "**Lists** are `{items, nextCursor}`; ask on with `cursor` until it is null.",
  `**Writes** may be sent again: with an \`Idempotency-Key\` they are done once. For ${limits.idempotencyHours} h the same person, key, address and body get the first answer again, marked \`Idempotency-Replayed\`; with another request the key is a \`conflict\`, and so it is while the first one runs, with \`retryAfterMs\`. A message or a rerun is done once per \`clientId\`, with and without a key.`,
  "**Limits** in force are shown by `GET /api/ready`.",
].join("\n\n");

const closeReasons: Record<(typeof closeCodes)[keyof typeof closeCodes], string> = {
  [closeCodes.signedOut]: "The session has ended.",
  [closeCodes.removed]: "No member of the chat any more, or none yet.",
  [closeCodes.rateLimited]: "Too many frames.",
  [closeCodes.tooSlow]: "The socket did not take what was sent to it.",
  [closeCodes.protocol]: "The socket speaks another protocol.",
};

const ownShapes = [
  {
    address: "/api/auth/*",
    what: "The auth library's own addresses, bodies and answers: sign-up, sign-in, sign-out, sessions. Errors are `{code, message}`.",
  },
];

/** The OpenAPI 3.1 document of what is mounted. Frames and events of the socket are under `x-frames` and `x-events`. */
export function openApi(routes: readonly Route[]): OpenApiDocument {
  const schemas = new DocumentSchemas();
  const paths: OpenApiDocument["paths"] = {};
  for (const route of routes) {
    const path = route.description.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.description.method]: operation(route.description, schemas) };
  }
  schemas.of(problem);
  const used = new Set(routes.map((route) => tagOf(route.description.path)));
  return {
    openapi: "3.1.0",
    info: { title: "Ohm", version: "0.1.0", description },
    tags: tags.filter(({ name }) => used.has(name)).map(({ name, description: what }) => ({ name, description: what })),
    paths,
    "x-frames": { client: clientFrames(schemas), server: framesOf(schemas) },
    "x-events": eventsOf(schemas),
    "x-close-codes": { ...closeReasons },
    "x-own-shapes": ownShapes,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-ohm.token",
          description:
            "Set by signing in or by the first chat. Over plain http, on loopback only, its name is `ohm.token`.",
        },
        key: { type: "http", scheme: "bearer", description: "An API key of `POST /api/keys`." },
      },
    },
  };
}

function operation(route: RouteDescription, schemas: DocumentSchemas): Operation {
  const { method, path, summary, access, act, body, bodyExample, answers } = route;
  const errors = errorsOf(route);
  const parameters = parametersOf(route, schemas);
  const credentials: Operation["security"] = [{ session: [] }, { key: [] }];
  return {
    operationId: method + path.replace("/api", "").replace(/[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [tagOf(path) ?? "Site"],
    summary,
    security: access === "open" ? [] : access === "guest" ? [{}, ...credentials] : credentials,
    "x-access": { who: whoMay(route), access, ...(access === "member" ? { act: act ?? "read" } : {}) },
    "x-errors": errors,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemas.of(body), example: bodyExample } },
          },
        }
      : {}),
    responses: {
      ...responsesOf(answers, schemas),
      ...Object.fromEntries(
        statusesOf(errors, body !== undefined).map(([status, codes]) => [status, errorResponse(codes, status)]),
      ),
      default: errorResponse(["internal"], 500),
    },
  };
}

function parametersOf(route: RouteDescription, schemas: DocumentSchemas): Parameter[] {
  const named = (where: "path" | "query", schema: z.ZodObject | undefined): Parameter[] =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => {
      const type: z.ZodType = field;
      const required = where === "path" || !type.safeParse(undefined).success;
      return { name, in: where, required, schema: schemas.of(type) };
    });
  const headers = Object.entries(headersOf(route)).map(
    ([name, text]): Parameter => ({ name, in: "header", description: text, schema: { type: "string" } }),
  );
  return [...named("path", route.params), ...named("query", route.query), ...headers];
}

/** The answers by their statuses; of two with one status the second says another type of body. */
function responsesOf(answers: readonly RouteAnswer[], schemas: DocumentSchemas): Record<string, ResponseJson> {
  const responses: Record<string, ResponseJson> = {};
  for (const answer of answers) {
    const response = responseOf(answer, schemas);
    const before = responses[answer.status];
    const content = { ...before?.content, ...response.content };
    responses[answer.status] = before === undefined ? response : { ...before, content };
  }
  return responses;
}

function responseOf(
  { what, schema, example, type = "application/json" }: RouteAnswer,
  schemas: DocumentSchemas,
): ResponseJson {
  if (schema) return { description: what, content: { [type]: { schema: schemas.of(schema), example } } };
  return type === "application/json" ? { description: what } : { description: what, content: { [type]: {} } };
}

/** The codes by their statuses: `unsupported` is 415 for a body of another type, else 422. */
function statusesOf(errors: ErrorCode[], hasBody: boolean): [number, ErrorCode[]][] {
  const pairs = errors.flatMap((code): [number, ErrorCode][] => {
    const { status } = errorKinds[code];
    return code === "unsupported" && hasBody
      ? [
          [415, code],
          [status, code],
        ]
      : [[status, code]];
  });
  return [...new Set(pairs.map(([status]) => status))].map((status) => [
    status,
    pairs.filter((pair) => pair[0] === status).map(([, code]) => code),
  ]);
}

function errorResponse(codes: ErrorCode[], status: number): ResponseJson {
  const [code = "internal"] = codes;
  const { title, retryable } = errorKinds[code];
  const example = {
    type: `urn:ohm:problem:${code}`,
    title,
    status,
    code,
    detail: title,
    requestId: "019aac6e-3c00-7000-8000-0000000000aa",
    ...(retryable ? { retryAfterMs: 1000 } : {}),
  };
  const schema = { $ref: "#/components/schemas/Problem" };
  const words = codes.map((one) => `\`${one}\`: ${errorKinds[one].title}.`).join(" ");
  return { description: words, content: { "application/problem+json": { schema, example } } };
}

function clientFrames(schemas: DocumentSchemas): Record<string, FrameJson> {
  return Object.fromEntries(
    clientFrameTypes.map((type) => {
      const schema = clientFrame.options.find((option) => option.shape.type.value === type);
      const { what, example } = clientFrameDescriptions[type];
      const act = frameActs[type];
      const access = { who: `In the chat: ${rolesOf(act)}.`, act };
      return [type, { description: what, "x-access": access, schema: schema ? schemas.of(schema) : {}, example }];
    }),
  );
}

function framesOf(schemas: DocumentSchemas): Record<string, FrameJson> {
  return Object.fromEntries(
    serverFrameTypes.map((type) => [
      type,
      {
        description: serverFrameDescriptions[type],
        schema: schemas.of(serverFrames[type]),
        example: serverFrameExamples[type],
      },
    ]),
  );
}

function eventsOf(schemas: DocumentSchemas): Record<string, FrameJson> {
  return Object.fromEntries(
    eventKinds.map((kind) => [
      kind,
      { description: eventDescriptions[kind], schema: schemas.of(eventData[kind]), example: eventExamples[kind] },
    ]),
  );
}
