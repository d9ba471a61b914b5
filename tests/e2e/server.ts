import type { TestProject } from "vitest/node";
import { forget, startOhm } from "./ohm-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the real server serves, without a trailing slash. */
    address: string;
  }
}

/** Starts the product as `npm start` does, on a free port with empty state; ends its whole process group afterwards. */
export default async function setup(project: TestProject) {
  const server = await startOhm();
  project.provide("address", server.origin);
  return async () => {
    await server.kill();
    forget(server);
  };
}
