import { cppFunction, when } from "./cpp-text.ts";
import type { FirmwarePlan } from "./plan.ts";

/** ESP32 pins of the RTC domain, the only ones that can end a deep sleep (ESP32 datasheet, table "RTC_MUX Pin Summary"). */
const rtcPins = new Set([
  "0",
  "2",
  "4",
  "12",
  "13",
  "14",
  "15",
  "25",
  "26",
  "27",
  "32",
  "33",
  "34",
  "35",
  "36",
  "37",
  "38",
  "39",
]);

/** The button that can end the sleep of an ESP32: the first one on a pin of the RTC domain. */
function wakeButton(plan: FirmwarePlan) {
  if (plan.trace.board.figures.mcu !== "esp32") return undefined;
  return plan.buttons.find(({ use }) => rtcPins.has(use.gpio()))?.use;
}

/** Headers that sleeping and the watchdog need. */
export function sleepHeaders(plan: FirmwarePlan): string[] {
  if (plan.trace.board.figures.mcu === "atmega328p") {
    return plan.sleepMinutes === null ? ["avr/wdt.h"] : ["avr/interrupt.h", "avr/sleep.h", "avr/wdt.h"];
  }
  if (plan.sleepMinutes === null) return [];
  const button = wakeButton(plan);
  return button !== undefined && !button.pinHas("", "no_pull") ? ["driver/rtc_io.h", "esp_sleep.h"] : ["esp_sleep.h"];
}

function quietStatements(plan: FirmwarePlan): string[] {
  return [
    ...plan.outputs.map(({ use }) => `set${use.typeName}(false);`),
    ...plan.displays.flatMap(({ use, display }) => when(`${use.name}Alive`, display.off(use))),
    'if (beginLog(kLogInfo)) Serial.println(F("sleeping"));',
    "Serial.flush();",
  ];
}

function deepSleep(plan: FirmwarePlan): string[][] {
  const button = wakeButton(plan);
  const pull =
    button === undefined || button.pinHas("", "no_pull")
      ? []
      : [`rtc_gpio_pull${button.activeLevel === "LOW" ? "up" : "down"}_en(static_cast<gpio_num_t>(${button.pin()}));`];
  const wake =
    button === undefined
      ? []
      : [
          ...pull,
          `esp_sleep_enable_ext0_wakeup(static_cast<gpio_num_t>(${button.pin()}), ${button.activeLevel});  // a press wakes it too`,
        ];
  return [
    cppFunction("Deep sleep: memory is lost and the board starts again at setup().", "void goToSleep()", [
      ...quietStatements(plan),
      "esp_sleep_enable_timer_wakeup(static_cast<uint64_t>(setting(kSleepMinutes) * 60.0f) * 1000000ULL);",
      ...wake,
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
