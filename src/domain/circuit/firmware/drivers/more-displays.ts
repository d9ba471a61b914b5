import { hexByte } from "../cpp-text.ts";
import type { Driver } from "../driver.ts";
import { lcd1602Driver } from "./displays.ts";

/** SH1106 128x64 over I2C by Adafruit's library: like the SSD1306, 1,024 bytes of picture. */
export const sh1106Driver: Driver = {
  stem: "oled",
  pins: [],
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = ${hexByte(address ?? 0x3c)};  // ${ref}`,
  ],
  globals: ({ name }) => [`Adafruit_SH1106G ${name}(128, 64, &Wire, -1);`],
  start: ({ name, typeName }) => [
    `return answersOnI2c(k${typeName}Address) && ${name}.begin(k${typeName}Address, true);`,
  ],
  alive: ({ typeName }) => `answersOnI2c(k${typeName}Address)`,
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: [
        `${name}.clearDisplay();`,
        `${name}.setTextColor(SH110X_WHITE);`,
        `${name}.setCursor(0, 0);`,
        `${name}.print(F("Ohm: it works"));`,
        `${name}.display();`,
      ],
      expected: "",
    },
  }),
  display: {
    rows: 4,
    constants: ({ typeName }) => [`constexpr uint8_t k${typeName}Rows = 4;  // of 16 dots`],
    draw: ({ name, typeName }) => [
      `${name}.clearDisplay();`,
      `${name}.setTextColor(SH110X_WHITE);`,
      `${name}.setTextSize(2);`,
      `for (uint8_t row = 0; row < k${typeName}Rows && first + row < kReadingCount; row++) {`,
      `  ${name}.setCursor(0, row * 16);`,
      `  printReading(${name}, first + row);`,
      "}",
      `${name}.display();`,
    ],
    off: ({ name }) => [`${name}.oled_command(SH110X_DISPLAYOFF);`],
    on: ({ name }) => [`${name}.oled_command(SH110X_DISPLAYON);`],
  },
};

/** The LCD1602's driver with four rows of 20. */
export const lcd2004Driver: Driver = {
  ...lcd1602Driver,
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = ${hexByte(address ?? 0x27)};  // ${ref}`,
    `constexpr uint8_t k${typeName}Rows = 4;`,
  ],
  globals: ({ name, typeName }) => [`LiquidCrystal_I2C ${name}(k${typeName}Address, 20, k${typeName}Rows);`],
  ...(lcd1602Driver.display === undefined ? {} : { display: { ...lcd1602Driver.display, rows: 4 } }),
};

/** HD44780 on six pins: it cannot answer, so a person looks. */
export const lcdParallelDriver: Driver = {
  stem: "lcd",
  pins: ["RS", "E", "D4", "D5", "D6", "D7"].map((name) => ({ suffix: name, names: [name] })),
  constants: ({ typeName }) => [`constexpr uint8_t k${typeName}Rows = 2;`],
  globals: (use) => [
    `LiquidCrystal ${use.name}(${["RS", "E", "D4", "D5", "D6", "D7"].map((pin) => use.pin(pin)).join(", ")});`,
  ],
  setup: ({ name, typeName }) => [`${name}.begin(16, k${typeName}Rows);`],
  start: () => ["return true;"],
  proof: ({ name }) => ({
    kind: "look",
    act: [`${name}.print(F("Ohm: it works"));`],
    detail: {
      statements: ['Serial.print(F(" is there text? else turn the contrast"));'],
      expected: " is there text? else turn the contrast",
    },
  }),
  display: {
    rows: 2,
    draw: ({ name, typeName }) => [
      `${name}.clear();`,
      `for (uint8_t row = 0; row < k${typeName}Rows && first + row < kReadingCount; row++) {`,
      `  ${name}.setCursor(0, row);`,
      `  printReading(${name}, first + row);`,
      "}",
    ],
    off: ({ name }) => [`${name}.noDisplay();`],
    on: ({ name }) => [`${name}.display();`],
  },
};

/** TM1637: the figure of one reading, four digits. */
export const tm1637Driver: Driver = {
  stem: "digits",
  pins: [
    { suffix: "Clk", names: ["CLK"] },
    { suffix: "Dio", names: ["DIO"] },
  ],
  globals: (use) => [`TM1637Display ${use.name}(${use.pin("Clk")}, ${use.pin("Dio")});`],
  setup: ({ name }) => [`${name}.setBrightness(3);`],
  start: () => ["return true;"],
  proof: ({ name }) => ({
    kind: "look",
    act: [`${name}.showNumberDec(8888);`],
    detail: { statements: ['Serial.print(F(" does it show 8888?"));'], expected: " does it show 8888?" },
  }),
  display: {
    rows: 1,
    drawsValues: true,
    draw: ({ name }) => [
      "const float value = readingValue(first);",
      `if (isnan(value)) ${name}.clear();`,
      `else ${name}.showNumberDec(static_cast<int>(round(value)));`,
    ],
    off: ({ name }) => [`${name}.setBrightness(0, false);`, `${name}.clear();`],
    on: ({ name }) => [`${name}.setBrightness(3);`],
  },
};

/** Four matrices with MAX7219: the figure of one reading in the library's own letters, low intensity. */
export const max7219Driver: Driver = {
  stem: "matrix",
  pins: [{ suffix: "Cs", names: ["CS"] }],
  headers: () => ["SPI.h"],
  globals: (use) => [`MD_MAX72XX ${use.name}(MD_MAX72XX::FC16_HW, ${use.pin("Cs")}, 4);`],
  setup: (use) => [`pinMode(${use.pin("Cs")}, OUTPUT);`, `digitalWrite(${use.pin("Cs")}, HIGH);`],
  functions: ({ name }) => [
    "// Writes a whole number from the left; 32 columns hold five letters of six.",
    `void ${name}Write(long number) {`,
    "  char text[8];",
    "  ltoa(number, text, 10);",
    `  ${name}.clear();`,
    "  uint16_t column = 31;",
    "  for (uint8_t at = 0; text[at] != '\\0' && column >= 6 && column < 32; at++) {",
    `    column -= ${name}.setChar(column, text[at]) + 1;`,
    "  }",
    "}",
  ],
  start: ({ name }) => [
    `if (!${name}.begin()) return false;`,
    `${name}.control(MD_MAX72XX::INTENSITY, 1);  // bright is too much for USB`,
    "return true;",
  ],
  proof: ({ name, typeName }) => ({
    kind: "look",
    act: [`start${typeName}();`, `${name}Write(8888);`],
    detail: { statements: ['Serial.print(F(" does it show 8888?"));'], expected: " does it show 8888?" },
  }),
  display: {
    rows: 1,
    drawsValues: true,
    draw: ({ name }) => [
      "const float value = readingValue(first);",
      `if (isnan(value)) ${name}.clear();`,
      `else ${name}Write(static_cast<long>(round(value)));`,
    ],
    off: ({ name }) => [`${name}.control(MD_MAX72XX::SHUTDOWN, 1);`],
    on: ({ name }) => [`${name}.control(MD_MAX72XX::SHUTDOWN, 0);`],
  },
};

/** ILI9341: eight rows of large letters. Its display id register answers something other than all zeros or ones. */
export const ili9341Driver: Driver = {
  stem: "tft",
  pins: [
    { suffix: "Cs", names: ["CS"] },
    { suffix: "Dc", names: ["DC"] },
    { suffix: "Rst", names: ["RESET"] },
  ],
  headers: () => ["SPI.h"],
  globals: (use) => [`Adafruit_ILI9341 ${use.name}(${use.pin("Cs")}, ${use.pin("Dc")}, ${use.pin("Rst")});`],
  setup: (use) => [`pinMode(${use.pin("Cs")}, OUTPUT);`, `digitalWrite(${use.pin("Cs")}, HIGH);`],
  start: ({ name }) => [
    `${name}.begin();`,
    `${name}.setRotation(1);`,
    `${name}.fillScreen(ILI9341_BLACK);`,
    "return true;",
  ],
  proof: ({ name, typeName }) => ({
    kind: "look",
    act: [`start${typeName}();`, `${name}.setTextSize(3);`, `${name}.print(F("Ohm: it works"));`],
    detail: { statements: ['Serial.print(F(" is there text on black?"));'], expected: " is there text on black?" },
  }),
  display: {
    rows: 8,
    constants: ({ typeName }) => [`constexpr uint8_t k${typeName}Rows = 8;  // of 30 dots`],
    draw: ({ name, typeName }) => [
      `${name}.setTextColor(ILI9341_WHITE, ILI9341_BLACK);`,
      `${name}.setTextSize(3);`,
      `for (uint8_t row = 0; row < k${typeName}Rows && first + row < kReadingCount; row++) {`,
      `  ${name}.setCursor(4, row * 30);`,
      `  printReading(${name}, first + row);`,
      `  ${name}.print(F("   "));  // over what was longer before`,
      "}",
    ],
    off: ({ name }) => [`${name}.fillScreen(ILI9341_BLACK);`],
    on: () => [],
  },
};

/** One digit with common cathode: segments A to G, the last digit of a whole number. */
export const sevenSegmentDriver: Driver = {
  stem: "digit",
  pins: ["A", "B", "C", "D", "E", "F", "G", "DP"].map((name) => ({ suffix: name, names: [name] })),
  functions: (use) => [
    "// Segments A to G as bits 0 to 6 of each digit.",
    `constexpr uint8_t k${use.typeName}Shapes[10] = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};`,
    `void ${use.name}Show(uint8_t shape) {`,
    ...["A", "B", "C", "D", "E", "F", "G", "DP"].map(
      (name, bit) => `  digitalWrite(${use.pin(name)}, (shape >> ${bit}) & 1 ? HIGH : LOW);`,
    ),
    "}",
  ],
  setup: (use) => ["A", "B", "C", "D", "E", "F", "G", "DP"].map((name) => `pinMode(${use.pin(name)}, OUTPUT);`),
  start: () => ["return true;"],
  proof: ({ name }) => ({
    kind: "look",
    act: [`${name}Show(0xFF);`],
    detail: { statements: ['Serial.print(F(" does all of it light?"));'], expected: " does all of it light?" },
  }),
  display: {
    rows: 1,
    drawsValues: true,
    draw: ({ name, typeName }) => [
      "const float value = readingValue(first);",
      `${name}Show(isnan(value) ? 0x40 : k${typeName}Shapes[static_cast<unsigned int>(fabs(value)) % 10]);`,
    ],
    off: ({ name }) => [`${name}Show(0);`],
    on: () => [],
  },
};
