import type { ArduinoCore } from "../catalogue-part.ts";
import { block, cppFunction, when } from "./cpp-text.ts";
import type { FirmwarePlan } from "./plan.ts";

/** Longest time asleep: the clock of a sleeping ESP8266 ends after about three and a half hours, the others' settings after a day. */
export const longestSleepMinutes: Record<ArduinoCore, number> = { avr: 1440, esp32: 1440, esp8266: 180, rp2040: 1440 };

/** Headers that sleeping and the watchdog need. */
export function sleepHeaders(plan: FirmwarePlan): string[] {
  const sleeps = plan.sleepMinutes !== null;
  switch (plan.trace.board.figures.core) {
    case "avr":
      return sleeps ? ["avr/interrupt.h", "avr/sleep.h", "avr/wdt.h"] : ["avr/wdt.h"];
    case "esp32":
      return sleeps ? ["esp_sleep.h"] : [];
    case "esp8266":
      return sleeps && plan.wifi ? ["user_interface.h"] : [];
    case "rp2040":
      return [];
  }
}

/**
 * How each core guards against a hang: the first statements of setup(), the last one, and that of loop() which says that it has not hung.
 * After a restart by the ATmega's watchdog it still runs, with 15 ms, and the bootloader of older Nanos does not end it (ATmega328P data
 * sheet, 10.8.2).
 */
export const watchdog: Record<ArduinoCore, { first: string[]; start: string; feed: string[] }> = {
  avr: {
    first: ["MCUSR = 0;", "wdt_disable();  // after a restart by the watchdog it still runs, with 15 ms"],
    start: "wdt_enable(WDTO_8S);  // restarts the board when loop() hangs",
    feed: ["wdt_reset();"],
  },
  esp32: { first: [], start: "enableLoopWDT();  // restarts the board when loop() hangs", feed: [] },
  esp8266: { first: [], start: "// The core's own watchdog restarts the board when loop() hangs.", feed: [] },
  rp2040: {
    first: [],
    start: "rp2040.wdt_begin(8000);  // restarts the board when loop() hangs",
    feed: ["rp2040.wdt_reset();"],
  },
};

function quietStatements(plan: FirmwarePlan): string[] {
  return [
    // Nobody watches an output while the board sleeps; on an AVR its pin would stay high.
    ...plan.outputs.map(({ use }) => `set${use.typeName}(false);`),
    ...plan.displays.flatMap(({ use, display }) => when(`${use.name}Alive`, display.off(use))),
    'if (beginLog(kLogInfo)) Serial.println(F("sleeping"));',
    "Serial.flush();",
  ];
}

function deepSleep(plan: FirmwarePlan): string[][] {
  return [
    cppFunction("Deep sleep: memory is lost and the board starts again at setup().", "void goToSleep()", [
      ...quietStatements(plan),
      "esp_sleep_enable_timer_wakeup(static_cast<uint64_t>(setting(kSleepMinutes) * 60.0f) * 1000000ULL);",
      "esp_deep_sleep_start();",
    ]),
  ];
}

function deepSleep8266(plan: FirmwarePlan): string[][] {
  return [
    cppFunction(
      "Deep sleep: memory is lost, and D0 restarts the board through RST when the time is over.",
      "void goToSleep()",
      [...quietStatements(plan), "ESP.deepSleep(static_cast<uint64_t>(setting(kSleepMinutes) * 60.0f) * 1000000ULL);"],
    ),
  ];
}

function awakeAgain(plan: FirmwarePlan): string[] {
  return [
    ...plan.displays.flatMap(({ use, display }) => when(`${use.name}Alive`, display.on(use))),
    "awakeSinceMs = millis();",
    "measure();",
  ];
}

function waitQuietly(plan: FirmwarePlan): string[][] {
  return [
    cppFunction(
      "This core has no deep sleep: it waits, which takes less than working, and keeps its memory.",
      "void goToSleep()",
      [
        ...quietStatements(plan),
        ...(plan.wifi ? ["WiFi.mode(WIFI_OFF);", "awakeMs = kAwakeMs;"] : []),
        "const uint32_t sleptSinceMs = millis();",
        "const uint32_t sleepMs = static_cast<uint32_t>(setting(kSleepMinutes) * 60000.0f);",
        ...block("while (millis() - sleptSinceMs < sleepMs)", ["rp2040.wdt_reset();", "delay(1000);"]),
        ...awakeAgain(plan),
      ],
    ),
  ];
}

function powerDown(plan: FirmwarePlan): string[][] {
  return [
    ["ISR(WDT_vect) {}  // it only has to wake the chip"],
    cppFunction(
      "Power-down for about 8 s: the watchdog is the alarm clock, as nothing else runs.",
      "void powerDown8s()",
      [
        "cli();",
        "MCUSR = 0;  // after a reset by the watchdog it would reset again instead of waking",
        "wdt_reset();",
        "WDTCSR = _BV(WDCE) | _BV(WDE);",
        "WDTCSR = _BV(WDIE) | _BV(WDP3) | _BV(WDP0);",
        "sei();",
        "set_sleep_mode(SLEEP_MODE_PWR_DOWN);",
        "sleep_enable();",
        "sleep_cpu();",
        "sleep_disable();",
      ],
    ),
    cppFunction("Sleeps for the set time, then starts a new waking phase.", "void goToSleep()", [
      ...quietStatements(plan),
      "ADCSRA &= ~_BV(ADEN);  // the converter would draw on",
      "const uint16_t naps = static_cast<uint16_t>(setting(kSleepMinutes) * 60.0f / 8.0f);",
      "for (uint16_t nap = 0; nap < naps; nap++) powerDown8s();",
      "ADCSRA |= _BV(ADEN);",
      "wdt_enable(WDTO_8S);",
      ...awakeAgain(plan),
    ]),
  ];
}

const sleepOf: Record<ArduinoCore, (plan: FirmwarePlan) => string[][]> = {
  avr: powerDown,
  esp32: deepSleep,
  esp8266: deepSleep8266,
  rp2040: waitQuietly,
};

/** Sleep between measurements, as far as the core has it; nothing for a device that stays awake. */
export function sleepFunctions(plan: FirmwarePlan): string[][] {
  return plan.sleepMinutes === null ? [] : sleepOf[plan.trace.board.figures.core](plan);
}
