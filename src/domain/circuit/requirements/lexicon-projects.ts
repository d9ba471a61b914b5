import type { FunctionId } from "../lists.ts";
import { mainsAppliances } from "./lexicon-loads.ts";

/** A thing that makers call by one word, and what it has to do. */
export interface KnownProject {
  names: string[];
  asked: { id: FunctionId; quantity?: number; colour?: string }[];
  assumed?: FunctionId[];
  mains?: boolean;
  place?: "indoors" | "outdoors" | "wet";
}

/** Projects in English and German. */
export const knownProjects: KnownProject[] = [
  {
    names: [
      "weather station",
      "weatherstation",
      "weather monitor",
      "wetterstation",
      "wetterstationen",
      "weather stations",
    ],
    asked: [{ id: "sense-temperature" }, { id: "sense-humidity" }],
    assumed: ["sense-pressure"],
  },
  {
    names: ["weather", "climate", "wetter", "raumklima", "klima", "indoor climate"],
    asked: [{ id: "sense-temperature" }, { id: "sense-humidity" }],
  },
  { names: ["thermometer", "thermometers", "room thermometer"], asked: [{ id: "sense-temperature" }] },
  { names: ["hygrometer", "thermo hygrometer"], asked: [{ id: "sense-temperature" }, { id: "sense-humidity" }] },
  { names: ["thermostat"], asked: [{ id: "sense-temperature" }, { id: "act-switch-load" }] },
  {
    names: [
      "plant watering",
      "plant waterer",
      "automatic watering",
      "watering system",
      "waters my plants",
      "water my plants",
      "irrigation",
      "irrigation system",
      "self watering",
      "waters the plants",
      "waters my plant",
      "water my plant",
      "bewässerung",
      "bewässerungsanlage",
      "pflanzenbewässerung",
      "giessanlage",
      "gießanlage",
      "pflanzen giessen",
      "pflanzen gießen",
    ],
    asked: [{ id: "sense-soil-moisture" }, { id: "act-pump" }],
  },
  {
    names: ["plant monitor", "plant sensor", "plant moisture", "pflanzenwächter", "pflanzensensor", "pflanzenmonitor"],
    asked: [{ id: "sense-soil-moisture" }],
  },
  {
    names: ["parking sensor", "parking aid", "parking assistant", "einparkhilfe", "parkhilfe", "parksensor"],
    asked: [{ id: "sense-distance" }, { id: "act-sound" }],
  },
  { names: ["doorbell", "door bell", "türklingel", "klingel"], asked: [{ id: "input-button" }, { id: "act-sound" }] },
  {
    names: ["night light", "nightlight", "nachtlicht"],
    asked: [{ id: "sense-light" }, { id: "show-light", colour: "white" }],
  },
  {
    names: ["burglar alarm", "intruder alarm", "motion alarm", "alarm system", "alarmanlage", "einbruchalarm"],
    asked: [{ id: "sense-motion" }, { id: "act-sound" }],
  },
  { names: ["alarm", "alert", "warning", "alarmton"], asked: [{ id: "act-sound" }] },
  {
    names: ["traffic light", "traffic lights", "verkehrsampel", "ampel"],
    asked: [
      { id: "show-light", colour: "red" },
      { id: "show-light", colour: "yellow" },
      { id: "show-light", colour: "green" },
    ],
  },
  {
    names: ["reaction game", "reaction timer", "reaktionsspiel"],
    asked: [{ id: "input-button" }, { id: "show-light" }, { id: "act-sound" }],
  },
  { names: ["dice", "electronic dice", "würfel"], asked: [{ id: "input-button" }], assumed: ["show-text"] },
  { names: ["theremin"], asked: [{ id: "sense-distance" }, { id: "act-sound" }] },
  { names: ["dimmer", "dimmable led", "dimmbare led"], asked: [{ id: "input-knob" }, { id: "show-light" }] },
  {
    names: ["pet feeder", "cat feeder", "fish feeder", "futterautomat"],
    asked: [{ id: "act-servo" }, { id: "input-button" }],
  },
  { names: mainsAppliances, asked: [{ id: "act-switch-load" }], mains: true },
  { names: ["greenhouse", "gewächshaus"], asked: [], place: "wet" },
];

/** Goals that name themselves, whatever else the text says. The text is what a person reads: "I cannot build {en}". */
export const outOfReach: { names: string[]; en: string; de: string }[] = [
  {
    names: ["quantum computer", "quantum computers", "quantencomputer"],
    en: "a quantum computer",
    de: "einen Quantencomputer",
  },
  { names: ["drone", "quadcopter", "quadrocopter", "drohne", "multicopter"], en: "a drone", de: "eine Drohne" },
  {
    names: [
      "bluetooth speaker",
      "bluetooth speakers",
      "bluetooth headphones",
      "bluetooth lautsprecher",
      "bluetooth kopfhörer",
      "bluetooth box",
    ],
    en: "a Bluetooth speaker",
    de: "einen Bluetooth-Lautsprecher",
  },
  { names: ["walkie talkie", "walkie talkies"], en: "a walkie-talkie", de: "ein Walkie-Talkie" },
  { names: ["3d printer", "3d drucker"], en: "a 3D printer", de: "einen 3D-Drucker" },
  { names: ["rocket", "rakete", "missile"], en: "a rocket", de: "eine Rakete" },
  { names: ["time machine", "zeitmaschine"], en: "a time machine", de: "eine Zeitmaschine" },
  {
    names: [
      "pacemaker",
      "herzschrittmacher",
      "insulin pump",
      "insulinpumpe",
      "defibrillator",
      "ventilator for patients",
    ],
    en: "a medical device",
    de: "ein Medizingerät",
  },
  { names: ["smartphone", "mobile phone", "cell phone", "mobiltelefon"], en: "a phone", de: "ein Telefon" },
  { names: ["nuclear reactor", "kernreaktor", "fusion reactor"], en: "a reactor", de: "einen Reaktor" },
  { names: ["electric car", "e auto", "elektroauto"], en: "an electric car", de: "ein Elektroauto" },
];

/** The same, but only where nothing else was understood: these words also stand beside real goals. */
export const outOfReachAlone: { names: string[]; en: string; de: string }[] = [
  { names: ["phone", "telephone", "handy", "telefon"], en: "a phone", de: "ein Telefon" },
  { names: ["laptop", "computer", "pc", "tablet"], en: "a computer", de: "einen Computer" },
  { names: ["tv", "television", "fernseher"], en: "a television", de: "einen Fernseher" },
  { names: ["car", "auto", "plane", "airplane", "flugzeug"], en: "a vehicle", de: "ein Fahrzeug" },
  { names: ["robot", "robot car", "robot arm", "roboter", "roboterarm"], en: "a robot", de: "einen Roboter" },
];
