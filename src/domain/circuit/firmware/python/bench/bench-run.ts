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
