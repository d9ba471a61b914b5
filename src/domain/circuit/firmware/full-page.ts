import { block, cppFunction } from "./cpp-text.ts";
import type { FirmwarePlan } from "./plan.ts";

/** Headers of the status page. */
export const pageHeaders: readonly string[] = ["StreamString.h", "WebServer.h", "WiFi.h"];

/** What a person fills in; an empty name keeps WiFi off. */
export const pageGlobals: readonly string[] = [
  "// Your WiFi (2.4 GHz). While the name is empty, WiFi stays off. The page shows readings to everybody in your network.",
  'constexpr char kWifiName[] = "";',
  'constexpr char kWifiPassword[] = "";',
  "WebServer server(80);",
];

/** A page of plain text with the readings at `/`. Sleeping devices serve it only after a reset, until they go to sleep. */
export function pageFunctions(plan: FirmwarePlan): string[][] {
  const print = plan.readings.length === 0 ? ['page.println(F("running"));'] : ["printReadings(page);"];
  const fresh =
    plan.sleepMinutes === null
      ? []
      : ["if (esp_sleep_get_wakeup_cause() != ESP_SLEEP_WAKEUP_UNDEFINED) return;  // woken to measure: no radio"];
  return [
    cppFunction("Answers a browser with the readings.", "void servePage()", [
      "StreamString page;",
      ...print,
      'server.send(200, "text/plain", page);',
    ]),
    cppFunction("Joins the WiFi in the background; the core joins again when it is lost.", "void startWifi()", [
      "if (kWifiName[0] == '\\0') return;",
      ...fresh,
      "WiFi.mode(WIFI_STA);",
      "WiFi.begin(kWifiName, kWifiPassword);",
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
    ]),
  ];
}
