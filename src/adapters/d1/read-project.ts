import * as z from "zod";
import { projectStepIds } from "../../domain/chat/project-steps.ts";

const steps = z.partialRecord(z.enum(projectStepIds), z.enum(["done", "open"]));
const metrics = z.array(z.string());

/** A project's JSON columns; what an older release wrote and this one does not know is left out. */
export function readProject({ steps: own, successMetrics }: { steps: string; successMetrics: string }) {
  const [readSteps, readMetrics] = [steps.safeParse(JSON.parse(own)), metrics.safeParse(JSON.parse(successMetrics))];
  return { steps: readSteps.data ?? {}, successMetrics: readMetrics.data ?? [] };
}
