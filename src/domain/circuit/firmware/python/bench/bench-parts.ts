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

/** Packages of micropython-lib, the network, the console and the files; then the run itself, which prints what was seen as JSON. */
export const benchRun = String.raw`
import framebuf

class Ssd1306(framebuf.FrameBuffer):
    def __init__(self, width, height, i2c, addr=0x3C, external_vcc=False):
        self.i2c = i2c
        self.addr = addr
        self.dots = bytearray(width * height // 8)
        super().__init__(self.dots, width, height, framebuf.MONO_VLSB)
        self._command(0xAE)
        self.show()

    def _command(self, command):
        self.i2c.writeto(self.addr, bytes([0x80, command]))

    def show(self):
        self._command(0x21)
        self.i2c.writeto(self.addr, b"\x40" + self.dots)

    def poweroff(self):
        self._command(0xAE)

    def poweron(self):
        self._command(0xAF)

class Nrf24:
    def __init__(self, spi, select, enable, channel=46, payload_size=16):
        self.spi, self.select, self.payload_size = spi, select, payload_size
        device = part_at(select, "nrf24l01")
        part_at(enable, "nrf24l01")
        if device is None or device.silent:
            raise OSError("nRF24L01+ Hardware not responding")
        self._say(b"\x20\x00")

    def _say(self, data):
        self.select(0)
        self.spi.write(data)
        self.select(1)

    def open_tx_pipe(self, address):
        if len(address) != 5:
            wrong("the address of a radio has five bytes")

    def stop_listening(self):
        self._say(b"\xE1")

    def send_start(self, data):
        if len(data) > self.payload_size:
            wrong("a packet of %d bytes" % len(data))
        advance(1500)
        self._say(b"\xA0" + data)

    def send_done(self):
        return 1

class SdCard:
    def __init__(self, spi, select):
        device = part_at(select, "microsd-module")
        if device is None or device.silent:
            raise OSError("no SD card")
        select(0)
        spi.write(b"\x40\x00\x00\x00\x00\x95")
        select(1)

class Os:
    mounts = []

    def mount(self, card, path):
        if path in self.mounts:
            raise OSError(1)
        self.mounts.append(path)

    def umount(self, path):
        self.mounts.remove(path)

class Poll:
    def register(self, stream, mask=0):
        pass

    def poll(self, timeout=-1):
        return [1] if typed and bench.us >= 1500000 else []

typed = list(WIRED["typed"])

class Stdin:
    def read(self, count):
        return typed.pop(0)

class Wlan:
    def __init__(self, interface):
        self.joined = None

    def active(self, on=None):
        pass

    def connect(self, name, password):
        self.joined = bench.us

    def isconnected(self):
        return self.joined is not None and bench.us - self.joined > 3000000

    def ifconfig(self):
        return ("192.168.1.23", "255.255.255.0", "192.168.1.1", "192.168.1.1")

class Socket:
    SOL_SOCKET, SO_REUSEADDR = 1, 2

    def setsockopt(self, *args):
        pass

    def bind(self, address):
        pass

    def listen(self, count):
        pass

    def setblocking(self, on):
        self.blocks = on

    def settimeout(self, seconds):
        pass

    def accept(self):
        if bench.us // 2000000 == getattr(self, "seen", 0):
            raise OSError(11)
        self.seen = bench.us // 2000000
        return Socket(), ("192.168.1.5", 40000)

    def recv(self, count):
        return b"GET / HTTP/1.1\r\n\r\n"

    def send(self, data):
        bench.served = getattr(bench, "served", 0) + 1

    def close(self):
        pass

files = {}

class File:
    def __init__(self, path, mode):
        self.path, self.mode = path, mode
        if path.startswith("/sd/") and "/sd" not in Os.mounts:
            raise OSError(2)
        if mode == "r" and path not in files:
            raise OSError(2)
        if mode == "w":
            files[path] = ""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def read(self):
        return files[self.path]

    def write(self, text):
        files[self.path] = (files.get(self.path, "") + text)[-2000:]

real = json
sys_modules = sys.modules
sys_modules["ssd1306"] = Module(SSD1306_I2C=Ssd1306)
sys_modules["nrf24l01"] = Module(NRF24L01=Nrf24)
sys_modules["sdcard"] = Module(SDCard=SdCard)
sys_modules["os"] = Os()
sys_modules["select"] = Module(poll=Poll, POLLIN=1)
sys_modules["network"] = Module(WLAN=Wlan, STA_IF=0)
sys_modules["socket"] = Module(socket=Socket, SOL_SOCKET=1, SO_REUSEADDR=2)
sys_modules["json"] = Module(
    load=lambda file: real.loads(file.read()),
    dump=lambda value, file: file.write(real.dumps(value)),
)

lines = [""]

def say(*words, end="\n", sep=" "):
    text = sep.join(str(word) for word in words) + end
    *whole, last = (lines[-1] + text).split("\n")
    lines[-1:] = whole + [last]
    if any(line.startswith("[read]") for line in whole):
        raise Stop()  # bring-up is done when it has measured once
    del lines[:-400]

ended = "end"
trouble = io.StringIO()
try:
    for name, source in FILES:
        space = {"__name__": name, "print": say}
        exec(source, space)
        sys_modules[name] = Module(**{key: value for key, value in space.items() if key != "__name__"})
    real_sys = sys
    sys_modules["sys"] = Module(stdin=Stdin())
    exec(MAIN, {"__name__": "__main__", "print": say, "open": lambda path, mode="r": File(path, mode)})
except Stop:
    ended = "time"
except Slept:
    ended = "sleep"
except Exception as error:
    ended = "error"
    sys.print_exception(error, trouble)

for name in [name for name in sys_modules if name not in before]:
    del sys_modules[name]

print(real.dumps({
    "ended": ended,
    "trouble": trouble.getvalue(),
    "lines": [line for line in lines if line],
    "pins": bench.roles,
    "addresses": bench.addresses,
    "errors": bench.errors,
    "gapMs": bench.gap // 1000,
    "fed": bench.fed,
    "sleptMs": bench.slept,
    "ranMs": bench.us // 1000,
    "served": getattr(bench, "served", 0),
    "files": sorted(files),
}))
`.trim();
