import type { Answer } from "./http.ts";
import { readProblem } from "./http.ts";
import { readJson } from "./read-json.ts";

/** GET of a whole file. Faults come back as problems; nothing throws. */
export async function download(path: string): Promise<Answer<Blob>> {
  try {
    const response = await fetch(path);
    if (response.ok) return { ok: true, value: await response.blob() };
    return { ok: false, problem: readProblem(readJson(await response.text()), response.status) };
  } catch {
    return { ok: false, problem: { code: null, detail: "" } };
  }
}
