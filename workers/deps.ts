import { sha256 } from "../src/adapters/digest/sha256.ts";
import type { DeskEngine } from "../src/application/design-desk.ts";
import type { MicroPython } from "../src/application/micropython.ts";
import type { Clock } from "../src/application/ports.ts";
import type { RoomDeps } from "../src/application/room/room-deps.ts";
import { engineModel } from "../src/domain/chat/models.ts";
import type { FirmwareProof } from "../src/domain/circuit/firmware/firmware-proof.ts";
import { OhmError } from "../src/domain/error/ohm-error.ts";
import type { CheckBody, DesignBody } from "../src/protocol/design.ts";
import type { Env } from "./env.ts";
import { onDemand } from "./on-demand.ts";
import { isPlaceholder } from "./placeholder.ts";

/** The platform's time. */
export const clock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, ms);
      signal.addEventListener("abort", stop, { once: true });
    }),
};

/** Names a text: the same for the same, and for nothing else. */
export const digest: RoomDeps["digest"] = sha256;

/** What climbed the rungs of Python; nothing before MicroPython was loaded. */
let climbPython: FirmwareProof = () => [];
let python: MicroPython | null = null;

/** What firmware is proved with, loaded with the first design. */
const firmwareProofs = onDemand(async (): Promise<FirmwareProof[]> => {
  const [{ cppSyntaxProof }, { storedEvidenceProof }] = await Promise.all([
    import("../src/adapters/lezer/cpp-syntax-proof.ts"),
    import("../src/adapters/evidence/stored-evidence-proof.ts"),
  ]);
  return [cppSyntaxProof, storedEvidenceProof, (file, circuit) => climbPython(file, circuit)];
});

/** MicroPython itself, loaded when somebody first wants a program for it; where it cannot be loaded, its rungs say "not run here". */
const microPython = onDemand(async () => {
  try {
    const [{ loadInWorker }, { pythonProof }] = await Promise.all([
      import("../src/adapters/micropython/load-in-worker.ts"),
      import("../src/application/python-proof.ts"),
    ]);
    python = await loadInWorker();
    climbPython = pythonProof(python);
  } catch (error) {
    console.error(error);
  }
  return null;
});

/** Makes MicroPython ready where these words, or the design that they are about, want it. */
async function readyFor(words: readonly string[], firmware: string | undefined): Promise<void> {
  if (firmware === "micropython" || words.some((text) => /python/i.test(text))) await microPython();
}

const brain = onDemand(async () => {
  const [{ runTurn }, { carriesDesignIntent }, { provingEngine }, { EmbeddedChatModel }, proofs] = await Promise.all([
    import("../src/application/run-turn.ts"),
    import("../src/application/design-intent.ts"),
    import("../src/application/circuit-engine.ts"),
    import("../src/adapters/embedded/embedded-chat-model.ts"),
    firmwareProofs(),
  ]);
  const circuitEngine = provingEngine(proofs);
  return { runTurn, carriesDesignIntent, circuitEngine, model: new EmbeddedChatModel(clock) };
});

/** What writes files of designs: it brings the catalogue, which a starting room does without. */
const exporter = onDemand(async () => {
  const [{ exportDesign }, { zipFiles }] = await Promise.all([
    import("../src/application/export-design.ts"),
    import("../src/adapters/fflate/zip-files.ts"),
  ]);
  return { exportDesign, zipFiles };
});

/** What people do to a design by hand, loaded with the first act. */
const hands = onDemand(async () => {
  const [{ actOnDesign }, { circuitEngine }] = await Promise.all([
    import("../src/application/room/act-on-design.ts"),
    brain(),
  ]);
  return { actOnDesign, circuitEngine };
});

/**
 * What answers in a room: the embedded brain over the design engine, both loaded with the first turn. Later turns begin in the same go of
 * the event loop as what they answer, so that its commit makes the begun answer durable too.
 */
export function roomModel(
  _env: Env,
): Pick<RoomDeps, "runTurn" | "repeatable" | "models" | "carriesDesignIntent" | "onDesign" | "exportDesign"> {
  return {
    repeatable: true,
    models: [{ id: engineModel.id, name: engineModel.name }],
    carriesDesignIntent: async (text, design) => {
      const { carriesDesignIntent, circuitEngine } = await brain();
      return carriesDesignIntent(circuitEngine, { text, design });
    },
    exportDesign: async (design, format) => {
      const { exportDesign, zipFiles } = await exporter();
      return exportDesign(design, format, zipFiles);
    },
    onDesign: async (room, asked) => {
      const { actOnDesign, circuitEngine } = await hands();
      const head = room.deps.storage.artifacts.revision(room.deps.storage.artifacts.headRevision());
      await readyFor([], head?.design.requirements.firmware);
      return actOnDesign(circuitEngine, room, asked);
    },
    runTurn: async (input, room, signal) => {
      const { runTurn, model, circuitEngine: engine } = await brain();
      await readyFor(
        input.asked.map(({ content }) => content),
        input.design?.requirements.firmware,
      );
      const report = (error: unknown) => console.error(error);
      return runTurn(input, { room, model, engine, clock, signal, report });
    },
  };
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether this address is served to this machine only. */
export function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname);
}

/** Whether rates are lifted: `OHM_LIMITS=off`, on loopback only. */
export function isUnlimited(env: Env, url: URL): boolean {
  return env.OHM_LIMITS === "off" && isLoopback(url);
}

/** The secret that signs sessions. Throws `unavailable` when it is not set: there is no default that everybody knows. */
export function authSecret(env: Env): string {
  const secret = env.BETTER_AUTH_SECRET ?? "";
  if (isPlaceholder(secret) || secret.length < 32)
    throw new OhmError("unavailable", "BETTER_AUTH_SECRET is not set, or shorter than 32 characters");
  return secret;
}

/** The engine of the stateless routes, with what this body needs of it. */
export async function deskEngine(body: DesignBody | CheckBody): Promise<DeskEngine> {
  if ("goal" in body) await readyFor([body.goal], body.firmware);
  else if (body.firmware?.filename.toLowerCase().endsWith(".py") === true) await microPython();
  return anyDesk();
}

const anyDesk = onDemand<DeskEngine>(async () => {
  const [{ circuitDesk }, { cppSyntaxProblems }, proofs] = await Promise.all([
    import("../src/application/circuit-desk.ts"),
    import("../src/adapters/lezer/cpp-syntax.ts"),
    firmwareProofs(),
  ]);
  return circuitDesk({
    proofs,
    cppProblems: cppSyntaxProblems,
    pythonProblems: (file) => python?.compile([file]) ?? null,
  });
});
