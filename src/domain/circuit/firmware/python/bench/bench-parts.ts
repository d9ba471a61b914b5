/** The parts of the bench: each answers as its data sheet says, as far as our drivers ask. */
export const benchParts = String.raw`
class Device:
    address = None
    khz = None
    pixels = 1
    selects = ()

    def __init__(self, ref, facts):
        self.ref = ref
        self.id = facts["id"]
        self.silent = ref in WIRED["silent"]
        self.selected = False
        self.address = facts.get("address")
        self.khz = facts.get("khz")
        self.pixels = facts.get("pixels", 1)
        self.idle = facts.get("idle")
        self.memory = {}
        self.last = b""
        self.said = b""

    def level(self, name):
        return self.idle

    def changed(self, name, level):
        if name in self.selects:
            self.selected = level == 0

    def analog(self, name):
        return 0 if self.silent else 30000

    def pulse(self, name):
        return None

    def write(self, data):
        self.last = data

    def read(self, count):
        return b"\x00" * count

    def write_mem(self, register, data):
        for at, byte in enumerate(data):
            self.memory[register + at] = byte

    def read_mem(self, register, count):
        return bytes(self.memory.get(register + at, 0) for at in range(count))

    def transfer(self, data):
        return b"\x00" * len(data)

    def heard(self):
        return self.said

    def hears(self, data):
        pass

class Bmx280(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.memory[0xD0] = 0x60 if self.id == "bme280" else 0x58
        # The example of the BMP280 data sheet, section 3.12, and a plausible humidity.
        self.write_mem(0x88, b"\x70\x6B\x43\x67\x18\xFC\x7D\x8E\x43\xD6\xD0\x0B\x27\x0B\x8C\x00\xF9\xFF\x8C\x3C\xF8\xC6\x70\x17")
        self.write_mem(0xA1, b"\x4B")
        self.write_mem(0xE1, b"\x6A\x01\x00\x13\x29\x03\x1E")
        self.write_mem(0xF7, b"\x65\x5A\xC0\x7E\xED\x00\x75\x30")

class Sht31(Device):
    def read(self, count):
        return b"\x66\x66\x93\x80\x00\xA2"[:count]

class Aht20(Device):
    def read(self, count):
        return b"\x18\x80\x00\x05\xB8\x52"[:count]

class Mpu6050(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.write_mem(0x75, b"\x68")
        self.write_mem(0x3B, b"\x00\x00\x00\x00\x40\x00")

class Vl53l0x(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.write_mem(0xC0, b"\xEE")
        self.write_mem(0x13, b"\x07")
        self.write_mem(0x1E, b"\x00\xC8")

class Bh1750(Device):
    def read(self, count):
        return b"\x01\x2C"

class Ina219(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)

    def read_mem(self, register, count):
        return {1: b"\x03\xE8", 2: b"\x2E\xE0"}.get(register, b"\x39\x9F")

class Tcs34725(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.write_mem(0x92, b"\x44")
        self.write_mem(0xB6, b"\x00\x02\x00\x01\x80\x00")

class Clock(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.write_mem(0x00, b"\x80\x34\x12" if self.id == "ds1307" else b"\x00\x34\x12")
        self.write_mem(0x0F, b"\x80")

class Ads1115(Device):
    def read_mem(self, register, count):
        return b"\x40\x00" if register == 0 else b"\x85\x83"

class Pca9685(Device):
    pass

class Mcp23017(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.write_mem(0x13, b"\xFF")

class BitSource(Device):
    """Shifts a word out, most significant bit first, at each rising clock; the part says when it begins again."""
    clock = ""
    data = ""

    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.at = 0

    def changed(self, name, level):
        super().changed(name, level)
        if name == self.clock and level == 1:
            self.at += 1

class Max6675(BitSource):
    clock, data = "SCK", "SO"

    def changed(self, name, level):
        super().changed(name, level)
        if name == "CS" and level == 0:
            self.at = 0

    def level(self, name):
        if name != self.data:
            return None
        # 21.5 C is 86 quarters, from bit 3 on; the bit is there before its clock falls.
        return 0 if self.silent else (86 << 3) >> (16 - max(1, self.at)) & 1

class Hx711(BitSource):
    clock, data = "SCK", "DT"

    def level(self, name):
        if name != self.data:
            return None
        if self.silent:
            return 1
        if self.at >= 25:
            self.at = 0
        return 0 if self.at == 0 else 84210 >> (24 - self.at) & 1

class Ultrasonic(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.pinged = False

    def changed(self, name, level):
        self.pinged = self.pinged or (name == "TRIG" and level == 1)

    def pulse(self, name):
        if name != "ECHO" or self.silent or not self.pinged:
            return None
        self.pinged = False
        return 1160

class Gps(Device):
    def __init__(self, ref, facts):
        super().__init__(ref, facts)
        self.sent = 0

    def heard(self):
        due = bench.us // 1000000
        if due > self.sent:
            self.sent = due
            self.said = (self.said + b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n"
                b"$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n")[-400:]
        return self.said

class DfPlayer(Device):
    def hears(self, data):
        if len(data) != 10 or data[0] != 0x7E or data[9] != 0xEF or (sum(data[1:7]) + (data[7] << 8 | data[8])) & 0xFFFF:
            wrong("the DFPlayer got no frame: %s" % data)
        elif data[3] == 0x48:
            self.said += b"\x7E\xFF\x06\x48\x00\x00\x02\xFE\xB1\xEF"

class SpiPart(Device):
    selects = ("CS", "SDA", "NSS", "CSN")

class Rc522(SpiPart):
    def transfer(self, data):
        register = data[0] >> 1 & 0x3F
        if data[0] & 0x80:
            return b"\x00" + bytes([0x92 if register == 0x37 else self.memory.get(register, 0)])
        if register != 0x04:
            self.memory[register] = data[1]
        return b"\x00" * len(data)

class Lora(SpiPart):
    def transfer(self, data):
        register = data[0] & 0x7F
        if data[0] & 0x80:
            self.memory[register] = 0x81 if (register, data[1]) == (0x01, 0x83) else data[1]
            return b"\x00" * len(data)
        return b"\x00" + bytes([0x12 if register == 0x42 else self.memory.get(register, 0)])

KINDS = {
    "bme280": Bmx280, "bmp280": Bmx280, "sht31": Sht31, "aht20": Aht20, "mpu6050": Mpu6050, "vl53l0x": Vl53l0x,
    "bh1750": Bh1750, "ina219": Ina219, "tcs34725": Tcs34725, "ds3231": Clock, "ds1307": Clock, "ads1115": Ads1115,
    "pca9685": Pca9685, "mcp23017": Mcp23017, "max6675": Max6675, "hx711": Hx711, "hc-sr04": Ultrasonic,
    "hc-sr04p": Ultrasonic, "gps-neo-6m": Gps, "dfplayer-mini": DfPlayer, "mfrc522": Rc522, "lora-rfm95": Lora,
    "max7219-matrix": SpiPart, "ili9341": SpiPart, "nrf24l01": SpiPart, "microsd-module": SpiPart,
}
devices = {ref: KINDS.get(facts["id"], Device)(ref, facts) for ref, facts in WIRED["parts"].items()}
`.trim();
