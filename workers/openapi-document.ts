import type { ErrorCode } from "../src/domain/error/ohm-error.ts";
import type { RouteDescription } from "./route.ts";

/** A JSON Schema (2020-12), which OpenAPI 3.1 takes as it is. */
export interface SchemaJson {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: SchemaJson[];
  oneOf?: SchemaJson[];
  allOf?: SchemaJson[];
  items?: SchemaJson;
  properties?: Record<string, SchemaJson>;
  required?: string[];
  additionalProperties?: boolean | SchemaJson;
  $defs?: Record<string, SchemaJson>;
  [keyword: string]: unknown;
}

/** One parameter of an operation. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: SchemaJson;
}

/** A body: its schema and an example, by content type. */
export type Content = Record<string, { schema?: SchemaJson; example?: unknown }>;

/** An answer of an operation. */
export interface ResponseJson {
  description: string;
  content?: Content;
}

/** One method of one path. `x-access` says in words and roles who may. */
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: Record<string, never[]>[];
  "x-access": { who: string; access: RouteDescription["access"]; act?: string };
  "x-errors": ErrorCode[];
  parameters?: Parameter[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, ResponseJson>;
}

/** A frame or an event of the socket. */
export interface FrameJson {
  description: string;
  "x-access"?: { who: string; act: string };
  schema: SchemaJson;
  example: unknown;
}

/** The part of OpenAPI 3.1 that the document uses, with the socket's frames and events beside it. */
export interface OpenApiDocument {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, SchemaJson>; securitySchemes: Record<string, Record<string, string>> };
  "x-frames": { client: Record<string, FrameJson>; server: Record<string, FrameJson> };
  "x-events": Record<string, FrameJson>;
  "x-close-codes": Record<string, string>;
  "x-own-shapes": { address: string; what: string }[];
}
