import * as z from "zod";
import {
  artifactView,
  chatView,
  checkResult,
  designView,
  findingView,
  listedChat,
  memberView,
  messageView,
  problem,
  revisionView,
  versionSummary,
  versionView,
} from "../src/protocol/answers.ts";
import { jobView } from "../src/protocol/jobs.ts";
import type { SchemaJson } from "./openapi-document.ts";

/** Shapes that several answers share, by the name that the document gives them. */
const named: Record<string, z.ZodType> = {
  Problem: problem,
  Chat: chatView,
  ListedChat: listedChat,
  Message: messageView,
  Member: memberView,
  Artifact: artifactView,
  Version: versionView,
  VersionSummary: versionSummary,
  Design: designView,
  Revision: revisionView,
  Finding: findingView,
  CheckResult: checkResult,
  Job: jobView,
};

const prefix = "#/components/schemas/";

/** Turns schemas into JSON Schema for one document: named shapes become components, each written once. */
export class DocumentSchemas {
  readonly components: Record<string, SchemaJson> = {};
  readonly #registry = z.registry<{ id: string }>();

  constructor() {
    for (const [id, schema] of Object.entries(named)) this.#registry.add(schema, { id });
  }

  /** The schema as JSON, with references to the components. */
  of(schema: z.ZodType): SchemaJson {
    const {
      $schema: _,
      $defs = {},
      ...json
    } = pointing(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", metadata: this.#registry }));
    for (const [name, shape] of Object.entries($defs)) this.#keep(name, shape);
    const name = this.#registry.get(schema)?.id;
    if (name === undefined) return json;
    if (json.$ref === undefined) this.#keep(name, json);
    return { $ref: prefix + name };
  }

  #keep(name: string, { id: _, $schema: __, ...shape }: SchemaJson): void {
    this.components[name] = shape;
  }
}

/** The same schema with its references turned from its own definitions to the document's components. */
function pointing(schema: object): SchemaJson {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${prefix}`));
}
