import { pythonModule } from "../python-module.ts";

/** Avia HX711: "Serial interface" of its data sheet; 25 clock pulses choose channel A with a gain of 128. */
export const hx711 = pythonModule(
  "hx711",
  `
# HX711 with a load cell: empty at the start is zero.
import time


class Hx711:
    def __init__(self, data, clock):
        self.data = data
        self.clock = clock
        self.zero = 0

    def start(self):
        """Takes what lies on it as zero. OSError when the chip is silent."""
        self.zero = self._wait()

    def raw(self):
        """The last measurement less zero; None until the next one is ready, which takes a tenth of a second."""
        return self._take() - self.zero if self.data.value() == 0 else None

    def _wait(self):
        for _ in range(100):
            if self.data.value() == 0:
                return self._take()
            time.sleep_ms(10)
        raise OSError(110)

    def _take(self):
        word = 0
        for _ in range(25):
            self.clock.value(1)
            self.clock.value(0)
            word = word << 1 | self.data.value()
        word >>= 1
        return word - 0x1000000 if word & 0x800000 else word
`,
);

export const keypad = pythonModule(
  "keypad",
  `
# Keypad with four rows and four columns.
KEYS = "123A456B789C*0#D"


class Keypad:
    def __init__(self, rows, columns):
        self.rows = rows  # open drain: high lets go
        self.columns = columns  # inputs with pull-ups
        self.held = None
        self.last = None

    def listen(self):
        """Notes a key at the moment it goes down; asked at every turn."""
        now = self._down()
        if now is not None and now != self.held:
            self.last = now
        self.held = now

    def _down(self):
        found = None
        for at, row in enumerate(self.rows):
            row.value(0)
            for place, column in enumerate(self.columns):
                if column.value() == 0:
                    found = KEYS[at * 4 + place]
            row.value(1)
        return found
`,
);

export const encoder = pythonModule(
  "encoder",
  `
# Rotary encoder: a click counts when CLK falls, its direction is the level of DT then.
from machine import Pin


class Encoder:
    def __init__(self, clock, data):
        self.data = data
        self.percent = 50  # starts in the middle
        clock.irq(handler=self._click, trigger=Pin.IRQ_FALLING)

    def _click(self, clock):
        self.percent = min(100, max(0, self.percent + (5 if self.data.value() else -5)))
`,
);

/** NEC protocol of infrared remote controls: 9 ms mark, 4.5 ms space, bits by the distance of falling edges (1.125 or 2.25 ms), Vishay's AN80071. */
export const nec = pythonModule(
  "nec",
  `
# Infrared receiver for remote controls that speak NEC, by the time between falling edges.
import time
from machine import Pin


class Nec:
    def __init__(self, pin):
        self.command = None  # of the last key
        self.edge = 0
        self.bits = 0
        self.word = 0
        pin.irq(handler=self._fall, trigger=Pin.IRQ_FALLING)

    def _fall(self, pin):
        now = time.ticks_us()
        gap = time.ticks_diff(now, self.edge)
        self.edge = now
        if 12000 < gap < 15000:  # the leader
            self.bits = self.word = 0
        elif 900 < gap < 2700:
            self.word |= (gap > 1700) << self.bits
            self.bits += 1
            if self.bits == 32 and self.word >> 16 & 0xFF == ~self.word >> 24 & 0xFF:
                self.command = self.word >> 16 & 0xFF
        else:
            self.bits = 33  # noise: wait for a leader
`,
);

/** NMEA 0183 as the receiver sends it: RMC and GGA, u-blox 6 receiver description, sections 22.2 and 22.9. */
export const nmea = pythonModule(
  "nmea",
  String.raw`
# GPS receiver on a serial line: takes its NMEA sentences apart.
def degrees(text, hemisphere):
    dot = text.find(".")
    value = float(text[: dot - 2]) + float(text[dot - 2 :]) / 60
    return -value if hemisphere in "SW" else value


class Gps:
    def __init__(self, line):
        self.line = line
        self.heard = 0
        self.satellites = 0
        self.latitude = self.longitude = self.speed = None
        self.text = b""

    def listen(self):
        """Takes what the receiver has said meanwhile; asked at every turn."""
        if not self.line.any():
            return
        self.text += self.line.read()
        *sentences, self.text = self.text.split(b"\n")
        self.text = self.text[-100:]
        for sentence in sentences:
            self._take(sentence.strip())

    def _take(self, sentence):
        body, _, check = sentence[1:].partition(b"*")
        total = 0
        for byte in body:
            total ^= byte
        try:
            if sentence[:1] != b"$" or total != int(check, 16):
                return
            self.heard += 1
            fields = body.decode().split(",")
            if fields[0][2:] == "GGA":
                self.satellites = int(fields[7] or 0)
            elif fields[0][2:] == "RMC":
                self._fix(fields)
        except (ValueError, IndexError):
            pass  # a sentence that was cut off

    def _fix(self, fields):
        self.latitude = self.longitude = self.speed = None
        if fields[2] == "A":
            self.latitude = degrees(fields[3], fields[4])
            self.longitude = degrees(fields[5], fields[6])
            self.speed = float(fields[7] or 0) * 1.852
`,
);

/** NXP MFRC522: registers and commands of its data sheet (rev. 3.9), sections 9 and 10; REQA and anticollision of ISO/IEC 14443-3. */
export const rc522 = pythonModule(
  "rc522",
  String.raw`
# RC522 over SPI: is there a card, and which.
import time


class Rc522:
    def __init__(self, spi, select, reset):
        self.spi = spi
        self.select = select
        self.reset = reset
        self.version = 0

    def start(self):
        """OSError when it is silent."""
        self.reset.value(0)
        time.sleep_ms(1)
        self.reset.value(1)
        time.sleep_ms(50)
        self.version = self._read(0x37)
        if self.version in (0x00, 0xFF):
            raise OSError(19)
        for register, value in ((0x2A, 0x80), (0x2B, 0xA9), (0x2C, 0x03), (0x2D, 0xE8), (0x15, 0x40), (0x11, 0x3D)):
            self._write(register, value)
        self._write(0x14, self._read(0x14) | 0x03)  # the antenna on

    def card(self):
        """The number of a card in reach, four bytes; else None."""
        self._write(0x0D, 0x07)
        if len(self._ask(b"\x26")) != 2:
            return None
        self._write(0x0D, 0x00)
        number = self._ask(b"\x93\x20")
        if len(number) != 5 or number[0] ^ number[1] ^ number[2] ^ number[3] != number[4]:
            return None
        return bytes(number[:4])

    def _ask(self, data):
        self._write(0x01, 0x00)
        self._write(0x04, 0x7F)
        self._write(0x0A, 0x80)
        for byte in data:
            self._write(0x09, byte)
        self._write(0x01, 0x0C)
        self._write(0x0D, self._read(0x0D) | 0x80)
        for _ in range(10):
            if self._read(0x04) & 0x31:
                break
            time.sleep_ms(1)
        self._write(0x0D, self._read(0x0D) & 0x7F)
        if self._read(0x06) & 0x1B or not self._read(0x04) & 0x30:
            return []
        return [self._read(0x09) for _ in range(self._read(0x0A))]

    def _write(self, register, value):
        self.select.value(0)
        self.spi.write(bytes([register << 1, value]))
        self.select.value(1)

    def _read(self, register):
        answer = bytearray(2)
        self.select.value(0)
        self.spi.write_readinto(bytes([register << 1 | 0x80, 0]), answer)
        self.select.value(1)
        return answer[1]
`,
);
