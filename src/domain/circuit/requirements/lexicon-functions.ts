import type { FunctionId } from "../lists.ts";

/** Words that ask for one function, without naming a part. */
export const functionWords: Record<FunctionId, { en: string[]; de: string[] }> = {
  "sense-temperature": {
    en: ["temperature", "temperatures", "temp", "temperature sensor", "how warm", "how hot", "how cold", "heat"],
    de: ["temperatur", "temperaturen", "temperatursensor", "temperaturfühler", "wie warm", "wie kalt"],
  },
  "sense-humidity": {
    en: ["humidity", "humidity sensor", "air humidity", "moisture in the air"],
    de: ["luftfeuchte", "luftfeuchtigkeit", "feuchtigkeit", "feuchte", "luftfeuchtesensor", "luftfeuchtigkeitssensor"],
  },
  "sense-pressure": {
    en: ["pressure", "air pressure", "barometric pressure", "barometer", "altitude"],
    de: ["luftdruck", "druck", "barometer", "höhenmesser"],
  },
  "sense-distance": {
    en: ["distance", "distance sensor", "ultrasonic", "ultrasonic sensor", "range finder", "rangefinder", "how far", "proximity", "water level", "fill level"],
    de: ["abstand", "entfernung", "abstandssensor", "abstandsmesser", "entfernungsmesser", "ultraschall", "ultraschallsensor", "füllstand", "wasserstand"],
  },
  "sense-soil-moisture": {
    en: ["soil moisture", "soil", "moisture", "soil humidity", "moisture sensor", "soil sensor"],
    de: ["bodenfeuchte", "bodenfeuchtigkeit", "erdfeuchte", "feuchtigkeit der erde", "feuchtesensor"],
  },
  "sense-light": {
    en: ["light sensor", "light level", "brightness", "ambient light", "how bright", "darkness", "dark", "gets dark", "daylight"],
    de: ["helligkeit", "helligkeitssensor", "umgebungslicht", "dunkelheit", "dunkel", "lichtstärke"],
  },
  "sense-motion": {
    en: ["motion", "motion sensor", "motion detector", "movement", "presence", "someone moves", "somebody moves"],
    de: ["bewegung", "bewegungen", "bewegungsmelder", "bewegungssensor", "anwesenheit"],
  },
  "show-text": {
    en: ["display", "displays", "screen", "show", "shows", "showing", "displayed", "readout", "shown"],
    de: ["display", "anzeige", "bildschirm", "anzeigen", "anzeigt", "zeigt", "zeigen", "angezeigt"],
  },
  "show-graphics": {
    en: ["graph", "graphs", "graphics", "graphic display", "chart"],
    de: ["grafik", "diagramm", "grafikdisplay", "kurve"],
  },
  "show-light": {
    en: ["indicator light", "status light", "status led", "warning light", "blink", "blinks", "blinking", "lamp indicator"],
    de: ["kontrollleuchte", "statusleuchte", "status led", "warnleuchte", "blinken", "blinkt", "lämpchen", "blinklicht"],
  },
  "act-servo": {
    en: ["turn an arm", "open a flap", "flap", "hatch", "swing", "lever", "pan"],
    de: ["klappe", "hebel", "schwenken", "schwenkt"],
  },
  "act-sound": {
    en: ["buzzer", "buzzers", "beep", "beeps", "beeper", "sound", "sounds", "tone", "melody", "acoustic alarm", "audible alarm", "siren", "speaker", "music"],
    de: ["summer", "buzzer", "piept", "piepen", "piepser", "ton", "töne", "melodie", "signalton", "sirene", "lautsprecher", "tonsignal", "musik"],
  },
  "act-switch-load": {
    en: ["switch a load", "switch on", "switch off", "switches", "turn on a fan", "fan", "heater", "heating", "valve", "solenoid"],
    de: ["schaltet", "schalten", "lüfter", "ventilator", "heizung", "ventil", "verbraucher"],
  },
  "act-pump": {
    en: ["pump", "pumps", "pumping"],
    de: ["pumpe", "pumpen", "pumpt"],
  },
  "input-button": {
    en: ["button", "buttons", "press", "pressed", "key"],
    de: ["knopf", "knöpfe", "knöpfen", "taster", "tastern", "taste", "tasten", "drücken", "gedrückt", "knopfdruck"],
  },
  "input-knob": {
    en: ["knob", "knobs", "dial", "turning knob", "rotary knob"],
    de: ["drehknopf", "drehregler", "regler", "potentiometer"],
  },
  "talk-wifi": {
    en: ["wifi", "wi fi", "wlan", "internet", "web page", "webpage", "web server", "webserver", "website", "online", "mqtt", "home assistant", "cloud", "to my phone", "on my phone", "remotely"],
    de: ["wlan", "wifi", "internet", "webseite", "webserver", "online", "mqtt", "home assistant", "cloud", "aufs handy", "auf dem handy", "auf mein handy"],
  },
  "talk-bluetooth": { en: ["bluetooth", "ble"], de: ["bluetooth", "ble"] },
  "log-data": {
    en: ["log", "logs", "logging", "data logger", "datalogger", "logger", "sd card", "microsd", "record data"],
    de: ["aufzeichnen", "aufzeichnet", "protokollieren", "datenlogger", "logger", "sd karte", "speicherkarte"],
  },
};

/** How functions are called to a person. */
export const functionLabels: Record<FunctionId, { en: string; de: string }> = {
  "sense-temperature": { en: "temperature", de: "Temperatur" },
  "sense-humidity": { en: "humidity", de: "Luftfeuchte" },
  "sense-pressure": { en: "air pressure", de: "Luftdruck" },
  "sense-distance": { en: "distance", de: "Abstand" },
  "sense-soil-moisture": { en: "soil moisture", de: "Bodenfeuchte" },
  "sense-light": { en: "brightness", de: "Helligkeit" },
  "sense-motion": { en: "motion", de: "Bewegung" },
  "show-text": { en: "display", de: "Anzeige" },
  "show-graphics": { en: "graphics", de: "Grafik" },
  "show-light": { en: "LED", de: "LED" },
  "act-servo": { en: "servo", de: "Servo" },
  "act-sound": { en: "sound", de: "Ton" },
  "act-switch-load": { en: "switched load", de: "geschalteter Verbraucher" },
  "act-pump": { en: "pump", de: "Pumpe" },
  "input-button": { en: "button", de: "Taster" },
  "input-knob": { en: "knob", de: "Drehknopf" },
  "talk-wifi": { en: "WiFi", de: "WLAN" },
  "talk-bluetooth": { en: "Bluetooth", de: "Bluetooth" },
  "log-data": { en: "data logging", de: "Aufzeichnung" },
};
