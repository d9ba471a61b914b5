import type { LinkRadio } from "../../requirements.ts";
import { block, cppFunction } from "../cpp-text.ts";
import type { PartUse } from "../driver.ts";
import { linkWord } from "../link-line.ts";
import { serialLine } from "./serial-line.ts";

/** How one radio carries lines of text between two devices. Each text is a list of C++ lines. */
export interface RadioLink {
  headers(use: PartUse): string[];
  constants(use: PartUse): string[];
  globals(use: PartUse): string[];
  setup(use: PartUse): string[];
  /** Body of `bool startX()` at either end. */
  startSending(use: PartUse): string[];
  startListening(use: PartUse): string[];
  /** Functions of its own at either end, before the others. */
  sending(use: PartUse): string[];
  receiving(use: PartUse): string[];
  /** Statements that send what `printLine(Print &)` writes. */
  send(use: PartUse): string[];
  /** Body of `void listenX()`, which gives each line that came to `takeLine(char *)`. */
  listen(use: PartUse): string[];
  /** Whether a line begins with the word of the pair: this radio hears others of its kind. */
  isOpen: boolean;
  alive?(use: PartUse): string;
  off(use: PartUse): string[];
  on(use: PartUse): string[];
}

const nothing = () => [];
const idleHigh = (constant: string): string[] => [`pinMode(${constant}, OUTPUT);`, `digitalWrite(${constant}, HIGH);`];

/** Collects what is printed into one packet of so many bytes. */
const packetClass = ({ typeName }: PartUse, bytes: number, send: string): string[] => [
  "// Collects what is printed into one packet.",
  `class ${typeName}Packet : public Print {`,
  " public:",
  "  size_t write(uint8_t c) override {",
  "    if (length_ < sizeof(text_)) text_[length_++] = static_cast<char>(c);",
  "    return 1;",
  "  }",
  `  void send() { ${send} }`,
  "",
  " private:",
  `  char text_[${bytes}] = {};`,
  "  uint8_t length_ = 0;",
  "};",
];

const sendPacket = ({ typeName }: PartUse) => [`${typeName}Packet packet;`, "printLine(packet);", "packet.send();"];

/** One character after the other into a line of 120 bytes at most. */
const collect = (source: string): string[] => [
  "char line[121] = {};",
  "uint8_t length = 0;",
  ...block(`while (${source}.available() > 0)`, [
    `const char c = static_cast<char>(${source}.read());`,
    "if (length < sizeof(line) - 1) line[length++] = c;",
  ]),
  "takeLine(line);",
];

const nrf24: RadioLink = {
  headers: () => ["SPI.h"],
  constants: nothing,
  globals: (use) => [
    `RF24 ${use.name}(${use.pin("Ce")}, ${use.pin("Csn")});`,
    `const uint8_t ${use.name}Address[6] = "${linkWord}";  // the same at both ends`,
    `constexpr uint8_t ${use.name}Channel = 90;  // the same at both ends, above the channels of WiFi`,
  ],
  setup: (use) => idleHigh(use.pin("Csn")),
  startSending: ({ name }) => [
    `if (!${name}.begin()) return false;`,
    `${name}.setChannel(${name}Channel);`,
    `${name}.openWritingPipe(${name}Address);`,
    `${name}.stopListening();`,
    `return ${name}.isChipConnected();`,
  ],
  startListening: ({ name }) => [
    `if (!${name}.begin()) return false;`,
    `${name}.setChannel(${name}Channel);`,
    `${name}.openReadingPipe(1, ${name}Address);`,
    `${name}.startListening();`,
    `return ${name}.isChipConnected();`,
  ],
  sending: (use) => packetClass(use, 32, `${use.name}.write(text_, sizeof(text_));`),
  receiving: nothing,
  send: sendPacket,
  listen: ({ name }) =>
    block(`while (${name}.available())`, [
      "char line[33] = {};",
      `${name}.read(line, sizeof(line) - 1);`,
      "takeLine(line);",
    ]),
  isOpen: false,
  alive: ({ name }) => `${name}.isChipConnected()`,
  off: ({ name }) => [`${name}.powerDown();`],
  on: ({ name }) => [`${name}.powerUp();`],
};

const lora: RadioLink = {
  headers: () => ["SPI.h"],
  constants: ({ typeName }) => [
    `constexpr long k${typeName}Hz = 868000000;  // the same at both ends: 915000000 in America, 433000000 for an SX1278`,
  ],
  globals: nothing,
  setup: (use) => [
    ...idleHigh(use.pin("Cs")),
    `LoRa.setPins(${use.pin("Cs")}, ${use.pin("Rst")}, ${use.pin("Dio0")});`,
  ],
  startSending: ({ typeName }) => [`return LoRa.begin(k${typeName}Hz);`],
  startListening: ({ typeName }) => [`return LoRa.begin(k${typeName}Hz);`],
  sending: nothing,
  receiving: nothing,
  send: () => ["LoRa.beginPacket();", "printLine(LoRa);", "LoRa.endPacket();"],
  listen: () => ["if (LoRa.parsePacket() == 0) return;", ...collect("LoRa")],
  isOpen: true,
  off: () => ["LoRa.sleep();"],
  on: () => ["LoRa.idle();"],
};

const hc05: RadioLink = {
  headers: serialLine.headers,
  constants: nothing,
  globals: (use) => [
    "// Bind the two HC-05 first, in AT mode: one AT+ROLE=1 with AT+BIND=<address of the other>, the other AT+ROLE=0.",
    ...serialLine.globals(use),
  ],
  setup: serialLine.setup,
  startSending: () => ["return true;"],
  startListening: () => ["return true;"],
  sending: nothing,
  receiving: nothing,
  send: ({ name }) => [`printLine(${name}Line);`, `${name}Line.println();`],
  listen: ({ name }) => [
    "static char line[121];",
    "static uint8_t length = 0;",
    ...block(`while (${name}Line.available() > 0)`, [
      `const char c = static_cast<char>(${name}Line.read());`,
      ...block("if (c != '\\n')", ["if (c != '\\r' && length < sizeof(line) - 1) line[length++] = c;", "continue;"]),
      "line[length] = '\\0';",
      "length = 0;",
      "takeLine(line);",
    ]),
  ],
  isOpen: false,
  off: nothing,
  on: nothing,
};

const isEsp8266 = ({ board }: PartUse): boolean => board.core === "esp8266";
const everybody = "const uint8_t kEverybody[6] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};";

const joinEspNow = (use: PartUse): string[] => [
  "WiFi.mode(WIFI_STA);",
  "if (esp_now_init() != 0) return false;",
  ...(isEsp8266(use) ? ["esp_now_set_self_role(ESP_NOW_ROLE_COMBO);"] : []),
];

const espNow: RadioLink = {
  headers: (use) => (isEsp8266(use) ? ["ESP8266WiFi.h", "espnow.h"] : ["WiFi.h", "esp_now.h"]),
  constants: nothing,
  globals: nothing,
  setup: nothing,
  startSending: (use) => [
    ...joinEspNow(use),
    ...(isEsp8266(use)
      ? ["return esp_now_add_peer(const_cast<uint8_t *>(kEverybody), ESP_NOW_ROLE_COMBO, 1, nullptr, 0) == 0;"]
      : [
          "esp_now_peer_info_t everybody = {};",
          "memcpy(everybody.peer_addr, kEverybody, sizeof(kEverybody));",
          "return esp_now_add_peer(&everybody) == ESP_OK;",
        ]),
  ],
  startListening: (use) => [...joinEspNow(use), "return esp_now_register_recv_cb(onPacket) == 0;"],
  sending: (use) => [
    "// To every board in reach: no address has to be written down.",
    everybody,
    "",
    ...packetClass(
      use,
      120,
      isEsp8266(use)
        ? "esp_now_send(const_cast<uint8_t *>(kEverybody), reinterpret_cast<uint8_t *>(text_), length_);"
        : "esp_now_send(kEverybody, reinterpret_cast<const uint8_t *>(text_), length_);",
    ),
  ],
  receiving: (use) => [
    "char packet[121];",
    "volatile bool hasPacket = false;",
    "",
    ...cppFunction(
      isEsp8266(use)
        ? "Called by the radio: keeps the packet for loop()."
        : "Called by the radio: keeps the packet for loop(). Who sent it is told otherwise since version 3 of the core.",
      isEsp8266(use)
        ? "void onPacket(uint8_t *, uint8_t *data, uint8_t length)"
        : "template <typename Info> void onPacket(Info, const uint8_t *data, int length)",
      [
        `if (hasPacket || length < 1 || length >= ${isEsp8266(use) ? "" : "static_cast<int>("}sizeof(packet)${isEsp8266(use) ? "" : ")"}) return;`,
        "memcpy(packet, data, length);",
        "packet[length] = '\\0';",
        "hasPacket = true;",
      ],
    ),
  ],
  send: sendPacket,
  listen: () => ["if (!hasPacket) return;", "takeLine(packet);", "hasPacket = false;"],
  isOpen: true,
  off: nothing,
  on: nothing,
};

/** The link of each radio. */
export const radioLinks: Record<LinkRadio, RadioLink> = { nrf24, lora, "hc-05": hc05, "esp-now": espNow };

/** Catalogue id of the module that carries a link; null where the board itself does. */
export const linkParts: Record<LinkRadio, string | null> = {
  nrf24: "nrf24l01",
  lora: "lora-rfm95",
  "hc-05": "hc-05",
  "esp-now": null,
};
