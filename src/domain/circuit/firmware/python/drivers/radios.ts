import { sx127x } from "../modules/acting.ts";
import { rc522 } from "../modules/inputs.ts";
import type { PythonDriver } from "../python-driver.ts";
import { uartObject } from "./serial.ts";

const out = (constant: string, level: 0 | 1) => `Pin(${constant}, Pin.OUT, value=${level})`;
/** All readings from `first` on as one text. */
const allTexts = '"  ".join(rows_from(first, len(READINGS)))';

/** RC522: a card counts as there for two seconds, and its number is printed. */
export const rfidDriver: PythonDriver = {
  machine: () => ["Pin"],
  bus: "spi",
  module: { file: rc522, names: ["Rc522"] },
  objects: (use) => [
    `${use.name} = Rc522(spi, select=${out(use.pin("Cs"), 1)}, reset=${out(use.pin("Rst"), 1)})`,
    `${use.name}_seen = None  # when a card was there last`,
  ],
  functions: ({ name, ref }) => [
    `def listen_${name}():`,
    '    """Looks for a card and prints its number."""',
    `    global ${name}_seen`,
    "    now = time.ticks_ms()",
    `    if ${name}_seen is not None and time.ticks_diff(now, ${name}_seen) < 2000:`,
    "        return",
    `    number = ${name}.card() if ${name}.version else None`,
    `    ${name}_seen = None if number is None else now`,
    "    if number is not None:",
    `        print("[card] ${ref}", "".join("%02X" % byte for byte in number))`,
  ],
  start: ({ name }) => [`${name}.start()`],
  tend: ({ name }) => [`listen_${name}()`],
  check: ({ name }) => [`start_${name}()`, `return True, " version=0x%x" % ${name}.version`],
  read: ({ name }) => `int(${name}_seen is not None)`,
};

/** nRF24L01+ by micropython-lib's driver: each set of readings goes out as one text of at most 32 bytes. */
export const nrf24Driver: PythonDriver = {
  machine: () => ["Pin"],
  bus: "spi",
  imports: ["nrf24l01"],
  install: { name: "nrf24l01", version: "0.2.0" },
  constants: ({ constant }) => [`${constant}_NAME = b"ohm01"  # the receiver listens to the same`],
  objects: (use) => [
    `${use.name}_select = ${out(use.pin("Csn"), 1)}`,
    `${use.name}_enable = ${out(use.pin("Ce"), 0)}`,
    `${use.name} = None  # made when it is started`,
  ],
  start: ({ name, constant }) => [
    `global ${name}`,
    `${name} = nrf24l01.NRF24L01(spi, ${name}_select, ${name}_enable, payload_size=32)`,
    `${name}.open_tx_pipe(${constant}_NAME)`,
    `${name}.stop_listening()`,
  ],
  check: ({ name }) => [`start_${name}()`, 'return True, ""'],
  show: ({ name }) => [`${name}.send_done()  # of the packet before`, `${name}.send_start(${allTexts}.encode()[:32])`],
};

/** RFM95: each set of readings goes out as one packet at 868 MHz. */
export const loraDriver: PythonDriver = {
  machine: () => ["Pin"],
  bus: "spi",
  module: { file: sx127x, names: ["Sx127x"] },
  constants: ({ constant }) => [`${constant}_HZ = 868_000_000  # 915_000_000 in America, 433_000_000 for an SX1278`],
  objects: (use) => [
    `${use.name} = Sx127x(`,
    "    spi,",
    `    select=${out(use.pin("Cs"), 1)},`,
    `    reset=${out(use.pin("Rst"), 1)},`,
    `    done=Pin(${use.pin("Dio0")}, Pin.IN),`,
    `    hertz=${use.constant}_HZ,`,
    ")",
  ],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, 'return True, ""'],
  show: ({ name }) => [`${name}.send(${allTexts}.encode()[:255])`],
  off: ({ name }) => [`${name}.power(False)`],
  on: ({ name }) => [`${name}.power(True)`],
};

/** HC-05: each set of readings goes to the phone as a line; what the phone says is shown on the serial port. */
export const bluetoothDriver: PythonDriver = {
  machine: () => ["Pin", "UART"],
  objects: (use) => [`${use.name} = ${uartObject(use)}`],
  functions: ({ name }) => [
    `def listen_${name}():`,
    '    """What the phone says, as it comes."""',
    `    if ${name}.any():`,
    `        print(${name}.read().decode("utf-8", "ignore"), end="")`,
  ],
  tend: ({ name }) => [`listen_${name}()`],
  check: ({ name }) => [`${name}.write("Ohm: it works\\r\\n")`, 'return " pair it, 1234: did a line come?"'],
  show: ({ name }) => [`${name}.write(${allTexts} + "\\r\\n")`],
};

/** microSD by micropython-lib's driver: each set of readings is a line of log.txt, with the milliseconds since the start. */
export const sdDriver: PythonDriver = {
  machine: () => ["Pin"],
  bus: "spi",
  imports: ["os", "sdcard"],
  install: { name: "sdcard", version: "0.2.0" },
  objects: (use) => [`${use.name}_select = ${out(use.pin("Cs"), 1)}`, `${use.name}_is_mounted = False`],
  start: ({ name }) => [
    `global ${name}_is_mounted`,
    `if ${name}_is_mounted:`,
    '    os.umount("/sd")',
    `    ${name}_is_mounted = False`,
    `os.mount(sdcard.SDCard(spi, ${name}_select), "/sd")`,
    `${name}_is_mounted = True`,
  ],
  check: ({ name }) => [`start_${name}()`, 'return True, ""'],
  show: () => ['with open("/sd/log.txt", "a") as file:', `    file.write("%d %s\\n" % (time.ticks_ms(), ${allTexts}))`],
};
