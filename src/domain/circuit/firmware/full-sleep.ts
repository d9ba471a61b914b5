import { cppFunction, when } from "./cpp-text.ts";
import type { FirmwarePlan } from "./plan.ts";

/** Headers that sleeping and the watchdog need. */
export function sleepHeaders(plan: FirmwarePlan): string[] {
  if (plan.trace.board.figures.mcu === "atmega328p") {
    return plan.sleepMinutes === null ? ["avr/wdt.h"] : ["avr/interrupt.h", "avr/sleep.h", "avr/wdt.h"];
  }
  return plan.sleepMinutes === null ? [] : ["esp_sleep.h"];
}

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
      ...plan.displays.flatMap(({ use, display }) => when(`${use.name}Alive`, display.on(use))),
      "awakeSinceMs = millis();",
      "measure();",
    ]),
  ];
}

/** Sleep between measurements: deep sleep on the ESP32, power-down on the AVR; nothing for a device that stays awake. */
export function sleepFunctions(plan: FirmwarePlan): string[][] {
  if (plan.sleepMinutes === null) return [];
  return plan.trace.board.figures.mcu === "esp32" ? deepSleep(plan) : powerDown(plan);
}
