import { cppFunction } from "../cpp-text.ts";
import type { DisplayDriver, Driver } from "../driver.ts";
import { serialLine } from "./serial-line.ts";

/** More rows than any design has readings: what is sent or kept needs no pages. */
const allRows = 99;

/** Sends or keeps every reading, one after the other, to something that can print. */
const everyReading = (sink: string): string[] => [
  "for (uint8_t row = first; row < kReadingCount; row++) {",
  `  if (row > first) ${sink}.print(F("  "));`,
  `  printReading(${sink}, row);`,
  "}",
];

const stays: Pick<DisplayDriver, "off" | "on"> = { off: () => [], on: () => [] };

/** A chip select is high before the first word is said on the bus, whoever is spoken to. */
const idleHigh = (constant: string): string[] => [`pinMode(${constant}, OUTPUT);`, `digitalWrite(${constant}, HIGH);`];

/** RC522: a card counts as there for two seconds, and its number is printed. Version 0x91 or 0x92 (0x88 on copies). */
export const rfidDriver: Driver = {
  stem: "rfid",
  pins: [
    { suffix: "Cs", names: ["SDA"] },
    { suffix: "Rst", names: ["RST"] },
  ],
  headers: () => ["SPI.h"],
  globals: (use) => [
    `MFRC522 ${use.name}(${use.pin("Cs")}, ${use.pin("Rst")});`,
    `uint32_t ${use.name}SeenMs = 0;`,
    `bool ${use.name}Seen = false;`,
  ],
  setup: (use) => idleHigh(use.pin("Cs")),
  functions: ({ name, ref }) =>
    cppFunction("Looks for a card and prints its number.", `void ${name}Listen()`, [
      `if (${name}Seen && millis() - ${name}SeenMs > 2000) ${name}Seen = false;`,
      `if (!${name}.PICC_IsNewCardPresent() || !${name}.PICC_ReadCardSerial()) return;`,
      `${name}Seen = true;`,
      `${name}SeenMs = millis();`,
      `Serial.print(F("[card] ${ref} "));`,
      `for (uint8_t at = 0; at < ${name}.uid.size; at++) Serial.print(${name}.uid.uidByte[at], HEX);`,
      "Serial.println();",
      `${name}.PICC_HaltA();`,
    ]),
  start: ({ name }) => [
    "SPI.begin();",
    `${name}.PCD_Init();`,
    `const uint8_t version = ${name}.PCD_ReadRegister(MFRC522::VersionReg);`,
    "return version != 0x00 && version != 0xFF;",
  ],
  tend: ({ name }) => [`${name}Listen();`],
  proof: ({ name, typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    detail: {
      statements: [
        'Serial.print(F(" version=0x"));',
        `Serial.print(${name}.PCD_ReadRegister(MFRC522::VersionReg), HEX);`,
      ],
      expected: " version=0x92",
      always: true,
    },
    hint: "0x0 or 0xFF: check the SPI wires and that it has 3.3 V",
  }),
  readings: ({ name }) => [
    { quantity: "card", field: "card", label: "Card", unit: "", decimals: 0, expression: `${name}Seen` },
  ],
};

/** nRF24L01+: sends each set of readings as one text of at most 32 bytes. */
export const nrf24Driver: Driver = {
  stem: "radio",
  pins: [
    { suffix: "Ce", names: ["CE"] },
    { suffix: "Csn", names: ["CSN"] },
  ],
  headers: () => ["SPI.h"],
  globals: (use) => [
    `RF24 ${use.name}(${use.pin("Ce")}, ${use.pin("Csn")});`,
    `const uint8_t ${use.name}Address[6] = "ohm01";  // the receiver listens to the same`,
  ],
  functions: ({ typeName, name }) => [
    "// Collects what is printed into one packet.",
    `class ${typeName}Packet : public Print {`,
    " public:",
    "  size_t write(uint8_t c) override {",
    "    if (length_ < sizeof(text_)) text_[length_++] = static_cast<char>(c);",
    "    return 1;",
    "  }",
    `  void send() { ${name}.write(text_, length_); }`,
    "",
    " private:",
    "  char text_[32] = {};",
    "  uint8_t length_ = 0;",
    "};",
  ],
  setup: (use) => idleHigh(use.pin("Csn")),
  start: ({ name }) => [
    `if (!${name}.begin()) return false;`,
    `${name}.openWritingPipe(${name}Address);`,
    `${name}.stopListening();`,
    `return ${name}.isChipConnected();`,
  ],
  alive: ({ name }) => `${name}.isChipConnected()`,
  proof: ({ typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    hint: "silent: 10 uF right at its pins, and 3.3 V",
  }),
  display: {
    rows: allRows,
    draw: ({ typeName }) => [`${typeName}Packet packet;`, ...everyReading("packet"), "packet.send();"],
    off: ({ name }) => [`${name}.powerDown();`],
    on: ({ name }) => [`${name}.powerUp();`],
  },
};

/** RFM95: sends each set of readings as one packet at 868 MHz. */
export const loraDriver: Driver = {
  stem: "lora",
  pins: [
    { suffix: "Cs", names: ["NSS"] },
    { suffix: "Rst", names: ["RESET"] },
    { suffix: "Dio0", names: ["DIO0"] },
  ],
  headers: () => ["SPI.h"],
  constants: ({ typeName }) => [
    `constexpr long k${typeName}Hz = 868000000;  // 915000000 in America, 433000000 for an SX1278`,
  ],
  setup: (use) => [
    ...idleHigh(use.pin("Cs")),
    `LoRa.setPins(${use.pin("Cs")}, ${use.pin("Rst")}, ${use.pin("Dio0")});`,
  ],
  start: ({ typeName }) => [`return LoRa.begin(k${typeName}Hz);`],
  proof: ({ typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    hint: "silent: check NSS and RESET; never without its antenna",
  }),
  display: {
    rows: allRows,
    draw: () => ["LoRa.beginPacket();", ...everyReading("LoRa"), "LoRa.endPacket();"],
    off: () => ["LoRa.sleep();"],
    on: () => ["LoRa.idle();"],
  },
};

/** HC-05: each set of readings goes to the phone as a line; what the phone says is shown on the serial port. */
export const bluetoothDriver: Driver = {
  stem: "phone",
  pins: serialLine.pins,
  headers: serialLine.headers,
  globals: serialLine.globals,
  setup: serialLine.setup,
  tend: ({ name }) => [`while (${name}Line.available() > 0) Serial.write(static_cast<uint8_t>(${name}Line.read()));`],
  start: () => ["return true;"],
  proof: ({ name }) => ({
    kind: "look",
    act: [`${name}Line.println(F("Ohm: it works"));`],
    detail: {
      statements: ['Serial.print(F(" pair it, 1234: did a line come?"));'],
      expected: " pair it, 1234: did a line come?",
    },
  }),
  display: { rows: allRows, draw: ({ name }) => [...everyReading(`${name}Line`), `${name}Line.println();`], ...stays },
};

/** microSD: each set of readings is a line of LOG.TXT, with the milliseconds since the start. */
export const sdDriver: Driver = {
  stem: "card",
  pins: [{ suffix: "Cs", names: ["CS"] }],
  headers: () => ["SPI.h"],
  setup: (use) => idleHigh(use.pin("Cs")),
  start: (use) => [`return SD.begin(${use.pin("Cs")});`],
  proof: ({ typeName }) => ({
    kind: "answers",
    condition: `start${typeName}()`,
    hint: "no card, or not FAT32",
  }),
  display: {
    rows: allRows,
    // The ESP32's library truncates with FILE_WRITE; the others have no FILE_APPEND and append with FILE_WRITE.
    draw: ({ board }) => [
      `File file = SD.open("/log.txt", ${board.core === "esp32" ? "FILE_APPEND" : "FILE_WRITE"});`,
      "if (!file) return;",
      "file.print(millis());",
      "file.print(' ');",
      ...everyReading("file"),
      "file.println();",
      "file.close();",
    ],
    ...stays,
  },
};
