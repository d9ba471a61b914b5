import * as z from "zod";
import type { ToolName } from "../domain/agents/agent-definition.ts";
import { limits } from "../domain/chat/limits.ts";
import { intents } from "../domain/chat/lists.ts";
import { firmwareLanguages } from "../domain/circuit/lists.ts";
import { personText } from "./text.ts";

const text = personText(limits.messageBytes);

/** What each tool takes. A model writes these arguments, so they are parsed like any other input from outside. */
export const toolArguments = {
  read_message: z
    .strictObject({ text })
    .describe("What the engine makes of a message: goal, edits, language. Changes nothing."),
  route: z
    .strictObject({ intents: z.array(z.enum(intents)).min(1).max(intents.length) })
    .describe("Hands the turn over. The agent of the first intent answers; the others are steps of the same answer."),
  design_from_goal: z
    .strictObject({
      // Several messages can tell one goal.
      goal: personText(8 * limits.messageBytes).describe("What to build, as the person wrote it"),
      answer: text.optional().describe("What the person answered to the engine's question about this goal"),
      firmware: z.enum(firmwareLanguages).optional(),
      board: z.string().min(1).max(80).optional().describe("Catalogue id of the board"),
      budgetCents: z.number().int().min(1).max(100_000_000).optional().describe("US cents"),
      replace: z.boolean().optional().describe("true only when the person agreed to replace the design of this chat"),
    })
    .describe("Designs and checks a whole device for a goal: parts, wiring, firmware, verdict."),
  change_design: z
    .strictObject({
      requests: z
        .array(text)
        .min(1)
        .max(limits.runMessages)
        .describe("The changes as the person wrote them, oldest first"),
    })
    .describe(
      "Applies changes to the design of this chat (replace, add, remove, board, budget, power) and checks it again.",
    ),
  explain_design: z
    .strictObject({ question: text })
    .describe(
      "The engine's own reasons for what a question is about: parts, pins, findings, power, cost. Changes nothing.",
    ),
  check_design: z
    .strictObject({})
    .describe("The verdict, the findings and the power budget of the design as it is. Changes nothing."),
  read_log: z
    .strictObject({ log: text.describe("What the person copied from the serial monitor, as it is") })
    .describe(
      "Reads a serial log of Unit 1 against the design: which part failed, why most likely, what to try. Changes nothing.",
    ),
  import_diagram: z
    .strictObject({
      diagram: personText(8 * limits.messageBytes).describe("The message with the diagram.json, as it is"),
      replace: z.boolean().optional().describe("true only when the person agreed to replace the design of this chat"),
    })
    .describe("Makes the design of this chat of a Wokwi diagram.json, with its check."),
  suggest_answers: z
    .strictObject({ answers: z.array(personText(320)).min(1).max(6) })
    .describe(
      "Offers short answers beside the text, each a whole message that the person can send with a click. Call it before the text.",
    ),
} satisfies Record<ToolName, z.ZodType>;

/** Parsed arguments of a tool. */
export type ToolArguments<Name extends ToolName> = z.infer<(typeof toolArguments)[Name]>;

/** The JSON schema of a tool's arguments, as language models take it. */
export function toolParameters(name: ToolName): Record<string, unknown> {
  const { $schema: _, description: __, ...schema } = z.toJSONSchema(toolArguments[name], { io: "input" });
  return schema;
}
