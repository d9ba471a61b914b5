import { pythonModule } from "../python-module.ts";

/** Bosch BME280 and BMP280: registers and formulas of the BME280 data sheet (rev. 1.24), sections 5.3, 4.2.2 and appendix 8.1. */
export const bmx280 = pythonModule(
  "bmx280",
  String.raw`
# Bosch BME280 (chip id 0x60) and BMP280 (0x58) over I2C, one measurement at a time.
import struct
import time


class Bmx280:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address
        self.chip_id = 0

    def start(self):
        """Reads what the maker measured in this very chip. OSError when it is silent."""
        self.chip_id = self._read(0xD0, 1)[0]
        if self.chip_id not in (0x60, 0x58):
            raise OSError(19)
        self.temperature = struct.unpack("<Hhh", self._read(0x88, 6))
        self.pressure = struct.unpack("<Hhhhhhhhh", self._read(0x8E, 18))
        if self.chip_id == 0x60:
            h2, h3, e4, e5, e6, h6 = struct.unpack("<hBbBbb", self._read(0xE1, 7))
            h4 = e4 * 16 + (e5 & 0x0F)
            h5 = e6 * 16 + (e5 >> 4)
            self.humidity = (self._read(0xA1, 1)[0], h2, h3, h4, h5, h6)

    def read(self):
        """Temperature in C, humidity in % (None on a BMP280) and pressure in hPa."""
        if self.chip_id == 0x60:
            self.i2c.writeto_mem(self.address, 0xF2, b"\x01")
        self.i2c.writeto_mem(self.address, 0xF4, b"\x25")  # all once, then asleep again
        time.sleep_ms(10)
        data = self._read(0xF7, 8 if self.chip_id == 0x60 else 6)
        raw_p = data[0] << 12 | data[1] << 4 | data[2] >> 4
        raw_t = data[3] << 12 | data[4] << 4 | data[5] >> 4
        fine = self._fine(raw_t)
        humidity = None
        if self.chip_id == 0x60:
            humidity = self._humidity(data[6] << 8 | data[7], fine)
        return fine / 5120, humidity, self._pressure(raw_p, fine) / 100

    def _read(self, register, count):
        return self.i2c.readfrom_mem(self.address, register, count)

    def _fine(self, raw):
        t1, t2, t3 = self.temperature
        x = raw / 16384 - t1 / 1024
        y = raw / 131072 - t1 / 8192
        return x * t2 + y * y * t3

    def _pressure(self, raw, fine):
        p1, p2, p3, p4, p5, p6, p7, p8, p9 = self.pressure
        x = fine / 2 - 64000
        y = (x * x * p6 / 32768 + x * p5 * 2) / 4 + p4 * 65536
        x = (1 + (p3 * x * x / 524288 + p2 * x) / 524288 / 32768) * p1
        if x == 0:
            raise OSError(5)
        pascal = (1048576 - raw - y / 4096) * 6250 / x
        return pascal + (p9 * pascal * pascal / 2147483648 + pascal * p8 / 32768 + p7) / 16

    def _humidity(self, raw, fine):
        h1, h2, h3, h4, h5, h6 = self.humidity
        x = fine - 76800
        y = raw - (h4 * 64 + h5 / 16384 * x)
        y *= h2 / 65536 * (1 + h6 / 67108864 * x * (1 + h3 / 67108864 * x))
        return min(100, max(0, y * (1 - h1 * y / 524288)))
`,
);

/** Sensirion SHT31: commands and formulas of its data sheet (version 6), sections 4.3 and 4.12 to 4.13. */
export const sht31 = pythonModule(
  "sht31",
  String.raw`
# Sensirion SHT31 over I2C.
import time


def checksum(data):
    crc = 0xFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1) ^ 0x31 if crc & 0x80 else crc << 1
    return crc & 0xFF


class Sht31:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """Resets it. OSError when it is silent."""
        self.i2c.writeto(self.address, b"\x30\xA2")
        time.sleep_ms(2)

    def read(self):
        """Temperature in C and humidity in %."""
        self.i2c.writeto(self.address, b"\x24\x00")
        time.sleep_ms(16)
        data = self.i2c.readfrom(self.address, 6)
        if checksum(data[0:2]) != data[2] or checksum(data[3:5]) != data[5]:
            raise OSError(5)
        temperature = 175 * (data[0] << 8 | data[1]) / 65535 - 45
        return temperature, 100 * (data[3] << 8 | data[4]) / 65535
`,
);

/** Aosong AHT20: commands of its product manual, section 5.4. */
export const aht20 = pythonModule(
  "aht20",
  String.raw`
# Aosong AHT20 over I2C.
import time


class Aht20:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """Loads its calibration where it has not done so by itself. OSError when it is silent."""
        if not self.i2c.readfrom(self.address, 1)[0] & 0x08:
            self.i2c.writeto(self.address, b"\xBE\x08\x00")
            time.sleep_ms(10)

    def read(self):
        """Temperature in C and humidity in %."""
        self.i2c.writeto(self.address, b"\xAC\x33\x00")
        time.sleep_ms(80)
        data = self.i2c.readfrom(self.address, 6)
        if data[0] & 0x80:
            raise OSError(110)  # still measuring
        humidity = data[1] << 12 | data[2] << 4 | data[3] >> 4
        temperature = (data[3] & 0x0F) << 16 | data[4] << 8 | data[5]
        return temperature * 200 / 1048576 - 50, humidity * 100 / 1048576
`,
);

/** Maxim MAX6675: 16 bits, its data sheet, "Serial Interface" and table 1. */
export const max6675 = pythonModule(
  "max6675",
  `
# MAX6675 with a thermocouple of type K, read bit by bit.
class Max6675:
    def __init__(self, clock, select, data):
        self.clock = clock
        self.select = select
        self.data = data

    def read(self):
        """Temperature in C. OSError when the thermocouple is open or the chip is not there."""
        self.select.value(0)
        word = 0
        for _ in range(16):
            self.clock.value(1)
            word = word << 1 | self.data.value()
            self.clock.value(0)
        self.select.value(1)  # starts the next conversion
        if word & 0x8004 or word == 0:
            raise OSError(19)
        return (word >> 3) * 0.25
`,
);
