import type { Problem } from "../wire/http.ts";
import { text } from "./text.ts";

/** What went wrong in the language of the page, with the server's own detail where it says more. */
export function problemWords(problem: Problem): string {
  if (problem.code === null) return text.shell.unreachable;
  const words = text.problems[problem.code];
  return problem.detail === "" || text.language !== "en" ? words : problem.detail;
}
