import type { ArduinoCore } from "../../catalogue-part.ts";
import { storedSettings } from "../full-services.ts";
import { displayParts, takesCommands } from "./behaviour.ts";
import { figure, quoted, settingKey } from "./python-names.ts";
import type { PythonPlan } from "./python-plan.ts";
import { outputOf } from "./python-plan.ts";
import { pythonFunction, suite } from "./python-text.ts";

const coreOf = ({ plan }: PythonPlan): ArduinoCore => plan.trace.board.figures.core;

/** Logging with levels: `12034 W bme280 U2 0x76 does not answer`. */
export const logFunctions: readonly (readonly string[])[] = [
  ["ERROR, WARNING, INFO, DEBUG = range(4)", "LOG_LEVEL = INFO  # DEBUG says more, WARNING only what is wrong"],
  pythonFunction('A line such as "12034 W bme280 U2 0x76 does not answer".', "log(level, *words)", [
    ...suite("if level <= LOG_LEVEL", ['print(time.ticks_ms(), "EWID"[level], *words)']),
  ]),
];

/** The table of settings with its limits, and their values now. */
export function settingsTable(whole: PythonPlan): string[] {
  const rows = storedSettings(whole.plan).map((each) => {
    const figures = [each.value, each.min, each.max].map(figure).join(", ");
    return `    ${quoted(settingKey(each.name))}: (${figures}),  # ${each.comment}`;
  });
  return [
    '# Settings survive a power cut: value at first, least, most. Over serial, "measureSeconds 5" changes one and an',
    "# empty line lists them.",
    "SETTINGS = {",
    ...rows,
    "}",
    'SETTINGS_FILE = "settings.json"',
    "settings = {name: row[0] for name, row in SETTINGS.items()}",
  ];
}

/** Load, save and change settings. */
export function settingsFunctions(whole: PythonPlan): string[][] {
  const commands = takesCommands(whole)
    ? suite('if line in ("on", "off")', ['set_outputs(line == "on")', "return"])
    : [];
  return [
    pythonFunction("Whether a setting is known and within its limits.", "is_allowed(name, value)", [
      "return name in SETTINGS and isinstance(value, (int, float)) and SETTINGS[name][1] <= value <= SETTINGS[name][2]",
    ]),
    pythonFunction("Keeps what is there where nothing is stored, or something else.", "load_settings()", [
      ...suite("try", [...suite("with open(SETTINGS_FILE) as file", ["stored = json.load(file)"])]),
      ...suite("except (OSError, ValueError)", ["return"]),
      ...suite("for name, value in stored.items()", [
        ...suite("if is_allowed(name, value)", ["settings[name] = value"]),
      ]),
    ]),
    pythonFunction("", "save_settings()", [
      ...suite('with open(SETTINGS_FILE, "w") as file', ["json.dump(settings, file)"]),
    ]),
    pythonFunction("One line from the serial port: a name and a value, or nothing to list all.", "apply_line(line)", [
      ...commands,
      'name, _, text = line.partition(" ")',
      ...suite("if text", [
        ...suite("try", ["value = float(text)"]),
        ...suite("except ValueError", ["return"]),
        ...suite("if is_allowed(name, value) and value != settings[name]", [
          "settings[name] = value",
          "save_settings()",
        ]),
      ]),
      ...suite("for name, value in settings.items()", ["print(name, value)"]),
    ]),
  ];
}

/** The watchdog of each core; that of the ESP8266 has a time of its own. */
export function watchdogObject(whole: PythonPlan): string {
  return coreOf(whole) === "esp8266" ? "WDT()" : "WDT(timeout=8000)";
}

/** What a person fills in; an empty name keeps WiFi off. */
export const pageConstants: readonly string[] = [
  "# Your WiFi (2.4 GHz). While the name is empty, WiFi stays off. The page shows readings to everybody in your network.",
  'WIFI_NAME = ""',
  'WIFI_PASSWORD = ""',
  "JOIN_EVERY_MS = 60_000",
];

/** A page of plain text with the readings. Sleeping devices serve it only after a reset, until they go to sleep. */
export function pageClass(whole: PythonPlan): string[] {
  const sleeps = whole.plan.sleepMinutes !== null;
  const restarts = sleeps && coreOf(whole) !== "rp2040";
  const text = whole.plan.readings.length === 0 ? '"running"' : "all_readings()";
  return [
    "class Page:",
    '    """Plain text with the readings at port 80, served without ever waiting for a browser."""',
    "",
    "    def __init__(self):",
    "        self.wlan = network.WLAN(network.STA_IF)",
    "        self.listener = None",
    "        self.tried = None",
    "        self.connected = False",
    "",
    "    def start(self):",
    '        """Joins the WiFi in the background."""',
    `        if not WIFI_NAME${restarts ? " or reset_cause() == DEEPSLEEP_RESET" : ""}:`,
    `            return${restarts ? "  # woken to measure: no radio" : ""}`,
    "        self.wlan.active(True)",
    "        self.wlan.connect(WIFI_NAME, WIFI_PASSWORD)",
    "        self.tried = time.ticks_ms()",
    ...(sleeps ? ["        state.awake_ms = PAGE_MS"] : []),
    "",
    "    def stop(self):",
    "        if self.tried is not None:",
    "            self.wlan.active(False)",
    "            self.tried = None",
    "",
    "    def tend(self):",
    "        if self.tried is None:",
    "            return",
    "        connected = self.wlan.isconnected()",
    "        if connected != self.connected:",
    "            self.connected = connected",
    '            log(INFO, "page at http://" + self.wlan.ifconfig()[0] if connected else "no WiFi")',
    "        if connected:",
    "            self._serve()",
    "        elif time.ticks_diff(time.ticks_ms(), self.tried) > JOIN_EVERY_MS:",
    "            self.tried = time.ticks_ms()",
    "            self.wlan.connect(WIFI_NAME, WIFI_PASSWORD)",
    "",
    "    def _serve(self):",
    "        if self.listener is None:",
    "            self.listener = socket.socket()",
    "            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)",
    '            self.listener.bind(("", 80))',
    "            self.listener.listen(1)",
    "            self.listener.setblocking(False)",
    "        try:",
    "            browser, _ = self.listener.accept()",
    "        except OSError:",
    "            return  # nobody is there",
    "        try:",
    "            browser.settimeout(0.2)",
    "            browser.recv(512)",
    '            browser.send(b"HTTP/1.0 200 OK\\r\\nContent-Type: text/plain\\r\\n\\r\\n")',
    `            browser.send(${text} + "\\n")`,
    "        except OSError:",
    "            pass  # it went away",
    "        browser.close()",
  ];
}

/** go_to_sleep() and what it needs; nothing for a device that stays awake. */
export function sleepFunctions(whole: PythonPlan): string[][] {
  const { plan, parts } = whole;
  if (plan.sleepMinutes === null) return [];
  const hides = displayParts(whole).filter(({ driver }) => driver.off !== undefined);
  const switches = (kind: "off" | "on") =>
    hides.flatMap(({ use, driver, isWatched }) => {
      const lines = driver[kind]?.(use) ?? [];
      if (lines.length === 0 || !isWatched) return lines;
      return suite(`if ${use.name}_part.alive`, lines);
    });
  const guarded = (lines: string[]) =>
    lines.length === 0 ? [] : [...suite("try", lines), ...suite("except OSError", ["pass  # it fell silent"])];
  const quiet = [
    ...parts.filter((part) => outputOf(whole, part) !== undefined).map(({ use }) => `set_${use.name}(False)`),
    ...guarded(switches("off")),
    'log(INFO, "sleeping")',
  ];
  const milliseconds = 'int(settings["sleepMinutes"] * 60_000)';
  if (coreOf(whole) !== "rp2040") {
    const why =
      coreOf(whole) === "esp8266"
        ? "Deep sleep: memory is lost, and D0 restarts the board through RST when the time is over."
        : "Deep sleep: memory is lost and the board starts main.py again.";
    return [pythonFunction(why, "go_to_sleep()", [...quiet, `deepsleep(${milliseconds})`])];
  }
  return [
    pythonFunction("Waits, which takes less than working, and keeps its memory.", "go_to_sleep()", [
      ...quiet,
      ...(plan.wifi ? ["page.stop()", "state.awake_ms = AWAKE_MS"] : []),
      "since = time.ticks_ms()",
      ...suite(`while time.ticks_diff(time.ticks_ms(), since) < ${milliseconds}`, [
        ...suite("if watchdog", ["watchdog.feed()"]),
        "time.sleep_ms(1000)",
      ]),
      ...guarded(switches("on")),
      "state.awake_since = time.ticks_ms()",
      "measure()",
    ]),
  ];
}
