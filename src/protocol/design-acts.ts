import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";

const head = z.number().int().min(0).max(1_000_000);
const number = z.number().int().min(1).max(1_000_000);
const name = z.string().min(1).max(120);

/** Body of `POST .../design/fix`. Fix ids are unique in a revision. */
export const fixBody = z.strictObject({ ruleId: name, fixId: name, expectedHead: head });

/** Body of `POST .../design/swap`: a reference designator, and the catalogue id of what is to stand there. */
export const swapBody = z.strictObject({ partId: name, catalogId: name, expectedHead: head });

export const restoreDesignBody = z.strictObject({ revision: number, expectedHead: head });

/** `expectedHead` is the artifact's current version. */
export const restoreArtifactBody = z.strictObject({ version: number, expectedHead: head });

/** Body of `POST .../design/align` and `POST .../runs/{runId}/apply`. */
export const headBody = z.strictObject({ expectedHead: head });

export const markPartBody = z
  .strictObject({ owned: z.boolean().optional(), pinned: z.boolean().optional(), expectedHead: head })
  .refine(({ owned, pinned }) => owned !== undefined || pinned !== undefined, {
    message: "holds no mark",
    path: ["owned"],
  });

/** Ids of the connections that are ticked off, all of them. */
export const ticksBody = z.strictObject({
  connections: z.array(z.string().min(1).max(200)).max(limits.circuitConnections),
});

export const twoRevisionsQuery = z.strictObject({
  from: z.coerce.number().int().min(1).max(1_000_000),
  to: z.coerce.number().int().min(1).max(1_000_000),
});

const piece = z.strictObject({ catalogId: z.string().nullable(), name: z.string(), count: z.int() });

/** What changed from one revision to another. Cents are US cents; wires and cents are positive where there are more. */
export const designChangeView = z.lazy(() =>
  z.looseObject({
    from: z.int(),
    to: z.int(),
    text: z.string(),
    added: z.array(piece),
    removed: z.array(piece),
    wires: z.int(),
    deltaCents: z.int(),
    lostFunctions: z.array(z.string()),
    newFunctions: z.array(z.string()),
    /** Lines of the parts list, nets, rails and findings that differ, and files with both their texts. */
    parts: z.looseObject({ added: z.array(z.unknown()), removed: z.array(z.unknown()), changed: z.array(z.unknown()) }),
    nets: z.looseObject({ added: z.array(z.unknown()), removed: z.array(z.unknown()), changed: z.array(z.unknown()) }),
    rails: z.array(z.looseObject({ name: z.string() })),
    findings: z.looseObject({ added: z.array(z.unknown()), removed: z.array(z.unknown()) }),
    files: z.array(z.looseObject({ filename: z.string() })),
  }),
);

/** The revision that an act wrote, or the head where it changed nothing. */
export const actedView = z.strictObject({ revision: z.int().min(1) });
export const restoredView = z.strictObject({ version: z.int().min(1), revision: z.int().min(1) });
export const ticksView = z.strictObject({ connections: z.array(z.string()) });
