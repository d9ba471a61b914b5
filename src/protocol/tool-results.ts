import * as z from "zod";
import { designStatuses, partOutcomes, severities, spokenLanguages, verdicts } from "../domain/circuit/lists.ts";
import { aimKinds } from "../domain/circuit/requirements.ts";

const question = z.strictObject({ text: z.string(), answers: z.array(z.string()) });
const quantity = z.strictObject({ value: z.number(), unit: z.string() });

const partFacts = z.strictObject({
  id: z.string(),
  catalogId: z.string().nullable(),
  name: z.string(),
  /** false for what only supports others: resistors, shifters, the breadboard. */
  main: z.boolean(),
  isBoard: z.boolean(),
  /** A person named exactly this part. */
  named: z.boolean(),
  /** Name of the device that it is of, where the design has several. */
  device: z.string().optional(),
  quantity: z.number(),
  role: z.string(),
  why: z.string(),
  unitPriceCents: z.number(),
  owned: z.boolean(),
  alternatives: z.array(z.strictObject({ name: z.string(), deltaCents: z.number(), effect: z.string() })),
  warnings: z.array(z.string()),
});

const findingFacts = z.strictObject({
  ruleId: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  parts: z.array(z.string()),
  measured: quantity.optional(),
  limit: quantity.optional(),
  source: z.string().optional(),
  fixes: z.array(z.strictObject({ label: z.string(), deltaCents: z.number() })),
});

const wireFacts = z.strictObject({
  from: z.string(),
  to: z.string(),
  net: z.string(),
  volts: z.number().nullable(),
  colour: z.string(),
  note: z.string(),
  warning: z.string().optional(),
});

const costFacts = z.strictObject({
  totalCents: z.number(),
  lowCents: z.number(),
  highCents: z.number(),
  budgetCents: z.number().optional(),
  budgetHard: z.boolean(),
  /** The budget in the person's own currency. */
  budgetDisplayCents: z.number().optional(),
  currency: z.string(),
  displayCents: z.number(),
  rateDate: z.string().optional(),
  priceDate: z.string(),
});

const powerFacts = z.strictObject({
  rails: z.array(
    z.strictObject({
      name: z.string(),
      volts: z.number(),
      typMa: z.number(),
      maxMa: z.number(),
      limitMa: z.number().nullable(),
    }),
  ),
  batteryHours: z.number().optional(),
  averageMa: z.number().optional(),
  wantedHours: z.number().optional(),
  /** What the board alone takes of the average while it sleeps. */
  boardAsleepMa: z.number().optional(),
  assumptions: z.array(z.string()),
});

const codeFacts = z.strictObject({
  filename: z.string(),
  unitNumber: z.number(),
  device: z.string().optional(),
  platform: z.string(),
  libraries: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  rungsPassed: z.array(z.string()),
});

/** What differs between two designs; labels are those of the requirements, parts by name. */
const changeFacts = z.strictObject({
  /** The wish was fulfilled already: nothing was written. */
  isSame: z.boolean(),
  summary: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  functionsGained: z.array(z.string()),
  functionsLost: z.array(z.string()),
  /** Why they are lost, where the engine knows. */
  lostBecause: z.array(z.string()),
  costDeltaCents: z.number(),
  /** What else was asked and is not done, one sentence each. */
  notDone: z.array(z.string()),
  /** Lines of the parts list that are as they were. */
  kept: z.number(),
  /** Positive when there are more. */
  wires: z.number(),
  verdictBefore: z.enum(verdicts),
  batteryHoursBefore: z.number().optional(),
});

/** A design as a model gets it: enough to talk about it, without nets and files. */
const designFacts = z.strictObject({
  title: z.string(),
  /** The first device's. */
  board: z.string(),
  /** Present where the design has several devices; the figures beside them are those of all together. */
  devices: z
    .array(z.strictObject({ name: z.string(), board: z.string(), batteryHours: z.number().optional() }))
    .optional(),
  firmware: z.string(),
  mains: z.boolean(),
  wires: z.number(),
  verdict: z.enum(verdicts),
  rulesPassed: z.number(),
  parts: z.array(partFacts),
  findings: z.array(findingFacts),
  cost: costFacts,
  power: powerFacts,
  code: z.array(codeFacts),
  assumed: z.array(z.strictObject({ field: z.string(), text: z.string() })),
  notUnderstood: z.array(z.string()),
  question: question.optional(),
});
export type DesignFacts = z.infer<typeof designFacts>;

/** A pin of the board that a question names, with what speaks for it. */
const pinFacts = z.strictObject({
  pin: z.string(),
  carries: z.string(),
  /** What the board's maker and its libraries use it for by default: "SDA". */
  standardFor: z.string().optional(),
  roles: z.array(z.string()),
});

/** `read_message`: what the engine makes of a text, and whether the chat has a design already. */
const readMessageResult = z.strictObject({
  tool: z.literal("read_message"),
  language: z.enum(spokenLanguages),
  hasDesign: z.boolean(),
  /** `none` when the text names nothing to build. */
  goal: z.enum([...designStatuses, "none"]),
  isQuestion: z.boolean(),
  isNewGoal: z.boolean(),
  /** Functions that it recognised in the text. */
  recognised: z.array(z.string()),
  edits: z.array(
    z.enum([
      "replace",
      "add",
      "remove",
      "adjust",
      "set-board",
      "set-firmware",
      "set-budget",
      "set-power",
      "set-mains",
      "set-conditions",
      "give-up",
      "improve",
      "move-pin",
      "own",
    ]),
  ),
  /** What is to be improved: money, room, hours on a charge. */
  aims: z.array(z.enum(aimKinds)),
  /** Changes that are understood and cannot be made yet, each with the reason as a sentence. */
  notYet: z.array(z.string()),
  /** Pieces of the text that nothing explains. */
  notUnderstood: z.array(z.string()),
  /** It is no words but a log or a file. */
  pasted: z.enum(["serial_log", "diagram"]).nullable(),
});
export type MessageReading = z.infer<typeof readMessageResult>;

const suggestResult = z.strictObject({ tool: z.literal("suggest_answers") });
const routeResult = z.strictObject({ tool: z.literal("route"), agent: z.string() });

const refusal = z.strictObject({
  tool: z.enum(["design_from_goal", "change_design", "import_diagram"]),
  status: z.enum(["needs_answer", "unsupported", "not_yet", "not_understood", "no_design", "has_design"]),
  reason: z.string(),
  question: question.optional(),
});
export type DesignRefusal = z.infer<typeof refusal>;

const designResult = z.strictObject({
  tool: z.enum(["design_from_goal", "change_design", "import_diagram"]),
  status: z.literal("ok"),
  design: designFacts,
  /** null for the first design of a chat. */
  change: changeFacts.nullable(),
  /** Of a diagram that was brought in: what of it is not known. */
  imported: z
    .strictObject({
      unknown: z.array(z.strictObject({ id: z.string(), type: z.string() })),
      unknownPins: z.array(z.string()),
    })
    .optional(),
});
export type DesignResult = z.infer<typeof designResult>;

const explanation = z.strictObject({
  tool: z.literal("explain_design"),
  hasDesign: z.boolean(),
  /** What the question was taken to be about; empty when nothing of the design was found in it. */
  subjects: z.array(
    z.enum(["part", "pin", "finding", "verdict", "power", "cost", "code", "assumption", "board", "overview"]),
  ),
  parts: z.array(partFacts),
  pins: z.array(pinFacts),
  wires: z.array(wireFacts),
  findings: z.array(findingFacts),
  passed: z.array(
    z.strictObject({ ruleId: z.string(), what: z.string(), measured: quantity.optional(), limit: quantity.optional() }),
  ),
  /** The engine's own answer to exactly this question, in sentences; null where it has none and the lists above must do. */
  answer: z.string().nullable(),
  /** What the change would come to that the question supposes; nothing was changed. */
  hypothesis: z.strictObject({ request: z.string(), result: z.union([designResult, refusal]) }).nullable(),
  design: designFacts.nullable(),
});
export type Explanation = z.infer<typeof explanation>;

/** `read_log`: a serial log read against the design. */
const logResult = z.strictObject({
  tool: z.literal("read_log"),
  hasDesign: z.boolean(),
  recognised: z.boolean(),
  complete: z.boolean(),
  advice: z.string().nullable(),
  parts: z.array(
    z.strictObject({
      partId: z.string(),
      name: z.string(),
      outcome: z.enum(partOutcomes),
      line: z.string().nullable(),
      cause: z.string().optional(),
      next: z.string().optional(),
    }),
  ),
  /** Catalogue ids that the log speaks of and that the design does not have. */
  foreign: z.array(z.string()),
});
export type LogReading = z.infer<typeof logResult>;

const checkResult = z.strictObject({ tool: z.literal("check_design"), design: designFacts.nullable() });

/** A call that could not be carried out; the model may repair it. */
const toolFailure = z.strictObject({
  tool: z.literal("error"),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
});

/** What tools answer, as JSON in a `tool` message. */
export const toolResult = z.union([
  readMessageResult,
  routeResult,
  suggestResult,
  designResult,
  refusal,
  explanation,
  checkResult,
  logResult,
  toolFailure,
]);
export type ToolResult = z.infer<typeof toolResult>;
