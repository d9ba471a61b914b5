import type { ArduinoCore } from "../catalogue-part.ts";
import { block, cppFunction } from "./cpp-text.ts";
import type { FirmwarePlan } from "./plan.ts";

/** Headers of the status page. */
export function pageHeaders(core: ArduinoCore): readonly string[] {
  return core === "esp8266"
    ? ["ESP8266WebServer.h", "ESP8266WiFi.h", "StreamString.h"]
    : ["StreamString.h", "WebServer.h", "WiFi.h"];
}

/** What a person fills in; an empty name keeps WiFi off. */
export function pageGlobals(core: ArduinoCore): readonly string[] {
  return [
    "// Your WiFi (2.4 GHz). While the name is empty, WiFi stays off. The page shows readings to everybody in your network.",
    'constexpr char kWifiName[] = "";',
    'constexpr char kWifiPassword[] = "";',
    core === "esp8266" ? "ESP8266WebServer server(80);" : "WebServer server(80);",
  ];
}

/** Asks whether the device was woken to measure; absent where it sleeps without restarting. */
const wokenToMeasure: Partial<Record<ArduinoCore, string>> = {
  esp32: "esp_sleep_get_wakeup_cause() != ESP_SLEEP_WAKEUP_UNDEFINED",
  esp8266: "ESP.getResetInfoPtr()->reason == REASON_DEEP_SLEEP_AWAKE",
};

/** The RP2040's begin() waits for the network, its other one does not; and it does not join again by itself. */
const joinStatement = (core: ArduinoCore) =>
  core === "rp2040" ? "WiFi.beginNoBlock(kWifiName, kWifiPassword);" : "WiFi.begin(kWifiName, kWifiPassword);";

function joinAgain(plan: FirmwarePlan): string[] {
  const { core } = plan.trace.board.figures;
  if (core !== "rp2040") return [];
  const off = plan.sleepMinutes === null ? "" : " || awakeMs != kPageMs";
  return [
    `if (connected || kWifiName[0] == '\\0'${off}) return;`,
    "static uint32_t triedMs = 0;",
    "if (millis() - triedMs < kJoinEveryMs) return;",
    "triedMs = millis();",
    joinStatement(core),
  ];
}

/** A page of plain text with the readings at `/`. Sleeping devices serve it only after a reset, until they go to sleep. */
export function pageFunctions(plan: FirmwarePlan): string[][] {
  const print = plan.readings.length === 0 ? ['page.println(F("running"));'] : ["printReadings(page);"];
  const { core } = plan.trace.board.figures;
  const woken = plan.sleepMinutes === null ? undefined : wokenToMeasure[core];
  const fresh = woken === undefined ? [] : [`if (${woken}) return;  // woken to measure: no radio`];
  const again =
    core === "rp2040" ? "tried again every minute while it is lost" : "the core joins again when it is lost";
  return [
    core === "rp2040" ? ["constexpr uint32_t kJoinEveryMs = 60000;"] : [],
    cppFunction("Answers a browser with the readings.", "void servePage()", [
      "StreamString page;",
      ...print,
      'server.send(200, "text/plain", page);',
    ]),
    cppFunction(`Joins the WiFi in the background; ${again}.`, "void startWifi()", [
      "if (kWifiName[0] == '\\0') return;",
      ...fresh,
      "WiFi.mode(WIFI_STA);",
      joinStatement(core),
      'server.on("/", servePage);',
      "server.begin();",
      ...(plan.sleepMinutes === null ? [] : ["awakeMs = kPageMs;"]),
    ]),
    cppFunction("Serves a waiting browser, and says where the page is once the WiFi is there.", "void handleWifi()", [
      "static bool wasConnected = false;",
      "const bool connected = WiFi.status() == WL_CONNECTED;",
      ...block("if (connected != wasConnected && beginLog(kLogInfo))", [
        'Serial.print(connected ? F("page at http://") : F("no WiFi "));',
        "Serial.println(WiFi.localIP());",
      ]),
      "wasConnected = connected;",
      "if (connected) server.handleClient();",
      ...joinAgain(plan),
    ]),
  ];
}
