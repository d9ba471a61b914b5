import { pythonModule } from "../python-module.ts";

/** Hitachi HD44780U: instructions and start in 4-bit mode of its data sheet, table 6 and figure 24; backpack wired as P0 RS, P2 E, P3 light, P4-7 data. */
export const hd44780 = pythonModule(
  "hd44780",
  `
# Character displays with an HD44780: on six pins, or behind a PCF8574 on the I2C bus.
import time


class Lcd:
    def __init__(self, columns, rows):
        self.columns = columns
        self.rows = rows

    def start(self):
        """OSError when its backpack is silent; on pins it cannot tell."""
        time.sleep_ms(40)
        for nibble in (3, 3, 3, 2):
            self._nibble(nibble, 0)
            time.sleep_ms(5)
        for command in (0x28, 0x0C, 0x06, 0x01):
            self._byte(command, 0)
        time.sleep_ms(2)

    def show(self, texts):
        """One text a row, cut or filled up to the width."""
        for row in range(self.rows):
            text = texts[row] if row < len(texts) else ""
            self._byte(0x80 | (0, 64, self.columns, 64 + self.columns)[row], 0)
            for column in range(self.columns):
                self._byte(ord(text[column]) & 0xFF if column < len(text) else 32, 1)

    def power(self, on):
        self._byte(0x0C if on else 0x08, 0)

    def _byte(self, byte, is_text):
        self._nibble(byte >> 4, is_text)
        self._nibble(byte & 0x0F, is_text)


class LcdI2c(Lcd):
    def __init__(self, i2c, address, columns, rows):
        super().__init__(columns, rows)
        self.i2c = i2c
        self.address = address
        self.light = 0x08

    def power(self, on):
        self.light = 0x08 if on else 0
        super().power(on)

    def _nibble(self, nibble, is_text):
        byte = nibble << 4 | self.light | is_text
        self.i2c.writeto(self.address, bytes([byte | 0x04, byte]))  # taken as E falls


class LcdPins(Lcd):
    def __init__(self, select, enable, data, columns, rows):
        super().__init__(columns, rows)
        self.select = select
        self.enable = enable
        self.data = data

    def _nibble(self, nibble, is_text):
        self.select.value(is_text)
        for bit, pin in enumerate(self.data):
            pin.value(nibble >> bit & 1)
        self.enable.value(1)
        time.sleep_us(1)
        self.enable.value(0)
        time.sleep_us(50)
`,
);

/** Sino Wealth SH1106: commands of its data sheet, "Command Table"; its memory is 132 wide and the glass starts at column 2. */
export const sh1106 = pythonModule(
  "sh1106",
  String.raw`
# SH1106 with 128 x 64 dots over I2C.
import framebuf

START = b"\xAE\xD5\x80\xA8\x3F\xD3\x00\x40\xAD\x8B\xA1\xC8\xDA\x12\x81\x80\xD9\x1F\xDB\x40\xA4\xA6\xAF"


class Sh1106(framebuf.FrameBuffer):
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address
        self.dots = bytearray(1024)
        super().__init__(self.dots, 128, 64, framebuf.MONO_VLSB)

    def start(self):
        """OSError when it is silent."""
        self._command(START)

    def show(self):
        for page in range(8):
            self._command(bytes([0xB0 | page, 0x02, 0x10]))
            self.i2c.writeto(self.address, b"\x40" + self.dots[page * 128 : page * 128 + 128])

    def power(self, on):
        self._command(b"\xAF" if on else b"\xAE")

    def _command(self, commands):
        self.i2c.writeto(self.address, b"\x00" + commands)
`,
);

/** Titan Micro TM1637: data sheet, "Communication interface" and "Display and control commands". */
export const tm1637 = pythonModule(
  "tm1637",
  String.raw`
# TM1637 with four digits on two pins.
import time

DIGITS = b"\x3F\x06\x5B\x4F\x66\x6D\x7D\x07\x7F\x6F"


class Tm1637:
    def __init__(self, clock, data):
        self.clock = clock
        self.data = data
        self.brightness = 3

    def number(self, value):
        """A whole number from -999 to 9999, to the right; what is larger shows as dashes."""
        text = "%4d" % value
        if len(text) > 4:
            text = "----"
        self._show([0x40 if char == "-" else 0 if char == " " else DIGITS[int(char)] for char in text])

    def clear(self):
        self._show([0, 0, 0, 0])

    def _show(self, shapes):
        self._send([0x40])
        self._send([0xC0] + shapes)
        self._send([0x88 | self.brightness])

    def _send(self, values):
        self.data.value(0)
        for value in values:
            for bit in range(8):
                self._tick(value >> bit & 1)
            self._tick(1)  # its answer is not looked at
        self.data.value(0)
        self.clock.value(1)
        time.sleep_us(10)
        self.data.value(1)

    def _tick(self, level):
        self.clock.value(0)
        self.data.value(level)
        time.sleep_us(10)
        self.clock.value(1)
        time.sleep_us(10)
        self.clock.value(0)
`,
);

/** Maxim MAX7219: register map of its data sheet, table 2; the modules are chained with the last one to the left. */
export const max7219 = pythonModule(
  "max7219",
  `
# Four 8 x 8 matrices with MAX7219 in a chain over SPI.
import framebuf

MODULES = 4


class Max7219:
    def __init__(self, spi, select):
        self.spi = spi
        self.select = select
        self.dots = bytearray(8 * MODULES)
        self.frame = framebuf.FrameBuffer(self.dots, 8 * MODULES, 8, framebuf.MONO_HLSB)

    def start(self):
        """Low intensity: bright is too much for USB. It cannot say whether it is there."""
        for register, value in ((0x0F, 0), (0x09, 0), (0x0B, 7), (0x0A, 1), (0x0C, 1)):
            self._all(register, value)
        self.text("")

    def text(self, text):
        self.frame.fill(0)
        self.frame.text(text, 0, 0)
        for row in range(8):
            words = [byte for module in range(MODULES) for byte in (row + 1, self.dots[row * MODULES + module])]
            self._send(bytes(words))

    def power(self, on):
        self._all(0x0C, 1 if on else 0)

    def _all(self, register, value):
        self._send(bytes([register, value]) * MODULES)

    def _send(self, words):
        self.select.value(0)
        self.spi.write(words)
        self.select.value(1)
`,
);

/** Ilitek ILI9341: commands of its data sheet, section 8; 320 x 240 in landscape, 16 bits a dot. */
export const ili9341 = pythonModule(
  "ili9341",
  String.raw`
# ILI9341 with 320 x 240 dots over SPI: eight rows of 13 large letters, white on black.
import framebuf
import time

COLUMNS = 13
SCALE = 3


class Ili9341:
    def __init__(self, spi, select, command, reset):
        self.spi = spi
        self.select = select
        self.command = command
        self.reset = reset
        self.letters = bytearray(COLUMNS * 8)
        self.frame = framebuf.FrameBuffer(self.letters, COLUMNS * 8, 8, framebuf.MONO_HLSB)

    def start(self):
        """It cannot say whether it is there."""
        self.reset.value(0)
        time.sleep_ms(1)
        self.reset.value(1)
        time.sleep_ms(120)
        self._send(0x11, b"")
        time.sleep_ms(5)
        self._send(0x3A, b"\x55")
        self._send(0x36, b"\x28")
        self._send(0x29, b"")
        self.clear()

    def clear(self):
        self._window(0, 0, 320, 240)
        black = bytes(1280)
        for _ in range(120):
            self._data(black)

    def text(self, row, text):
        self.frame.fill(0)
        self.frame.text(text, 0, 0)
        self._window(4, row * 30, COLUMNS * 8 * SCALE, 8 * SCALE)
        for line in range(8):
            dots = bytearray()
            for byte in self.letters[line * COLUMNS : line * COLUMNS + COLUMNS]:
                for bit in range(7, -1, -1):
                    dots += (b"\xFF" if byte >> bit & 1 else b"\x00") * (2 * SCALE)
            for _ in range(SCALE):
                self._data(dots)

    def _window(self, x, y, width, height):
        for command, first, last in ((0x2A, x, x + width - 1), (0x2B, y, y + height - 1)):
            self._send(command, bytes([first >> 8, first & 0xFF, last >> 8, last & 0xFF]))
        self._send(0x2C, b"")

    def _send(self, command, data):
        self.command.value(0)
        self._data(bytes([command]))
        if data:
            self._data(data)

    def _data(self, data):
        self.select.value(0)
        self.spi.write(data)
        self.select.value(1)
        self.command.value(1)
`,
);
