import { describe, expect, it } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { changeByHand } from "../../../src/domain/circuit/by-hand/change-by-hand.ts";
import { recheckDesign } from "../../../src/domain/circuit/by-hand/recheck-design.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { circuitOfDevice, deviceViews } from "../../../src/domain/circuit/devices/device-view.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";
import { twoDeviceGoals } from "../../fixtures/goals/two-device-goals.ts";

const design = (goal: string): Design => designGoal({ goal });
const served = twoDeviceGoals.filter(({ status }) => status === undefined).map(({ goal }) => goal);
const partsOf = ({ parts }: Design, deviceId: string): string[] =>
  parts.filter((part) => part.deviceId === deviceId).flatMap(({ catalogId }) => catalogId ?? []);
const wishesOf = (given: Design, deviceId: string): string[] =>
  (given.requirements.devices ?? [])
    .filter(({ id }) => id === deviceId)
    .flatMap(({ requirements }) => requirements.functions.map(({ id }) => id));

function changed(given: Design, message: string): Design {
  const outcome = circuitEngine.change(given, [message], { stage: () => undefined });
  if (outcome.kind !== "changed") throw new Error(`${message}: ${outcome.reason}`);
  return outcome.design;
}

describe("a goal for two devices", () => {
  it.each([
    [
      "Send the temperature to the house by nRF24L01, Uno sends, another Uno shows it on an LCD",
      ["dht22"],
      ["lcd1602-i2c"],
    ],
    [
      "wireless doorbell: button at the gate sends by nRF24 to a buzzer inside, both Arduino Nano",
      ["button-6mm"],
      ["buzzer-passive"],
    ],
    [
      "one Arduino Nano with nRF24L01 drives two motors, the other has a joystick and sends",
      ["joystick-ky-023"],
      ["dc-motor-tt"],
    ],
    ["remote control with two buttons switches a relay in the garage over LoRa", ["button-6mm"], ["relay-module-1ch"]],
    [
      "two nanos with nrf24, one with potentiometer sends the other moves a servo",
      ["potentiometer-10k"],
      ["servo-sg90"],
    ],
    [
      "I want to control my robot with a joystick over nrf24l01, uno on the robot with l298n and 2 motors, nano in the remote",
      ["joystick-ky-023", "arduino-nano"],
      ["uno-r3", "dc-motor-tt", "l298n"],
    ],
    ["Sender: BMP280 und Akku. Empfänger: OLED. Funk per LoRa", ["bmp280"], ["ssd1306"]],
    ["sender and receiver with LoRa: soil moisture, OLED", ["soil-moisture-cap"], ["ssd1306"]],
  ])("[REQ-54] %s", (goal, sends, receives) => {
    const given = design(goal);
    expect([given.status, given.devices.length]).toEqual(["ok", 2]);
    for (const id of sends) {
      expect(partsOf(given, "main")).toContain(id);
      expect(partsOf(given, "receiver")).not.toContain(id);
    }
    for (const id of receives) {
      expect(partsOf(given, "receiver")).toContain(id);
      expect(partsOf(given, "main")).not.toContain(id);
    }
  });

  it.each([
    "a joystick remote with an nRF24L01 on a Nano",
    "ESP32 sends the temperature over WiFi",
    "LoRa soil moisture node for the field with ESP32 and RFM95, on a LiPo, every hour",
    "ESP32 weather station sends to Home Assistant by MQTT and shows it on an OLED",
    "TV remote switches a 12 V LED strip: IR receiver and an IRLZ44N mosfet, Arduino Nano",
    "an Uno with an IR receiver and a remote control that switches a relay",
    "GPS receiver with an OLED on a Pico",
    "ESP32 with two displays: one shows the temperature, the other the humidity",
    "bluetooth car: HC-05, Uno, L298N and two motors, controlled from my phone",
  ])("[REQ-54] one device: %s", (goal) => {
    const reading = readGoal(goal);
    expect(reading.kind === "goal" && reading.requirements.devices).toBe(undefined);
    expect(reading.kind === "goal" && reading.requirements.undivided).toBe(undefined);
  });

  it.each([
    "three LoRa sensor nodes with DS18B20 and one gateway with an OLED",
    "zwei Sender mit DHT22 und ein Empfänger mit LCD, nRF24L01, Arduino Nano",
    "sender and receiver with nRF24L01",
  ])("[REQ-54] %s is asked about, and both answers lead to designs", (goal) => {
    const asked = design(goal);
    expect(asked.status).toBe("needs_answer");
    const answers = asked.question?.answers ?? [];
    expect(answers).toHaveLength(2);
    const designs = answers.map((answer) => circuitEngine.design({ goal, answer }, null, () => undefined));
    expect(designs.map(({ status }) => status)).toEqual(["ok", "ok"]);
    expect(designs[0]?.devices).toHaveLength(2);
  });

  it("[REQ-70] both ends get the radio of one, and what is only shown is measured by the sender", () => {
    const given = design("LoRa sensor node outside, base station inside shows temperature and humidity on an LCD");
    expect(wishesOf(given, "main").toSorted()).toEqual(["sense-humidity", "sense-temperature", "talk-lora"]);
    expect(wishesOf(given, "receiver").toSorted()).toEqual(["show-text", "talk-lora"]);
    const plain = design("wireless: a sender with a DHT22 and a receiver");
    expect(wishesOf(plain, "receiver")).toEqual(["show-text", "talk-wifi"]);
    expect(plain.requirements.assumed.map(({ field }) => field)).toContain("radio");
  });

  it("[REQ-70] a load that a heading names hangs on the device that switches it", () => {
    const given = design(
      "Garagentor mit Fernbedienung: Sender mit Taster, Empfänger mit Relais, nRF24L01, zwei Arduino Nano",
    );
    expect(given.findings.filter(({ ruleId }) => ruleId === "mains").map(({ deviceId }) => deviceId)).toEqual([
      "receiver",
    ]);
    expect(given.requirements.mains).toBe(true);
  });

  it("[REQ-70] a board without the radio is asked about, and each answer leads to a design", () => {
    const goal = "sender with a DHT22 on an Arduino Nano and receiver with an OLED on an ESP32, by ESP-NOW";
    const asked = design(goal);
    expect(asked.status).toBe("needs_answer");
    for (const answer of asked.question?.answers ?? [])
      expect(circuitEngine.design({ goal, answer }, null, () => undefined).status).toBe("ok");
  });

  it("[REQ-70] a pair in MicroPython is asked about, and the answer leads to a design", () => {
    const goal = "sender with a DHT22 and receiver with an OLED by nRF24L01, two Picos in MicroPython";
    const asked = design(goal);
    expect([asked.status, asked.devices]).toEqual(["needs_answer", []]);
    const [answer = ""] = asked.question?.answers ?? [];
    expect(circuitEngine.design({ goal, answer }, null, () => undefined).status).toBe("ok");
  });
});

describe("a design of two devices", () => {
  it.each(served)("[SEL-40] every part, net, wire and file is of one device: %s", (goal) => {
    const given = design(goal);
    const owners = new Map(given.parts.map(({ id, deviceId }) => [id, deviceId]));
    expect(owners.size).toBe(given.parts.length);
    const ofPin = (pin: string) => owners.get(pin.split(":")[0] ?? "");
    for (const { pins } of given.nets) expect(new Set(pins.map(ofPin)).size).toBe(1);
    for (const { from, to } of given.connections) expect(ofPin(from)).toBe(ofPin(to));
    expect(new Set(given.nets.map(({ id }) => id)).size).toBe(given.nets.length);
    expect(new Set(given.connections.map(({ id }) => id)).size).toBe(given.connections.length);
    expect(given.connections.map(({ step }) => step)).toEqual(given.connections.map((_, at) => at + 1));
    expect(given.codeFiles.map(({ deviceId, unitNumber }) => `${deviceId} ${unitNumber}`)).toEqual(
      ["main", "receiver"].flatMap((id) => [1, 2, 3].map((unit) => `${id} ${unit}`)),
    );
    expect(new Set(given.codeFiles.map(({ filename }) => filename)).size).toBe(6);
    expect(JSON.stringify(design(goal))).toBe(JSON.stringify(given));
  });

  it.each(served)("[SEL-41] each device passes by itself what the whole says of it: %s", (goal) => {
    const given = design(goal);
    for (const view of deviceViews(given)) {
      const [device] = view.devices;
      const circuit = circuitOfDevice(given, device?.id ?? "");
      const { requirements } = view;
      const usesWifi = requirements.functions.some(({ id }) => id === "talk-wifi");
      const { findings } = checkCircuit(circuit, { requirements, language: requirements.language, usesWifi });
      const named = given.findings.filter(({ deviceId }) => deviceId === device?.id);
      expect(named.map(({ message }) => message)).toEqual(findings.map(({ message }) => `${device?.name}: ${message}`));
    }
    for (const file of given.codeFiles)
      for (const rung of file.ladder)
        expect([rung.level, rung.passed || rung.evidence === null]).toEqual([rung.level, true]);
  });

  it("[SEL-41] rails name their device, and the life is that of the shortest", () => {
    const given = design(
      "LoRa sensor with a DHT22 on a battery sends to a base station with an OLED on a battery, both Pico",
    );
    const { rails, devices = [], batteryHours } = given.power;
    expect(rails.every(({ name }) => /^(Sender|Receiver): /.test(name))).toBe(true);
    expect(devices).toHaveLength(2);
    expect(batteryHours).toBe(Math.min(...devices.map((one) => one.batteryHours)));
  });

  it("[SEL-42] one budget is for both, and an improvement for the one that reaches it", () => {
    const goal = "sender with soil moisture and a display, receiver with a display, by LoRa, both on an ESP32-S3";
    const free = design(goal);
    const tight = design(`${goal}, at most $${Math.floor(free.cost.totalCents / 100) - 1}`);
    expect(tight.cost.totalCents).toBeLessThan(free.cost.totalCents);
    expect(tight.findings.filter(({ ruleId }) => ruleId === "budget").length).toBeLessThanOrEqual(1);
    const dear = design(`${goal}, at most $5`);
    expect(
      dear.findings.filter(({ ruleId }) => ruleId === "budget").map(({ severity, deviceId }) => [severity, deviceId]),
    ).toEqual([["E", undefined]]);
  });

  it("[SEL-40] one device in the place of two keeps the numbering of the chat", () => {
    const pair = design(served[0] ?? "");
    const single = designGoal({ goal: "Arduino Uno with a DHT22 and an LCD" }, pair);
    const taken = new Set(pair.parts.filter(({ deviceId }) => deviceId === "receiver").map(({ id }) => id));
    expect(single.devices).toHaveLength(1);
    expect(single.parts.filter(({ id }) => taken.has(id))).toEqual([]);
  });

  it.each(allGoals.filter(({ second }) => second === undefined).map(({ goal }) => goal))(
    "[SEL-40] one device is what it was: %s",
    (goal) => {
      const given = design(goal);
      expect(given.devices.length).toBeLessThanOrEqual(1);
      expect(JSON.stringify(given)).not.toContain('"receiver');
      expect(given.requirements.functions.every(({ deviceId }) => deviceId === undefined)).toBe(true);
    },
  );
});

const lora = design("LoRa sensor with a DHT22 in the garden on battery and a base station in the house with an OLED");
const german = design(
  "Sender und Empfänger mit nRF24L01: Arduino Nano mit DHT22 sendet, zweiter Nano zeigt es auf einem LCD",
);

describe("edits of two devices", () => {
  it.each<[string, Design, string, string]>([
    ["use a BME280 instead", lora, "main", "bme280"],
    ["add a buzzer to the receiver", lora, "receiver", "buzzer-passive"],
    ["use an LCD instead of the OLED", lora, "receiver", "lcd1602-i2c"],
    ["Use an ESP32 for the sender", lora, "main", "esp32-devkitc"],
    ["the base station needs a red LED", lora, "receiver", "led-5mm"],
    ["füge einen Summer beim Empfänger hinzu", german, "receiver", "buzzer-passive"],
    ["nimm stattdessen einen BME280", german, "main", "bme280"],
    ["Sender mit Akku", german, "main", "cell-18650"],
  ])("[REQ-71] %s", (...given) => {
    const [message, before, deviceId, catalogId] = given;
    const after = changed(before, message);
    const other = deviceId === "main" ? "receiver" : "main";
    expect(partsOf(after, deviceId)).toContain(catalogId);
    expect(partsOf(after, other)).toEqual(partsOf(before, other));
    const ids = (given: Design) => given.parts.filter((part) => part.deviceId === other).map(({ id }) => id);
    expect(ids(after)).toEqual(ids(before));
  });

  it.each([
    ["use an ESP32 for both", "esp32-devkitc", lora],
    ["nimm für beide einen ESP32", "esp32-devkitc", german],
    ["use nRF24L01 instead of LoRa", "nrf24l01", lora],
    ["nimm LoRa statt nRF24", "lora-rfm95", german],
  ] as const)("[REQ-71] of both: %s", (message, catalogId, before) => {
    const after = changed(before, message);
    for (const id of ["main", "receiver"]) expect(partsOf(after, id)).toContain(catalogId);
    expect(after.requirements.dropped ?? []).toEqual([]);
  });

  it("[REQ-71] a message that names both changes each", () => {
    const after = changed(lora, "add a button to the sender and a buzzer to the receiver");
    expect(partsOf(after, "main")).toContain("button-6mm");
    expect(partsOf(after, "receiver")).toContain("buzzer-passive");
    expect(partsOf(after, "receiver")).not.toContain("button-6mm");
  });

  it("[REQ-71] another board for one, and what names none changes the first and says which", () => {
    const after = changed(lora, "another board for the sender");
    expect(after.devices[0]?.board.id).not.toBe(lora.devices[0]?.board.id);
    expect(after.devices[1]).toEqual(lora.devices[1]);
    const outcome = circuitEngine.change(lora, ["add a buzzer"], { stage: () => undefined });
    expect(outcome.kind === "changed" && outcome.summary).toMatch(/^Sender: \+Piezo buzzer/);
  });

  it("[REQ-71] what is about the whole is read once", () => {
    expect(readEdit("make it $5 cheaper", lora).edits.map(({ kind }) => kind)).toEqual(["improve"]);
    expect(readEdit("budget 80 dollars", lora).edits.map(({ kind }) => kind)).toEqual(["set-budget"]);
    expect(changed(lora, "budget 80 dollars").cost.budgetCents).toBe(8000);
    expect(
      readEdit("Sender and receiver with nRF24L01: the sender with a DHT22, the receiver with an OLED", lora).newGoal,
    ).toBe(true);
    expect(readEdit("what does the sender need?", lora).question).toBe(true);
  });

  it("[REQ-71] a sender that would have nothing to send is asked about", () => {
    const outcome = circuitEngine.change(lora, ["remove the DHT22"], { stage: () => undefined });
    expect(outcome.kind === "refused" && outcome.status).toBe("needs_answer");
  });

  it("[REQ-72] applying an edit changes neither its arguments nor the other device", () => {
    const before = JSON.stringify(lora.requirements);
    const { edits } = readEdit("add a buzzer to the receiver", lora);
    const after = applyEdits(lora.requirements, edits);
    expect(JSON.stringify(lora.requirements)).toBe(before);
    const once = designRequirements(after, lora);
    expect(once.requirements.devices?.[0]).toEqual(lora.requirements.devices?.[0]);
    expect(JSON.stringify(designRequirements(after, lora))).toBe(JSON.stringify(once));
  });

  it("[SEL-40] designators are never given again, whichever device they were of", () => {
    const withLed = changed(lora, "add a red LED to the receiver");
    const led = withLed.parts.find(({ catalogId }) => catalogId === "led-5mm")?.id;
    const without = changed(withLed, "remove the LED");
    const again = changed(without, "add a red LED to the sender");
    expect(again.parts.find(({ catalogId }) => catalogId === "led-5mm")?.id).not.toBe(led);
  });
});

describe("two devices changed by hand", () => {
  it("[SEL-40] a part of either device is swapped, marked and pinned where it is", () => {
    const board = lora.parts.find(({ deviceId, category }) => deviceId === "receiver" && category === "board");
    const swapped = changeByHand(lora, { kind: "swap", partId: board?.id ?? "", catalogId: "esp32-devkitc" });
    expect(swapped.kind === "changed" && swapped.design.devices.map(({ board: { id } }) => id)).toEqual([
      lora.board.id,
      "esp32-devkitc",
    ]);
    const oled = lora.parts.find(({ catalogId }) => catalogId === "ssd1306");
    const owned = changeByHand(lora, { kind: "mark", partId: oled?.id ?? "", owned: true });
    expect(owned.kind === "changed" && owned.design.parts.filter((part) => part.owned).map(({ id }) => id)).toEqual([
      oled?.id,
    ]);
    const pinned = changeByHand(lora, { kind: "mark", partId: board?.id ?? "", pinned: true });
    const wishes = pinned.kind === "changed" ? pinned.design.requirements.devices : [];
    expect(wishes?.map(({ requirements }) => requirements.board.named)).toEqual([false, true]);
    expect(changeByHand(lora, { kind: "swap", partId: "U99", catalogId: "dht22" }).kind).toBe("refused");
  });

  it("[SEL-41] a check that is made again says the same", () => {
    const again = recheckDesign(lora);
    expect(again.verdict).toBe(lora.verdict);
    expect(again.findings).toEqual(lora.findings);
    expect(again.power).toEqual(lora.power);
  });
});
