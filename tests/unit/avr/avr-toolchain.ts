import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const corePath = "/usr/share/arduino/hardware/arduino/avr";
/** Libraries that come with Debian's core. */
const coreLibraries = ["EEPROM", "SPI", "SoftwareSerial", "Wire"];
/** Our own declarations of other libraries: searched last, so that whatever the core and avr-libc have is theirs. */
const declarations = join(import.meta.dirname, "../../fixtures/arduino-headers");
/** Our own small libraries that really do what their declarations say, for simulations. */
export const standIns = join(import.meta.dirname, "../../fixtures/arduino-libraries");

/** A board as the toolchain knows it; sizes in bytes from boards.txt. */
export interface AvrTarget {
  catalogId: string;
  mcu: "atmega328p" | "atmega2560";
  variant: string;
  define: string;
  programBytes: number;
  ramBytes: number;
}

const uno = { catalogId: "uno-r3", mcu: "atmega328p", variant: "standard", define: "AVR_UNO" } as const;
const nano = {
  catalogId: "arduino-nano",
  mcu: "atmega328p",
  variant: "eightanaloginputs",
  define: "AVR_NANO",
} as const;
const mega = { catalogId: "arduino-mega-2560", mcu: "atmega2560", variant: "mega", define: "AVR_MEGA2560" } as const;

/** The AVR boards of the catalogue. */
export const avrTargets: readonly AvrTarget[] = [
  { ...uno, programBytes: 32_256, ramBytes: 2048 },
  { ...nano, programBytes: 30_720, ramBytes: 2048 },
  { ...mega, programBytes: 253_952, ramBytes: 8192 },
];

export function targetOf(catalogId: string): AvrTarget {
  const target = avrTargets.find((each) => each.catalogId === catalogId);
  if (target === undefined) throw new Error(`${catalogId} is no AVR board`);
  return target;
}

/** Whether Debian's AVR compiler and the Arduino core are there. */
export const hasAvrToolchain =
  spawnSync("avr-g++", ["--version"]).status === 0 && existsSync(join(corePath, "cores/arduino/Arduino.h"));

const firstMatch = (pattern: RegExp, text: string) => pattern.exec(text)?.[1] ?? "unknown";

/** What compiles, with its versions: `avr-gcc 5.4.0, avr-libc 2.0.0, Arduino AVR core 1.8.7`. */
export function toolchainVersion(): string {
  const gcc = spawnSync("avr-gcc", ["-dumpversion"], { encoding: "utf8" }).stdout.trim();
  const probe = { input: "#include <avr/version.h>\n__AVR_LIBC_VERSION_STRING__\n", encoding: "utf8" } as const;
  const libc = spawnSync("avr-gcc", ["-E", "-P", "-xc", "-"], probe).stdout;
  const core = firstMatch(/^version=(.*)$/m, readFileSync(join(corePath, "platform.txt"), "utf8"));
  return `avr-gcc ${gcc}, avr-libc ${firstMatch(/"([\d.]+)"/, libc)}, Arduino AVR core ${core}`;
}

/** What came of a compilation. `hex` is absent where libraries were only declared, so that nothing could be linked. */
export interface Compiled {
  /** Errors and warnings of compiler and linker about the sketch; empty when there are none. */
  said: string;
  /** Headers that were our own declarations, without a body to link. */
  declaredOnly: string[];
  /** Headers that were our own small libraries in place of the real ones. */
  standIns: string[];
  hex?: string;
  programBytes?: number;
  ramBytes?: number;
}

/** Flags of platform.txt, with all warnings on. DECIMAL_DIG is asked of the core and lacks in this compiler. */
const common = ["-g", "-Os", "-ffunction-sections", "-fdata-sections", "-DF_CPU=16000000L", "-DARDUINO=10819"];
const cppFlags = ["-std=gnu++11", "-fno-exceptions", "-fno-threadsafe-statics", "-DDECIMAL_DIG=__DECIMAL_DIG__"];

/**
 * Compiles sketches as the Arduino builder does: the core and its libraries once per board into an archive, each sketch alone. Close it
 * when done: it works in a temporary folder.
 */
export class AvrCompiler {
  readonly #folder = mkdtempSync(join(tmpdir(), "ohm-avr-"));
  readonly #declarations = join(this.#folder, "declarations");
  readonly #archives = new Map<string, Promise<string>>();
  #sketches = 0;

  constructor() {
    mkdirSync(this.#declarations);
    for (const header of readdirSync(declarations).filter((file) => /\.hp*$/.test(file) && !isReal(file)))
      copyFileSync(join(declarations, header), join(this.#declarations, header));
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async compile(content: string, target: AvrTarget): Promise<Compiled> {
    const stem = join(this.#folder, `sketch${this.#sketches++}`);
    const headers = [...content.matchAll(/^#include <(\S+)>/gm)].flatMap(([, header]) => header ?? []);
    const replaced = headers.filter((header) => existsSync(join(standIns, header)));
    const declaredOnly = headers.filter(
      (header) => !replaced.includes(header) && existsSync(join(this.#declarations, header)),
    );
    writeFileSync(`${stem}.cpp`, `#include <Arduino.h>\n#line 1 "sketch.ino"\n${content}`);
    const own = [
      "-Wall",
      "-Wextra",
      ...cppFlags,
      ...this.#flags(target),
      "-I",
      standIns,
      "-idirafter",
      this.#declarations,
    ];
    const compiled = await run("avr-g++", ["-c", ...own, `${stem}.cpp`, "-o", `${stem}.o`]);
    const result: Compiled = { said: aboutSketch(compiled.said), declaredOnly, standIns: replaced };
    if (compiled.status !== 0 && result.said === "") result.said = compiled.said;
    if (compiled.status !== 0 || declaredOnly.length > 0) return result;
    return { ...result, ...(await this.#link(stem, target)) };
  }

  async #link(
    stem: string,
    target: AvrTarget,
  ): Promise<Pick<Compiled, "hex" | "programBytes" | "ramBytes"> | { said: string }> {
    const archive = await this.#archiveOf(target);
    const flags = ["-Os", "-Wl,--gc-sections", `-mmcu=${target.mcu}`];
    const linked = await run("avr-gcc", [...flags, "-o", `${stem}.elf`, `${stem}.o`, archive, "-lm"]);
    if (linked.status !== 0) return { said: linked.said };
    await run("avr-objcopy", ["-O", "ihex", "-R", ".eeprom", `${stem}.elf`, `${stem}.hex`]);
    const size = (await run("avr-size", ["-A", `${stem}.elf`])).out;
    const bytesOf = (...sections: string[]) =>
      sections.reduce(
        (sum, section) => sum + Number(firstMatch(new RegExp(`^\\${section}\\s+(\\d+)`, "m"), size)) || sum,
        0,
      );
    return {
      hex: readFileSync(`${stem}.hex`, "utf8"),
      programBytes: bytesOf(".text", ".data"),
      ramBytes: bytesOf(".data", ".bss"),
    };
  }

  #flags({ mcu, variant, define }: AvrTarget): string[] {
    const includes = [join(corePath, "cores/arduino"), join(corePath, "variants", variant)];
    for (const library of coreLibraries) includes.push(join(corePath, "libraries", library, "src"));
    return [
      ...common,
      `-mmcu=${mcu}`,
      `-DARDUINO_${define}`,
      "-DARDUINO_ARCH_AVR",
      ...includes.flatMap((one) => ["-I", one]),
    ];
  }

  #archiveOf(target: AvrTarget): Promise<string> {
    const known = this.#archives.get(target.catalogId) ?? this.#build(target);
    this.#archives.set(target.catalogId, known);
    return known;
  }

  async #build(target: AvrTarget): Promise<string> {
    const folder = join(this.#folder, target.catalogId);
    mkdirSync(folder);
    const folders = [
      join(corePath, "cores/arduino"),
      ...coreLibraries.map((one) => join(corePath, "libraries", one, "src")),
    ];
    folders.push(join(corePath, "libraries/Wire/src/utility"));
    const sources = folders
      .filter((one) => existsSync(one))
      .flatMap((one) => readdirSync(one).map((file) => join(one, file)));
    const objects: string[] = [];
    const queue = sources.filter((file) => /\.(?:c|cpp|S)$/.test(file));
    await eachOf(queue, async (source) => {
      const object = join(folder, `${basename(source)}.o`);
      const [tool, flags] = source.endsWith(".cpp")
        ? ["avr-g++", cppFlags]
        : ["avr-gcc", source.endsWith(".c") ? ["-std=gnu11"] : ["-x", "assembler-with-cpp"]];
      const { status, said } = await run(tool ?? "", [
        "-c",
        "-w",
        ...(flags ?? []),
        ...this.#flags(target),
        source,
        "-o",
        object,
      ]);
      if (status !== 0) throw new Error(`the core does not compile: ${said}`);
      objects.push(object);
    });
    const archive = join(folder, "core.a");
    await run("avr-gcc-ar", ["rcs", archive, ...objects.sort()]);
    return archive;
  }
}

/** Headers that the core, its libraries or avr-libc really have. */
function isReal(header: string): boolean {
  const places = [
    join(corePath, "cores/arduino"),
    ...coreLibraries.map((one) => join(corePath, "libraries", one, "src")),
    "/usr/lib/avr/include",
  ];
  return places.some((place) => existsSync(join(place, header)));
}

/** Without what is said about libraries: their warnings are not ours. */
function aboutSketch(said: string): string {
  return said
    .split("\n")
    .filter((line) => /^sketch\.ino:\d+|: error:|: undefined /.test(line))
    .join("\n");
}

/** Does something with each, a few at a time. */
export async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<void>, atOnce = 2): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function run(tool: string, args: readonly string[]): Promise<{ status: number | null; said: string; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ["ignore", "pipe", "pipe"] });
    const texts = { said: "", out: "" };
    child.stderr.setEncoding("utf8").on("data", (piece) => {
      texts.said += piece;
    });
    child.stdout.setEncoding("utf8").on("data", (piece) => {
      texts.out += piece;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...texts }));
  });
}
