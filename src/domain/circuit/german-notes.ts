import type { SpokenLanguage } from "./lists.ts";

/** Notes of the catalogue on strapping pins and address straps, in German. A test holds that none is left out. */
const germanNotes: Readonly<Record<string, string>> = {
  "High at reset sets the flash to 1.8 V: the board does not boot.":
    "High beim Start stellt den Flash auf 1,8 V: das Board startet nicht.",
  "Low at reset changes the SDIO timing; harmless without an SDIO host.":
    "Low beim Start ändert das SDIO-Timing; ohne SDIO-Gegenstelle harmlos.",
  "Low at reset starts the bootloader instead of the program.":
    "Low beim Start ruft den Bootloader statt des Programms.",
  "High at reset prevents flashing over serial when GPIO 0 is low.":
    "High beim Start verhindert das Flashen über die serielle Schnittstelle, wenn GPIO 0 low ist.",
  "Low at reset silences the boot log on serial.":
    "Low beim Start schaltet die Startmeldungen auf der seriellen Schnittstelle ab.",
  "At reset it chooses where JTAG goes; harmless without a debugger.":
    "Beim Start bestimmt er, wohin JTAG geht; ohne Debugger harmlos.",
  "High at reset while GPIO 0 is low makes the boot mode invalid.":
    "High beim Start, während GPIO 0 low ist, macht den Startmodus ungültig.",
  "Low at reset makes the boot mode undefined.": "Low beim Start macht den Startmodus unbestimmt.",
  "Low at reset together with GPIO 9 makes flashing fail.":
    "Low beim Start zusammen mit GPIO 9 lässt das Flashen scheitern.",
  "Low at reset: the board does not boot.": "Low beim Start: das Board startet nicht.",
  "High at reset: the board does not boot.": "High beim Start: das Board startet nicht.",
  "SDO to GND is 0x76 (the module pulls it down), SDO to VCC is 0x77.":
    "SDO an GND ist 0x76 (das Modul zieht ihn dorthin), SDO an VCC ist 0x77.",
  "AD open or at GND is 0x44, AD at VIN is 0x45.": "AD offen oder an GND ist 0x44, AD an VIN ist 0x45.",
  "AD0 open or at GND is 0x68, AD0 at 3.3 V is 0x69.": "AD0 offen oder an GND ist 0x68, AD0 an 3,3 V ist 0x69.",
  "ADDR open or at GND is 0x23, ADDR at VCC is 0x5C.": "ADDR offen oder an GND ist 0x23, ADDR an VCC ist 0x5C.",
  "Bridges A0 and A1 on the module: none is 0x40, A0 0x41, A1 0x44, both 0x45.":
    "Brücken A0 und A1 auf dem Modul: keine ist 0x40, A0 0x41, A1 0x44, beide 0x45.",
  "The resistor on the back sets 0x3C (as sold) or 0x3D.":
    "Der Widerstand auf der Rückseite stellt 0x3C (so verkauft) oder 0x3D ein.",
  "Bridges A0-A2 lower the address; a backpack with PCF8574A counts from 0x3F instead.":
    "Brücken A0 bis A2 senken die Adresse; ein Rucksack mit PCF8574A zählt von 0x3F.",
  "A0-A2 at VIN raise the address from 0x70.": "A0 bis A2 an VIN erhöhen die Adresse ab 0x70.",
  "Solder bridges A0-A5 raise the address from 0x40.": "Lötbrücken A0 bis A5 erhöhen die Adresse ab 0x40.",
  "A0-A2 at VCC raise the address from 0x20.": "A0 bis A2 an VCC erhöhen die Adresse ab 0x20.",
  "ADDR to GND is 0x48, to VDD 0x49, to SDA 0x4A, to SCL 0x4B.":
    "ADDR an GND ist 0x48, an VDD 0x49, an SDA 0x4A, an SCL 0x4B.",
};

/** A note of the catalogue in the language of the person; in English where no German one is known. */
export const noteIn = (language: SpokenLanguage, note: string): string =>
  language === "de" ? (germanNotes[note] ?? note) : note;
