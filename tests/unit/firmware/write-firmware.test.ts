import { describe, expect, it } from "vitest";
import { readTokens, unbalanced } from "../../../src/domain/circuit/firmware/cpp-tokens.ts";
import { driverOf } from "../../../src/domain/circuit/firmware/driver-table.ts";
import { libraryOf } from "../../../src/domain/circuit/firmware/libraries.ts";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { design, designs } from "./designs.ts";

const words = (content: string) =>
  readTokens(content).tokens.flatMap(({ kind, text }) => (kind === "word" ? [text] : []));

/** The body of a function, from its head to the brace at the start of a line. */
function bodyOf(content: string, head: string): string {
  const start = content.indexOf(`${head} {`);
  return start < 0 ? "" : content.slice(start, content.indexOf("\n}", start));
}

/** What the C++ language, the cores and the libraries declare; everything else must be declared in the sketch. */
const declaredElsewhere = new Set(
  [
    "bool break case char const constexpr continue double else enum false float for if int nullptr return sizeof static",
    "static_cast struct switch true uint16_t uint32_t uint64_t uint8_t void while",
    "F HEX HIGH INPUT INPUT_PULLUP ISR LOW NAN OUTPUT Print Serial Wire __FlashStringHelper _BV A0 A1 A2 A3 A4 A5",
    "analogRead atof cli constrain delay delayMicroseconds digitalRead digitalWrite isnan millis noTone pinMode pulseIn sei",
    "set_sleep_mode sleep_cpu sleep_disable sleep_enable strchr strcmp tone wdt_disable wdt_enable wdt_reset enableLoopWDT",
    "ADCSRA ADEN MCUSR SLEEP_MODE_PWR_DOWN WDCE WDE WDIE WDP0 WDP3 WDTCSR WDTO_8S WDT_vect RTC_DATA_ATTR EEPROM",
    "ESP_SLEEP_WAKEUP_UNDEFINED esp_deep_sleep_start esp_sleep_enable_ext0_wakeup esp_sleep_enable_timer_wakeup",
    "esp_sleep_get_wakeup_cause gpio_num_t rtc_gpio_pulldown_en rtc_gpio_pullup_en Preferences StreamString WebServer WiFi",
    "MODE_FORCED SAMPLING_X1 FILTER_OFF WIFI_STA WL_CONNECTED Adafruit_BME280 Adafruit_SSD1306 DHT DHT22 LiquidCrystal_I2C Servo",
    "SSD1306_DISPLAYOFF SSD1306_DISPLAYON SSD1306_SWITCHCAPVCC SSD1306_WHITE",
  ].flatMap((line) => line.split(" ")),
);

/** Names that the sketch uses and nobody declares. Members after a dot belong to their object. */
function undeclared(content: string): string[] {
  const { tokens } = readTokens(content);
  const declared = new Set<string>();
  const types =
    /^(?:bool|char|float|int|void|uint\d+_t|Setting|SettingId|Readings|LogLevel|struct|enum|DHT|Servo|Print|Preferences|StreamString|WebServer|__FlashStringHelper|Adafruit_\w+|LiquidCrystal_I2C)$/;
  for (const [index, token] of tokens.entries()) {
    let before = index - 1;
    while (["*", "&"].includes(tokens[before]?.text ?? "")) before--;
    if (token.kind === "word" && types.test(tokens[before]?.text ?? "")) declared.add(token.text);
  }
  for (const [list] of content.matchAll(/enum \w+ : uint8_t \{[^}]*\}/g))
    for (const name of words(list)) declared.add(name);
  return tokens.flatMap(({ kind, text }, index) =>
    kind !== "word" || tokens[index - 1]?.text === "." || declared.has(text) || declaredElsewhere.has(text)
      ? []
      : [text],
  );
}

describe.each(Object.entries(designs))("firmware of %s", (_name, input) => {
  const files = writeFirmware(input);
  const board = input.parts.find(({ part }) => part.board !== undefined)?.part.board;

  it("[FW-1] has three Success Units and is the same, byte for byte, when it is written again", () => {
    expect(files.map((file) => file.unitNumber)).toEqual([1, 2, 3]);
    expect(writeFirmware(input)).toEqual(files);
  });

  it("[FW-2] unit 1 prints one line per part, and says which lines it should print", () => {
    const driven = input.parts.filter(({ part }) => driverOf(part.id) !== undefined || part.board !== undefined);
    const expected = files[0]?.expectedSerial ?? [];
    expect(expected).toHaveLength(driven.length + 1);
    for (const { id, part } of driven) {
      expect(
        expected.filter(
          (line) => line.startsWith(`[ok] ${part.id} ${id}`) || line.startsWith(`[look] ${part.id} ${id}`),
        ),
      ).toHaveLength(1);
      expect(files[0]?.content).toContain(`${part.id} ${id}`);
    }
    expect(expected.at(-1)).toBe(`[done] ${driven.length} parts`);
  });

  it("[FW-3] includes exactly the libraries that it lists, with versions", () => {
    for (const file of files) {
      const headers = readTokens(file.content).includes.map(({ header }) => header);
      const libraries = input.parts
        .map(({ part }) => libraryOf(part, board?.core ?? "esp32"))
        .filter((each) => each !== null);
      const included = libraries
        .filter(({ header }) => headers.includes(header))
        .flatMap((each) => each.libraries.map(({ name }) => name));
      expect(file.libraries.map(({ name }) => name)).toEqual([...new Set(included)].sort());
    }
  });

  it("[FW-4] is balanced and declares every name that it uses", () => {
    for (const { content } of files) {
      expect(unbalanced(readTokens(content).tokens)).toBeNull();
      expect(undeclared(content)).toEqual([]);
    }
  });

  it("[FW-5] unit 3 never waits in loop(), has a watchdog, stored settings and a log with levels", () => {
    const content = files[2]?.content ?? "";
    expect(words(content)).not.toContain("delay");
    expect(bodyOf(content, "void loop()")).toContain("handleSerial();");
    expect(content).toContain(board?.mcu === "esp32" ? "enableLoopWDT();" : "wdt_enable(WDTO_8S);");
    expect(bodyOf(content, "void setup()")).toContain("loadSettings();");
    expect(content).toContain("enum LogLevel");
    for (const [, key] of content.matchAll(/^ {2}\{"(\w+)", /gm)) expect(key?.length).toBeLessThanOrEqual(15);
  });

  it("[FW-6] passes the rungs L0 and L2 and says why the others were not run", () => {
    for (const { ladder } of files) {
      expect(ladder.map(({ level }) => level)).toEqual(["L0", "L1", "L2", "L3", "L4", "L5"]);
      for (const rung of ladder) {
        const isRun = rung.level === "L0" || rung.level === "L2";
        expect({ level: rung.level, passed: rung.passed, said: rung.evidence?.output }).toMatchObject({
          passed: isRun,
        });
        if (isRun) expect(rung.evidence?.inputHash).toMatch(/^fnv1a64:[0-9a-f]{16}$/);
        else expect([rung.evidence, rung.reason]).toEqual([null, expect.stringMatching(/^not run here: /)]);
      }
    }
  });

  it("[FW-7] no file is production ready while rung L1 is not run", () => {
    expect(files.map((file) => file.productionReady)).toEqual([false, false, false]);
  });
});

describe("behaviour", () => {
  const unit = (name: string, number: 1 | 2 | 3) => {
    const input = designs[name];
    if (input === undefined) throw new Error(`no design ${name}`);
    return writeFirmware(input)[number - 1]?.content ?? "";
  };

  it("[FW-8] sleeps on battery for the wanted interval: deep sleep on ESP32, power-down on AVR", () => {
    expect(unit("balcony weather station", 3)).toContain('{"sleepMinutes", 15.0f,');
    expect(unit("balcony weather station", 3)).toContain("esp_deep_sleep_start();");
    expect(unit("battery plant guard", 3)).toContain("SLEEP_MODE_PWR_DOWN");
    expect(unit("plant waterer", 3)).not.toContain("goToSleep");
  });

  it("[FW-8] stays awake on battery where it has to react at once", () => {
    expect(unit("automatic bin on esp32", 3)).not.toContain("goToSleep");
    expect(unit("automatic bin on esp32", 3)).toContain("Stays awake on the battery");
  });

  it("[FW-9] an output reacts to what is measured, with two limits, and is off without a reading", () => {
    const update = bodyOf(unit("plant waterer", 2), "void updatePump()");
    expect(update).toContain("if (paused || isnan(value)) on = false;");
    expect(update).toContain("value < kPumpLimit");
    expect(update).toContain("value > kPumpLimit + kPumpHysteresis");
    expect(bodyOf(unit("knob servo", 2), "void updateServo()")).toContain("percent");
  });

  it("[FW-13] asks a passive buzzer for a tone only when the last one has ended, and for silence only once", () => {
    const set = bodyOf(unit("dry soil alarm", 2), "void setBuzzer(bool on)");
    expect(set).toContain("if (!on && wasOn) noTone(kPinBuzzer);");
    expect(set).toMatch(/if \(on && \(!wasOn \|\| millis\(\) - lastMs > kBuzzerMs\)\) \{\n\s+tone\(/);
  });

  it("[FW-13] never pings an ultrasonic sensor more often than every 60 ms", () => {
    const input = design({
      title: "Knob and distance",
      parts: { U1: "uno-r3", RV1: "potentiometer-10k", M1: "servo-sg90", U2: "hc-sr04" },
      nets: { K: "U1:A0 RV1:SIG", S: "U1:9 M1:PWM", T: "U1:7 U2:TRIG", E: "U1:8 U2:ECHO" },
    });
    const [, second, third] = writeFirmware(input).map(({ content }) => content);
    expect(second).toContain("kMeasureEveryMs = 100;");
    expect(third).toContain('{"measureSeconds", 0.1f, 0.06f,');
    expect(unit("knob servo", 2)).toContain("kMeasureEveryMs = 50;");
  });

  it("[FW-9] readings go to the serial port where there is no display", () => {
    expect(bodyOf(unit("parking aid", 2), "void report()")).toContain("printReadings(Serial);");
    expect(bodyOf(unit("plant waterer", 2), "void report()")).not.toContain("Serial");
  });

  it("[FW-10] uses WiFi only where somebody asked to reach it", () => {
    expect(unit("weather page", 3)).toContain("#include <WiFi.h>");
    expect(unit("weather page", 2)).not.toContain("WiFi.h");
    expect(unit("balcony weather station", 3)).not.toContain("WiFi");
  });

  it("[FW-11] a title cannot leave its comment", () => {
    const [first, second] = unit("weather page", 1).split("\n");
    expect(first).toBe("// Weather page with WiFi. Unit 1: bring-up.");
    expect(second).toMatch(/^\/\/ Board/);
  });

  it("[FW-12] names the part whose signal wire is missing", () => {
    const unwired = design({ title: "x", parts: { U1: "uno-r3", U2: "dht22" }, nets: {} });
    expect(() => writeFirmware(unwired)).toThrow("U2");
    expect(() => writeFirmware(design({ title: "x", parts: { U2: "dht22" }, nets: {} }))).toThrow("board");
  });
});
