import { hexByte } from "../cpp-text.ts";
import type { Driver } from "../driver.ts";

const oledLineHeight = 16;

/**
 * SSD1306 128x64 over I2C by Adafruit's library. begin() only fails when its 1,024-byte buffer does not fit, so the proof
 * of life is the address being acknowledged.
 */
export const ssd1306Driver: Driver = {
  stem: "oled",
  pins: [],
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = ${hexByte(address ?? 0x3c)};  // ${ref}`,
  ],
  globals: ({ name }) => [`Adafruit_SSD1306 ${name}(128, 64, &Wire, -1);`],
  start: ({ name, typeName }) => [
    `return answersOnI2c(k${typeName}Address) && ${name}.begin(SSD1306_SWITCHCAPVCC, k${typeName}Address, true, false);`,
  ],
  alive: ({ typeName }) => `answersOnI2c(k${typeName}Address)`,
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: [
        `${name}.clearDisplay();`,
        `${name}.setTextColor(SSD1306_WHITE);`,
        `${name}.setCursor(0, 0);`,
        `${name}.print(F("Ohm: it works"));`,
        `${name}.display();`,
      ],
      expected: "",
    },
  }),
  display: {
    rows: 4,
    constants: ({ typeName }) => [`constexpr uint8_t k${typeName}Rows = 4;  // of ${oledLineHeight} dots`],
    draw: ({ name, typeName }) => [
      `${name}.clearDisplay();`,
      `${name}.setTextColor(SSD1306_WHITE);`,
      `${name}.setTextSize(2);`,
      `for (uint8_t row = 0; row < k${typeName}Rows && first + row < kReadingCount; row++) {`,
      `  ${name}.setCursor(0, row * ${oledLineHeight});`,
      `  printReading(${name}, first + row);`,
      "}",
      `${name}.display();`,
    ],
    off: ({ name }) => [`${name}.ssd1306_command(SSD1306_DISPLAYOFF);`],
    on: ({ name }) => [`${name}.ssd1306_command(SSD1306_DISPLAYON);`],
  },
};

/** HD44780 16x2 with a PCF8574 backpack by the LiquidCrystal_I2C library. init() tells nothing, so the address is asked. */
export const lcd1602Driver: Driver = {
  stem: "lcd",
  pins: [],
  constants: ({ ref, typeName, address }) => [
    `constexpr uint8_t k${typeName}Address = ${hexByte(address ?? 0x27)};  // ${ref}`,
    `constexpr uint8_t k${typeName}Rows = 2;`,
  ],
  globals: ({ name, typeName }) => [`LiquidCrystal_I2C ${name}(k${typeName}Address, 16, k${typeName}Rows);`],
  start: ({ name, typeName }) => [
    "// The library's init() has no answer: the address has to be acknowledged first.",
    `if (!answersOnI2c(k${typeName}Address)) return false;`,
    `${name}.init();`,
    `${name}.backlight();`,
    "return true;",
  ],
  alive: ({ typeName }) => `answersOnI2c(k${typeName}Address)`,
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: { statements: [`${name}.print(F("Ohm: it works"));`], expected: "" },
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
    off: ({ name }) => [`${name}.noDisplay();`, `${name}.noBacklight();`],
    on: ({ name }) => [`${name}.display();`, `${name}.backlight();`],
  },
};
