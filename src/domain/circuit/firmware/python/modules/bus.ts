import { pythonModule } from "../python-module.ts";

/** InvenSense MPU-6050: register map rev. 4.2, registers 59 to 64, 107 and 117. */
export const mpu6050 = pythonModule(
  "mpu6050",
  String.raw`
# MPU-6050 over I2C: how strongly it is moved.
import math
import struct


class Mpu6050:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """Wakes it, at 2 g of range. OSError when it is silent."""
        if self.i2c.readfrom_mem(self.address, 0x75, 1)[0] != 0x68:
            raise OSError(19)
        self.i2c.writeto_mem(self.address, 0x6B, b"\x00")

    def read(self):
        """Acceleration beyond gravity, in g."""
        x, y, z = struct.unpack(">hhh", self.i2c.readfrom_mem(self.address, 0x3B, 6))
        return abs(math.sqrt(x * x + y * y + z * z) / 16384 - 1)
`,
);

/** ST VL53L0X: register names of ST's API (VL53L0X_device.h); the chip's own start values are kept, which is less exact than ST's API. */
export const vl53l0x = pythonModule(
  "vl53l0x",
  String.raw`
# VL53L0X over I2C, with the settings that the chip starts with.
import time


class Vl53l0x:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """OSError when it is silent."""
        if self._read(0xC0, 1)[0] != 0xEE:
            raise OSError(19)

    def read(self):
        """Distance in cm; None when nothing is in sight."""
        self.i2c.writeto_mem(self.address, 0x00, b"\x01")
        for _ in range(60):
            time.sleep_ms(1)
            if self._read(0x13, 1)[0] & 0x07:
                break
        else:
            raise OSError(110)
        high, low = self._read(0x1E, 2)
        self.i2c.writeto_mem(self.address, 0x0B, b"\x01")
        millimetres = high << 8 | low
        return None if millimetres > 2000 else millimetres / 10

    def _read(self, register, count):
        return self.i2c.readfrom_mem(self.address, register, count)
`,
);

/** ROHM BH1750FVI: instruction set of its data sheet, page 5. */
export const bh1750 = pythonModule(
  "bh1750",
  String.raw`
# BH1750 over I2C, measuring all the time.
import time


class Bh1750:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """OSError when it is silent."""
        self.i2c.writeto(self.address, b"\x01")
        self.i2c.writeto(self.address, b"\x10")
        time.sleep_ms(180)  # the first measurement

    def read(self):
        """Brightness in lux."""
        high, low = self.i2c.readfrom(self.address, 2)
        return (high << 8 | low) / 1.2
`,
);

/** TI INA219: registers of its data sheet (SBOS448), section 8.6; the module's shunt has 0.1 ohm. */
export const ina219 = pythonModule(
  "ina219",
  String.raw`
# INA219 over I2C with a shunt of 0.1 ohm.
import struct


class Ina219:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """32 V and 320 mV of range, as it starts. OSError when it is silent."""
        self.i2c.writeto_mem(self.address, 0x00, b"\x39\x9F")

    def read(self):
        """Current in mA and the voltage behind the shunt in V."""
        shunt = struct.unpack(">h", self.i2c.readfrom_mem(self.address, 0x01, 2))[0]
        bus = struct.unpack(">H", self.i2c.readfrom_mem(self.address, 0x02, 2))[0]
        return shunt / 10, (bus >> 3) * 0.004
`,
);

/** ams TCS34725: registers of its data sheet, tables 3 to 11. */
export const tcs34725 = pythonModule(
  "tcs34725",
  String.raw`
# TCS34725 over I2C: the hue of what it sees.
import struct
import time


class Tcs34725:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """50 ms a measurement, four times amplified. OSError when it is silent."""
        if self.i2c.readfrom_mem(self.address, 0x92, 1)[0] not in (0x44, 0x4D):
            raise OSError(19)
        self.i2c.writeto_mem(self.address, 0x81, b"\xEB")
        self.i2c.writeto_mem(self.address, 0x8F, b"\x01")
        self.i2c.writeto_mem(self.address, 0x80, b"\x01")
        time.sleep_ms(3)
        self.i2c.writeto_mem(self.address, 0x80, b"\x03")
        time.sleep_ms(60)

    def read(self):
        """Hue in degrees: 0 red, 120 green, 240 blue."""
        red, green, blue = struct.unpack("<HHH", self.i2c.readfrom_mem(self.address, 0xB6, 6))
        high = max(red, green, blue)
        span = high - min(red, green, blue)
        if span == 0:
            return 0
        if high == red:
            return 60 * (green - blue) / span % 360
        if high == green:
            return 60 * (blue - red) / span + 120
        return 60 * (red - green) / span + 240
`,
);

/** Maxim DS3231 and DS1307: timekeeping registers of their data sheets (figure 1, table 2); OSF and CH say that the time was lost. */
export const dsClock = pythonModule(
  "ds_clock",
  String.raw`
# Clock modules DS3231 and DS1307 over I2C.
import time


def from_bcd(byte):
    return (byte >> 4) * 10 + (byte & 0x0F)


def to_bcd(number):
    return number // 10 << 4 | number % 10


class DsClock:
    def __init__(self, i2c, address, lost):
        self.i2c = i2c
        self.address = address
        self.lost = lost  # register whose top bit says that the time was lost

    def start(self):
        """Takes the board's time where it lost its own: Thonny and mpremote set it. OSError when it is silent."""
        if not self.i2c.readfrom_mem(self.address, self.lost, 1)[0] & 0x80:
            return
        year, month, day, hour, minute, second, weekday = time.localtime()[:7]
        fields = (second, minute, hour, weekday + 1, day, month, year % 100)
        self.i2c.writeto_mem(self.address, 0x00, bytes([to_bcd(field) for field in fields]))
        if self.lost != 0:
            self.i2c.writeto_mem(self.address, self.lost, b"\x00")

    def read(self):
        """Hour and minute."""
        minute, hour = self.i2c.readfrom_mem(self.address, 0x01, 2)
        return from_bcd(hour & 0x3F), from_bcd(minute)
`,
);

/** TI ADS1115: registers of its data sheet (SBAS444), section 9.6. */
export const ads1115 = pythonModule(
  "ads1115",
  `
# ADS1115 over I2C: the volts at its inputs, up to 4.096 V.
import struct
import time


class Ads1115:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """OSError when it is silent."""
        self.i2c.readfrom_mem(self.address, 0x01, 2)

    def volts(self, channel):
        """Measures one input against ground, once."""
        config = 0x8383 | (4 + channel) << 12
        self.i2c.writeto_mem(self.address, 0x01, struct.pack(">H", config))
        time.sleep_ms(9)
        return struct.unpack(">h", self.i2c.readfrom_mem(self.address, 0x00, 2))[0] * 4.096 / 32768
`,
);

/** Microchip MCP23017: registers of its data sheet (DS20001952), table 3-1 with IOCON.BANK = 0. */
export const mcp23017 = pythonModule(
  "mcp23017",
  String.raw`
# MCP23017 over I2C: port A drives, port B listens with pull-ups.
class Mcp23017:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """OSError when it is silent."""
        self.i2c.writeto_mem(self.address, 0x00, b"\x00\xFF")
        self.i2c.writeto_mem(self.address, 0x0D, b"\xFF")

    def write_a(self, levels):
        """Eight levels, GPA0 in the lowest bit."""
        self.i2c.writeto_mem(self.address, 0x14, bytes([levels]))

    def read_b(self):
        """Eight levels, GPB0 in the lowest bit."""
        return self.i2c.readfrom_mem(self.address, 0x13, 1)[0]
`,
);

/** NXP PCA9685: registers of its data sheet (rev. 4), tables 4 to 8; 25 MHz / 4096 / 50 Hz - 1 = 121. */
export const pca9685 = pythonModule(
  "pca9685",
  String.raw`
# PCA9685 over I2C: sixteen servo pulses at 50 Hz.
import struct
import time


class Pca9685:
    def __init__(self, i2c, address):
        self.i2c = i2c
        self.address = address

    def start(self):
        """50 Hz, registers counting up by themselves. OSError when it is silent."""
        self.i2c.writeto_mem(self.address, 0x00, b"\x30")  # the rate is set asleep
        self.i2c.writeto_mem(self.address, 0xFE, b"\x79")
        self.i2c.writeto_mem(self.address, 0x00, b"\x20")
        time.sleep_ms(1)

    def pulse(self, channel, microseconds):
        """Length of the pulse at one output."""
        ticks = microseconds * 4096 // 20000
        self.i2c.writeto_mem(self.address, 0x06 + 4 * channel, struct.pack("<HH", 0, ticks))
`,
);
