import { pythonModule } from "../python-module.ts";

/** One step at each tick of a timer, so that nothing waits for it. */
export const stepper = pythonModule(
  "stepper",
  `
# Stepper motors that step by a timer, while the program does other things.
from machine import Timer

HALF_STEPS = (8, 12, 4, 6, 2, 3, 1, 9)


class Stepper:
    def __init__(self, steps_per_second, timer):
        self.position = 0
        self.goal = 0
        self.timer = Timer(timer)
        self.timer.init(period=1000 // steps_per_second, mode=Timer.PERIODIC, callback=self._tick)

    def move_to(self, goal):
        self.goal = goal

    def is_there(self):
        return self.position == self.goal

    def _tick(self, timer):
        if self.position != self.goal:
            way = 1 if self.goal > self.position else -1
            self.position += way
            self._step(way)


class CoilStepper(Stepper):
    """28BYJ-48 behind a ULN2003, in half steps."""

    def __init__(self, coils, steps_per_second, timer):
        self.coils = coils
        super().__init__(steps_per_second, timer)

    def _step(self, way):
        shape = HALF_STEPS[self.position % 8]
        if self.position == self.goal:
            shape = 0  # a coil that holds nothing need not get hot
        for bit, coil in enumerate(self.coils):
            coil.value(shape >> bit & 1)


class PulseStepper(Stepper):
    """A4988 and its kind: a pulse is a step."""

    def __init__(self, step, direction, steps_per_second, timer):
        self.step = step
        self.direction = direction
        super().__init__(steps_per_second, timer)

    def _step(self, way):
        self.direction.value(way > 0)
        self.step.value(1)
        self.step.value(0)
`,
);

/** DFRobot DFPlayer Mini: serial protocol of its manual, sections 3.1 to 3.6. */
export const dfplayer = pythonModule(
  "dfplayer",
  String.raw`
# DFPlayer Mini on a serial line.
import time


class DfPlayer:
    def __init__(self, line, volume):
        self.line = line
        self.volume = volume

    def start(self):
        """Sets the volume. OSError when it is silent or has no card."""
        self.files()
        self._send(0x06, self.volume)

    def files(self):
        """How many files are on its card."""
        while self.line.any():
            self.line.read()
        self._send(0x48, 0)
        for _ in range(20):
            time.sleep_ms(10)
            answer = self.line.read(10) if self.line.any() >= 10 else None
            if answer is not None and answer[3] == 0x48:
                return answer[5] << 8 | answer[6]
        raise OSError(110)

    def play(self, number):
        self._send(0x03, number)

    def stop(self):
        self._send(0x16, 0)

    def _send(self, command, value):
        words = bytes([0xFF, 0x06, command, 0x00, value >> 8, value & 0xFF])
        check = -sum(words) & 0xFFFF
        self.line.write(b"\x7E" + words + bytes([check >> 8, check & 0xFF, 0xEF]))
`,
);

/** Semtech SX1276 (RFM95): registers of its data sheet (rev. 7), section 6.4; Frf = hertz / 61.035. */
export const sx127x = pythonModule(
  "sx127x",
  `
# RFM95 (SX1276) over SPI: sends packets, 125 kHz wide, spreading factor 7.
import time


class Sx127x:
    def __init__(self, spi, select, reset, done, hertz):
        self.spi = spi
        self.select = select
        self.reset = reset
        self.done = done  # DIO0: high when a packet is out
        self.hertz = hertz

    def start(self):
        """OSError when it is silent."""
        self.reset.value(0)
        time.sleep_ms(1)
        self.reset.value(1)
        time.sleep_ms(10)
        if self._read(0x42) != 0x12:
            raise OSError(19)
        steps = self.hertz * 16384 // 1000000
        self._write(0x01, 0x80)  # asleep, LoRa
        for place in range(3):
            self._write(0x06 + place, steps >> (16 - 8 * place) & 0xFF)
        for register, value in ((0x0E, 0), (0x1D, 0x72), (0x1E, 0x74), (0x26, 0x04), (0x09, 0x8F), (0x40, 0x40)):
            self._write(register, value)
        self._write(0x01, 0x81)

    def send(self, data):
        """Starts to send at most 255 bytes; False while the packet before is still going out."""
        if self._read(0x01) & 0x07 == 3 and not self.done.value():
            return False
        self._write(0x12, 0xFF)
        self._write(0x01, 0x81)
        self._write(0x0D, 0)
        for byte in data:
            self._write(0x00, byte)
        self._write(0x22, len(data))
        self._write(0x01, 0x83)
        return True

    def power(self, on):
        self._write(0x01, 0x81 if on else 0x80)

    def _write(self, register, value):
        self.select.value(0)
        self.spi.write(bytes([register | 0x80, value]))
        self.select.value(1)

    def _read(self, register):
        answer = bytearray(2)
        self.select.value(0)
        self.spi.write_readinto(bytes([register, 0]), answer)
        self.select.value(1)
        return answer[1]
`,
);
