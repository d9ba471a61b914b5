import type { Design } from "../../domain/circuit/design.ts";

/** Two revisions that are held against each other. */
export interface ComparedPair {
  before: Design;
  after: Design;
}
