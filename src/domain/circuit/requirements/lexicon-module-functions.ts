import type { FunctionId } from "../lists.ts";

const list = (text: string): string[] => text.split("|");
const words = (en: string, de: string) => ({ en: list(en), de: list(de) });

/** Words that ask for what special modules do, without naming one. */
export const moduleFunctionWords = {
  "sense-acceleration": words(
    "acceleration|accelerometer|gyro|gyroscope|imu|motion tracking|orientation|attitude|shake|shakes|shock sensor|vibration|vibrations|vibration sensor",
    "beschleunigung|beschleunigungssensor|gyroskop|lage|lagesensor|erschütterung|erschütterungen|vibration|vibrationen",
  ),
  "sense-weight": words(
    "weight|scale|scales|weighing scale|load cell|load cells|weighs|weigh|beehive scale|how heavy",
    "gewicht|waage|wiegen|wiegt|wägezelle|wägezellen|bienenwaage|wie schwer",
  ),
  "sense-current": words(
    "current sensor|power meter|energy meter|power consumption|battery current|battery voltage|voltage of the battery|voltage of my battery|measure current|current draw|watt meter|voltage and current|current and voltage|measure voltage and current|measures voltage and current|measure voltage|measure the voltage|measure the current|volts and amps",
    "stromsensor|stromverbrauch|leistungsmesser|energiemesser|strommesser|stromaufnahme|spannung und strom|strom und spannung|spannung messen|strom messen|batteriespannung",
  ),
  "sense-gas": words(
    "gas|gas sensor|gas leak|gas detector|smoke|smoke detector|smoke sensor|lpg|propane|methane|air quality|air quality sensor|air pollution",
    "gas|gassensor|gasmelder|rauch|rauchmelder|rauchsensor|luftqualität|luftgüte|luftqualitätssensor",
  ),
  "sense-sound": words(
    "noise|noise level|loudness|sound sensor|sound level|clap|claps|clapping|microphone|how loud|baby monitor",
    "lärm|lautstärke|geräusch|geräusche|geräuschsensor|klatschen|klatscht|mikrofon|wie laut|schallsensor|babyphone",
  ),
  "sense-location": words(
    "gps|location|position on a map|coordinates|gps tracker|gps module|tracker|speedometer|latitude",
    "gps|standort|koordinaten|gps tracker|gps modul|tracker|ortung|tacho",
  ),
  "sense-colour": words(
    "color sensor|colour sensor|colour of|color of|color detection|colour detection|color sorter|colour sorter",
    "farbsensor|farberkennung|farben erkennen|farbe erkennen|farbsortierer",
  ),
  "sense-water": words(
    "rain|rain sensor|raindrops|rain detector|water leak|leak|leak detector|leak sensor|flood sensor|flooding|water sensor|water detector",
    "regen|regensensor|regenmelder|wassermelder|wasserleck|leck|leckage|lecksensor|wassersensor|überschwemmung",
  ),
  "sense-flame": words(
    "flame|flame sensor|fire|fire alarm|fire detector",
    "flamme|flammensensor|feuer|feuermelder|brand",
  ),
  "sense-contact": words(
    "door contact|door sensor|window contact|window sensor|door opens|window opens|door is open|window is open|fridge door|freezer door|door left open|window left open|mailbox|letter box|limit switch",
    "türkontakt|türsensor|fensterkontakt|fenstersensor|tür offen|fenster offen|kühlschranktür|gefrierschranktür|briefkasten|endschalter",
  ),
  "sense-magnet": words(
    "magnet|magnetic field|rpm|rotation speed|wheel rotation",
    "magnet|magnetfeld|drehzahl|umdrehungen",
  ),
  "sense-tilt": words("tilt|tilts|tilted|tilt sensor|tips over", "neigung|geneigt|kippt|neigungssensor|kippschutz"),
  "keep-time": words(
    "clock|time of day|date and time|real time clock|alarm clock|time and date|timestamps|timestamp|at a set time|keeps the time",
    "uhr|uhrzeit|wecker|datum und uhrzeit|echtzeituhr|zeitstempel|zeitschaltuhr",
  ),
  "read-card": words(
    "rfid|rfid reader|rfid card|rfid tag|nfc|nfc reader|nfc tag|access card|key card|card reader|door access",
    "rfid|rfid leser|rfid karte|nfc|nfc leser|zugangskarte|kartenleser|schlüsselkarte|chipkarte",
  ),
  "show-digits": words(
    "7 segment|seven segment|7 segment display|seven segment display|digit display|digits|led matrix|dot matrix|scoreboard|score board",
    "7 segment|siebensegment|siebensegmentanzeige|7 segment anzeige|ziffernanzeige|led matrix|punktmatrix|anzeigetafel",
  ),
  "show-pixels": words(
    "neopixels|led strip|led strips|rgb strip|rgb led strip|addressable leds|led ring|mood light|mood lamp|ambient lighting|rainbow|light strip",
    "led streifen|led band|rgb streifen|led ring|stimmungslicht|moodlight|adressierbare leds|regenbogen|lichtband",
  ),
  "show-colour": words(
    "rgb light|colour light|color light|colour changing|color changing",
    "rgb licht|farblicht|farbwechsel",
  ),
  "act-motor": words(
    "motor|motors|dc motor|dc motors|gear motor|wheel|wheels|drives forward|motor driver|motor speed|conveyor|conveyor belt",
    "motor|motoren|gleichstrommotor|getriebemotor|räder|rad|motortreiber|motordrehzahl|förderband",
  ),
  "act-stepper": words(
    "stepper|steppers|stepper motor|stepper motors|turntable|slider|camera slider|linear axis",
    "schrittmotor|schrittmotoren|drehteller|linearachse|kameraslider",
  ),
  "act-solenoid": words(
    "electric lock|door lock|solenoid lock|latch",
    "türschloss|elektroschloss|riegel|verriegelung|hubmagnet",
  ),
  "act-fan": words(
    "pc fan|case fan|cooling fan|computer fan|small fan",
    "pc lüfter|gehäuselüfter|kleiner lüfter|minilüfter",
  ),
  "play-audio": words(
    "mp3|mp3 player|play mp3|plays mp3|audio player|play a recording|voice message|sound files|plays songs|play songs|audio files",
    "mp3|mp3 player|hörspiel|hörspielbox|musikbox|sprachausgabe|tondateien|audiodateien|lieder",
  ),
  "input-keypad": words(
    "keypad|keypads|pin code|enter a code|code lock|number pad|passcode",
    "tastenfeld|ziffernblock|zahlencode|pin eingabe|codeschloss|zahlenschloss",
  ),
  "input-joystick": words("joystick|joysticks|thumbstick|gamepad", "joystick|joysticks|steuerknüppel"),
  "input-encoder": words(
    "rotary encoder|encoder|endless knob|click wheel",
    "drehgeber|drehencoder|encoder|inkrementalgeber",
  ),
  "input-touch": words(
    "touch|touched|touch sensor|touch button|capacitive touch|touches",
    "berührung|berührt|touch|touchsensor|berührungssensor|sensortaste",
  ),
  "input-remote": words(
    "ir remote|infrared remote|remote control|ir receiver|infrared receiver|tv remote",
    "fernbedienung|ir fernbedienung|infrarotfernbedienung|ir empfänger|infrarotempfänger",
  ),
  "talk-lora": words("lora|lorawan|long range radio", "lora|lorawan"),
  "talk-radio": words(
    "radio link|2.4 ghz radio|radio module|wireless link|radio controlled",
    "funkmodul|funkverbindung|funkstrecke|ferngesteuert",
  ),
  "expand-pins": words(
    "more pins|port expander|gpio expander|more outputs|shift register",
    "mehr pins|porterweiterung|portexpander|mehr ausgänge|schieberegister",
  ),
  "expand-analog": words(
    "more analog inputs|analog to digital converter|precise adc|external adc|16 bit adc",
    "mehr analoge eingänge|externer adc|analog digital wandler",
  ),
  "expand-pwm": words(
    "servo driver|servo controller|pwm driver|many servos",
    "servotreiber|servocontroller|pwm treiber|viele servos",
  ),
} satisfies Partial<Record<FunctionId, { en: string[]; de: string[] }>>;

const label = (en: string, de: string) => ({ en, de });

/** How these functions are called to a person. */
export const moduleFunctionLabels = {
  "sense-acceleration": label("acceleration", "Beschleunigung"),
  "sense-weight": label("weight", "Gewicht"),
  "sense-current": label("current", "Strom"),
  "sense-gas": label("gas", "Gas"),
  "sense-sound": label("loudness", "Lautstärke"),
  "sense-location": label("location", "Standort"),
  "sense-colour": label("colour", "Farbe"),
  "sense-water": label("water", "Wasser"),
  "sense-flame": label("flame", "Flamme"),
  "sense-contact": label("contact", "Kontakt"),
  "sense-magnet": label("magnetic field", "Magnetfeld"),
  "sense-tilt": label("tilt", "Neigung"),
  "keep-time": label("clock", "Uhr"),
  "read-card": label("card reader", "Kartenleser"),
  "show-digits": label("digits", "Ziffern"),
  "show-pixels": label("LED strip", "LED-Streifen"),
  "show-colour": label("coloured light", "Farblicht"),
  "act-motor": label("motor", "Motor"),
  "act-stepper": label("stepper", "Schrittmotor"),
  "act-solenoid": label("solenoid", "Hubmagnet"),
  "act-fan": label("fan", "Lüfter"),
  "play-audio": label("audio", "Tonwiedergabe"),
  "input-keypad": label("keypad", "Tastenfeld"),
  "input-joystick": label("joystick", "Joystick"),
  "input-encoder": label("rotary encoder", "Drehgeber"),
  "input-touch": label("touch", "Berührung"),
  "input-remote": label("remote control", "Fernbedienung"),
  "talk-lora": label("LoRa", "LoRa"),
  "talk-radio": label("radio link", "Funkverbindung"),
  "expand-pins": label("more pins", "mehr Pins"),
  "expand-analog": label("more analog inputs", "mehr analoge Eingänge"),
  "expand-pwm": label("more PWM outputs", "mehr PWM-Ausgänge"),
} satisfies Partial<Record<FunctionId, { en: string; de: string }>>;
