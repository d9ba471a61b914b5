import { takesCommands } from "./behaviour-text.ts";
import { block, cppFunction, floatLiteral } from "./cpp-text.ts";
import type { Setting } from "./driver.ts";
import { fnv1a64 } from "./fnv.ts";
import { longestSleepMinutes } from "./full-sleep.ts";
import type { FirmwarePlan } from "./plan.ts";

const keyOf = (setting: Setting) => setting.name.charAt(0).toLowerCase() + setting.name.slice(1);

/** Every setting of Unit 3: those of the parts, then the clock's. */
export function storedSettings(plan: FirmwarePlan): Setting[] {
  const measure = {
    name: "MeasureSeconds",
    value: plan.measureEveryMs / 1000,
    min: plan.readings.some(({ quantity }) => quantity === "distance") ? 0.06 : 0.02,
    max: 3600,
    comment: "between two measurements while awake",
  };
  const longest = longestSleepMinutes[plan.trace.board.figures.core];
  const sleep = {
    name: "SleepMinutes",
    value: Math.min(plan.sleepMinutes ?? 0, longest),
    min: 1,
    max: longest,
    comment:
      longest < 1440 ? `between two wake-ups; this chip sleeps ${longest / 60} h at most` : "between two wake-ups",
  };
  return [...plan.settings, measure, ...(plan.sleepMinutes === null ? [] : [sleep])];
}

/** The table of settings with its limits; the enum gives each its name in the code. */
export function settingsTable(plan: FirmwarePlan): string[] {
  const all = storedSettings(plan);
  const rows = all.map((each) => {
    const figures = [each.value, each.min, each.max].map(floatLiteral).join(", ");
    return `{"${keyOf(each)}", ${figures}},  // ${each.comment}`;
  });
  return [
    '// Settings survive a power cut. Over serial, "measureSeconds 5" changes one and an empty line lists them.',
    ...block("struct Setting", ["const char *name;", "float value;", "float min;", "float max;"]).slice(0, -1),
    "};",
    `enum SettingId : uint8_t { ${[...all.map(({ name }) => `k${name}`), "kSettingCount"].join(", ")} };`,
    ...block("Setting settings[kSettingCount] =", rows).slice(0, -1),
    "};",
    "",
    ...block("float setting(SettingId id)", ["return settings[id].value;"]),
  ];
}

/** An AVR has an EEPROM; the other cores copy a part of the flash to memory and write it back as a whole. */
function eepromFunctions(plan: FirmwarePlan): string[][] {
  const inFlash = plan.trace.board.figures.core !== "avr";
  const version = Number.parseInt(fnv1a64(storedSettings(plan).map(keyOf).join()).slice(-2), 16);
  return [
    [`constexpr uint8_t kSettingsVersion = ${version};  // another list of settings has another number`],
    cppFunction("Keeps the defaults when nothing of this version is stored.", "void loadSettings()", [
      ...(inFlash ? ["EEPROM.begin(1 + kSettingCount * sizeof(float));"] : []),
      "if (EEPROM.read(0) != kSettingsVersion) return;",
      ...block("for (uint8_t id = 0; id < kSettingCount; id++)", [
        "float stored = NAN;",
        "EEPROM.get(1 + id * sizeof(float), stored);",
        "if (isAllowed(settings[id], stored)) settings[id].value = stored;",
      ]),
    ]),
    cppFunction(
      inFlash
        ? "Nothing is written before commit(), which writes only when something differs."
        : "put() writes only bytes that differ: an EEPROM cell lasts 100,000 writes.",
      "void saveSettings()",
      [
        inFlash ? "EEPROM.write(0, kSettingsVersion);" : "EEPROM.update(0, kSettingsVersion);",
        "for (uint8_t id = 0; id < kSettingCount; id++) EEPROM.put(1 + id * sizeof(float), settings[id].value);",
        ...(inFlash ? ["EEPROM.commit();"] : []),
      ],
    ),
  ];
}

const preferenceFunctions: string[][] = [
  ["Preferences preferences;"],
  cppFunction("Keeps the defaults when nothing is stored yet.", "void loadSettings()", [
    'if (!preferences.begin("ohm", true)) return;',
    ...block("for (Setting &each : settings)", [
      "const float stored = preferences.getFloat(each.name, each.value);",
      "if (isAllowed(each, stored)) each.value = stored;",
    ]),
    "preferences.end();",
  ]),
  cppFunction("Writes all settings to flash.", "void saveSettings()", [
    'preferences.begin("ohm", false);',
    "for (const Setting &each : settings) preferences.putFloat(each.name, each.value);",
    "preferences.end();",
  ]),
];

/** Load, save and change settings. */
export function settingsFunctions(plan: FirmwarePlan): string[][] {
  const hasPreferences = plan.trace.board.figures.core === "esp32";
  return [
    cppFunction(
      "A comparison with NAN is false, so NAN is refused too.",
      "bool isAllowed(const Setting &which, float value)",
      ["return value >= which.min && value <= which.max;"],
    ),
    ...(hasPreferences ? preferenceFunctions : eepromFunctions(plan)),
    cppFunction(
      "One line from the serial port: a name and a value, or nothing to list all.",
      "void applyLine(char *line)",
      [
        ...(takesCommands(plan)
          ? block('if (strcmp(line, "on") == 0 || strcmp(line, "off") == 0)', [
              "setOutputs(line[1] == 'n');",
              "return;",
            ])
          : []),
        "char *value = strchr(line, ' ');",
        "if (value != nullptr) *value++ = '\\0';",
        "bool isTaken = value == nullptr && line[0] == '\\0';",
        ...block("for (Setting &each : settings)", [
          ...block("if (value != nullptr && strcmp(line, each.name) == 0 && isAllowed(each, atof(value)))", [
            "each.value = atof(value);",
            "saveSettings();",
            "isTaken = true;",
          ]),
          "Serial.print(each.name);",
          "Serial.print(' ');",
          "Serial.println(each.value);",
        ]),
        'if (!isTaken) Serial.println(F("nothing changed: no such setting, or out of its range"));',
      ],
    ),
    cppFunction("Collects a line without ever waiting for it.", "void handleSerial()", [
      "static char line[32];",
      "static uint8_t length = 0;",
      ...block("while (Serial.available() > 0)", [
        "const char c = static_cast<char>(Serial.read());",
        ...block("if (c != '\\n')", ["if (c != '\\r' && length < sizeof(line) - 1) line[length++] = c;", "continue;"]),
        "line[length] = '\\0';",
        "length = 0;",
        "applyLine(line);",
      ]),
    ]),
  ];
}

/** Logging with levels: `12034 W bme280 U2 0x76 does not answer, trying again`. */
export function logFunctions(plan: FirmwarePlan): string[][] {
  const watched = plan.driven.some(
    ({ driver }) => driver.isMute !== true && (driver.readings !== undefined || driver.start !== undefined),
  );
  const health = cppFunction(
    "Says once that a part has gone or is back, not at every turn.",
    "void noteHealth(bool &alive, bool now, const __FlashStringHelper *part)",
    ["if (alive == now) return;", "alive = now;", "logHealth(now, part);"],
  );
  const state = cppFunction("Whether a part answers.", "void logHealth(bool alive, const __FlashStringHelper *part)", [
    "if (!beginLog(alive ? kLogInfo : kLogWarning)) return;",
    "Serial.print(part);",
    'Serial.println(alive ? F(" answers") : F(" does not answer, trying again"));',
  ]);
  return [
    [
      "enum LogLevel : uint8_t { kLogError, kLogWarning, kLogInfo, kLogDebug };",
      "constexpr LogLevel kLogLevel = kLogInfo;  // kLogDebug says more, kLogWarning only what is wrong",
    ],
    cppFunction(
      'Starts a log line such as "12034 W "; false when this level is not wanted.',
      "bool beginLog(LogLevel level)",
      [
        "if (level > kLogLevel) return false;",
        "Serial.print(millis());",
        "Serial.print(' ');",
        'Serial.print("EWID"[level]);',
        "Serial.print(' ');",
        "return true;",
      ],
    ),
    ...(watched ? [state, health] : []),
  ];
}
