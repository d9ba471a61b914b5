import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { firmwareLanguages, netKinds, spokenLanguages } from "../domain/circuit/lists.ts";
import { personText } from "./text.ts";

/** Body of `POST /api/design`. `board` is a catalogue id. */
export const designBody = z.strictObject({
  goal: personText(limits.goalBytes),
  firmware: z.enum(firmwareLanguages).optional(),
  board: z.string().min(1).max(80).optional(),
  budgetCents: z.number().int().min(1).max(100_000_000).optional(),
});
export type DesignBody = z.infer<typeof designBody>;

const partId = z.string().min(1).max(64);

/** A part of a circuit to check: `id` and `catalogId` decide; every other field of a design's part may be there and is not trusted. */
const circuitPart = z.looseObject({
  id: partId,
  catalogId: z.string().max(120).nullish(),
  name: z.string().max(200).optional(),
  quantity: z.number().int().min(1).max(1000).optional(),
  value: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("ohms"), ohms: z.number().min(0).max(1e12) }),
      z.strictObject({ kind: z.literal("farads"), nanofarads: z.number().min(0).max(1e12) }),
      z.strictObject({ kind: z.literal("address"), address: z.number().int().min(0).max(127) }),
      z.strictObject({ kind: z.literal("colour"), colour: z.string().max(40) }),
    ])
    .nullish(),
});

const circuitNet = z.looseObject({
  id: z.string().min(1).max(120),
  name: z.string().max(120).optional(),
  kind: z.enum(netKinds).optional(),
  volts: z.number().min(-1000).max(1000).nullish(),
  pins: z
    .array(
      z
        .string()
        .regex(/^[^:]+:.+$/, 'is not "part:pin"')
        .max(200),
    )
    .max(limits.circuitConnections),
});

/** Format `ohm`: the `parts` and `nets` of a design. */
export const ohmCircuit = z.strictObject({
  parts: z.array(circuitPart).max(limits.circuitParts),
  nets: z.array(circuitNet).max(limits.circuitConnections),
});

const wokwiPart = z.looseObject({
  id: partId,
  type: z.string().min(1).max(120),
  left: z.number().optional(),
  top: z.number().optional(),
  rotate: z.number().optional(),
  hide: z.boolean().optional(),
  attrs: z.record(z.string(), z.unknown()).optional(),
});

const wokwiEnd = z.string().max(200);

/** Format `wokwi`: a `diagram.json`, https://docs.wokwi.com/diagram-format. Beside parts and wires nothing of it is read. */
export const wokwiDiagram = z.looseObject({
  parts: z.array(wokwiPart).max(limits.circuitParts),
  connections: z
    .array(z.union([z.tuple([wokwiEnd, wokwiEnd]).rest(z.unknown()), z.looseObject({ from: wokwiEnd, to: wokwiEnd })]))
    .max(limits.circuitConnections),
});

/** A file as a room hands it to the Worker. */
export const exportedFile = z.strictObject({
  ...{ filename: z.string(), type: z.string(), content: z.string() },
  /** The content is bytes, written so. */
  encoding: z.literal("base64").optional(),
});

const firmwareFile = z.strictObject({ filename: z.string().min(1).max(120), content: z.string().max(512 * 1024) });

/** What a check may get beside the circuit: the program that is to run on it, and what Unit 1 printed over serial, read in a language. */
const beside = {
  firmware: firmwareFile.optional(),
  serialLog: z
    .string()
    .max(512 * 1024)
    .optional(),
  language: z.enum(spokenLanguages).optional(),
};

/** Body of `POST /api/design/check`: a circuit in one of two formats. */
export const checkBody = z.discriminatedUnion("format", [
  z.strictObject({ format: z.literal("ohm"), circuit: ohmCircuit, ...beside }),
  z.strictObject({ format: z.literal("wokwi"), circuit: wokwiDiagram, ...beside }),
]);
export type CheckBody = z.infer<typeof checkBody>;

export const catalogQuery = z.strictObject({
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
  cursor: z.string().max(200).optional(),
});
