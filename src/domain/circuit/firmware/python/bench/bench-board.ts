/** The board of the bench: its clock, its pins, and what `machine` and `time` give of them. Python text, run before a program. */
export const benchBoard = `
import io, json, sys

before = list(sys.modules)

class Stop(BaseException):
    pass

class Slept(BaseException):
    pass

class Bench:
    us = 0
    timers = []
    errors = []
    roles = {}
    levels = {}
    addresses = []
    turn = None
    gap = 0
    slept = None
    fed = 0
    firing = False

bench = Bench

def wrong(text):
    if text not in bench.errors and len(bench.errors) < 20:
        bench.errors.append(text)

def advance(us):
    bench.us += int(us)
    if not bench.firing:
        bench.firing = True
        for timer in bench.timers:
            while timer.period and timer.next <= bench.us:
                timer.next += timer.period
                timer.callback(timer)
        bench.firing = False
    if bench.us >= WIRED["us"]:
        raise Stop()

def wired_at(gpio):
    return [(devices[ref], name) for ref, name in WIRED["pins"].get(str(gpio), [])]

def touch(gpio, role):
    key = str(gpio)
    if key not in WIRED["can"]:
        wrong("the board has no pin %s" % key)
        return
    can = WIRED["can"][key]
    roles = bench.roles.setdefault(key, [])
    if role not in roles:
        roles.append(role)
    if role in ("out", "pwm") and "input_only" in can:
        wrong("pin %s can only read, and the program drives it" % key)
    if role == "pwm" and "pwm" not in can:
        wrong("pin %s has no PWM" % key)
    if role == "adc" and not any(each in can for each in ("adc", "adc1", "adc2")):
        wrong("pin %s has no converter" % key)

class Pin:
    IN, OUT, OPEN_DRAIN, PULL_UP, PULL_DOWN = 0, 1, 2, 1, 2
    IRQ_RISING, IRQ_FALLING = 1, 2

    def __init__(self, gpio, mode=-1, pull=-1, value=None):
        self.gpio = gpio
        self.mode = mode
        self.pull = pull
        self.init(mode, pull, value)

    def init(self, mode=-1, pull=-1, value=None):
        self.mode, self.pull = mode, pull
        touch(self.gpio, {self.OUT: "out", self.OPEN_DRAIN: "open", self.IN: "in"}.get(mode, "given"))
        if pull == self.PULL_UP and "no_pull" in WIRED["can"].get(str(self.gpio), []):
            wrong("pin %s has no pull-up" % self.gpio)
        if value is not None:
            self.value(value)

    def value(self, level=None):
        if level is None:
            return self._read()
        level = int(bool(level))
        before = bench.levels.get(self.gpio)
        bench.levels[self.gpio] = level
        if level != before:
            for device, name in wired_at(self.gpio):
                device.changed(name, level)

    def __call__(self, level=None):
        return self.value(level)

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)

    def irq(self, handler=None, trigger=3):
        touch(self.gpio, "irq")

    def _read(self):
        if self.mode == self.OUT or (self.mode == self.OPEN_DRAIN and bench.levels.get(self.gpio) == 0):
            return bench.levels.get(self.gpio, 0)
        for device, name in wired_at(self.gpio):
            level = device.level(name)
            if level is not None:
                return level
        return 1 if self.pull == self.PULL_UP or self.mode == self.OPEN_DRAIN else 0

def gpio_of(pin):
    return pin.gpio if isinstance(pin, Pin) else pin

class ADC:
    ATTN_11DB = 3

    def __init__(self, pin, atten=None):
        self.gpio = gpio_of(pin)
        if WIRED["core"] == "esp8266":
            if self.gpio != 0 or isinstance(pin, Pin):
                wrong("the ESP8266 has one converter: ADC(0)")
            self.gpio = "A0"
        if WIRED["core"] == "esp32" and atten is None:
            wrong("pin %s: without attenuation the converter ends at 1 V" % self.gpio)
        touch(self.gpio, "adc")

    def read_u16(self):
        advance(30)
        for device, name in wired_at(self.gpio):
            return device.analog(name)
        return 0

class PWM:
    def __init__(self, pin, freq=None, duty_u16=None, duty_ns=None):
        self.gpio = gpio_of(pin)
        touch(self.gpio, "pwm")

    def freq(self, value=None):
        return 0

    def duty_u16(self, value=0):
        if not 0 <= value <= 65535:
            wrong("pin %s: a duty of %s" % (self.gpio, value))

    def duty_ns(self, value=0):
        if not 0 <= value <= 20000000:
            wrong("pin %s: a pulse of %s ns" % (self.gpio, value))

    def deinit(self):
        pass

class Timer:
    PERIODIC, ONE_SHOT = 1, 0

    def __init__(self, number=-1):
        if (number < 0) == (WIRED["core"] == "esp32"):
            wrong("there is no timer %s" % number)
        self.period = 0
        self.next = 0
        self.callback = None
        bench.timers.append(self)

    def init(self, period=-1, mode=1, callback=None, freq=0):
        self.period = period * 1000
        self.next = bench.us + self.period
        self.callback = callback

    def deinit(self):
        self.period = 0

class WDT:
    def __init__(self, timeout=None):
        if WIRED["core"] == "esp8266" and timeout is not None:
            wrong("the watchdog of the ESP8266 takes no time")
        if WIRED["core"] == "rp2040" and (timeout or 0) > 8388:
            wrong("the watchdog of the RP2040 waits 8388 ms at most")

    def feed(self):
        """Once a turn of the main loop."""
        bench.fed += 1
        if bench.turn is not None:
            bench.gap = max(bench.gap, bench.us - bench.turn)
        bench.turn = bench.us

def time_pulse_us(pin, level, timeout=1000000):
    for device, name in wired_at(pin.gpio):
        length = device.pulse(name)
        if length is not None:
            advance(length + 500)
            return length
    advance(timeout)
    return -2

def deepsleep(milliseconds=None):
    bench.slept = milliseconds
    raise Slept()

class Module:
    def __init__(self, **names):
        for name, value in names.items():
            setattr(self, name, value)

def sleep_ms(milliseconds):
    advance(milliseconds * 1000)

def ticks_us():
    advance(20)
    return bench.us % (1 << 30)

def ticks_ms():
    advance(20)
    return bench.us // 1000 % (1 << 30)

def ticks_diff(a, b):
    return (a - b + (1 << 29)) % (1 << 30) - (1 << 29)

sys.modules["time"] = Module(
    sleep=lambda seconds: advance(seconds * 1000000),
    sleep_ms=sleep_ms,
    sleep_us=advance,
    ticks_ms=ticks_ms,
    ticks_us=ticks_us,
    ticks_diff=ticks_diff,
    time=lambda: 1000000000 + bench.us // 1000000,
    localtime=lambda: (2026, 11, 29, 12, 34, 56, 6, 333),
)
`.trim();

/** The buses of the bench, and the modules of the firmware that stand on them. */
export const benchBuses = String.raw`
class I2C:
    def __init__(self, number=None, sda=None, scl=None, freq=400000):
        soft = WIRED["core"] == "esp8266"
        if (number is None) != soft:
            wrong("this board has no I2C(%s)" % number)
        for line, pin in (("sda", sda), ("scl", scl)):
            gpio = str(gpio_of(pin))
            touch(gpio, line)
            if WIRED["bus"].get(line) != gpio:
                wrong("%s is pin %s, and wired to pin %s" % (line, gpio, WIRED["bus"].get(line)))
            unit = WIRED["units"].get(gpio, {}).get("i2c")
            if WIRED["core"] == "rp2040" and unit != number:
                wrong("pin %s is of I2C(%s)" % (gpio, unit))
        self.khz = freq / 1000

    def _device(self, address):
        advance(300)
        if address not in bench.addresses:
            bench.addresses.append(address)
        for device in devices.values():
            if device.address == address:
                if device.silent:
                    raise OSError(19)
                if device.khz and self.khz > device.khz:
                    wrong("%s takes %s kHz at most" % (device.ref, device.khz))
                return device
        wrong("no part has the address 0x%02X" % address)
        raise OSError(19)

    def _spend(self, count):
        advance(count * 9000 / self.khz)

    def scan(self):
        return [device.address for device in devices.values() if device.address and not device.silent]

    def writeto(self, address, data, stop=True):
        self._spend(len(data))
        self._device(address).write(bytes(data))

    def writevto(self, address, parts):
        self.writeto(address, b"".join(bytes(part) for part in parts))

    def readfrom(self, address, count):
        self._spend(count)
        return self._device(address).read(count)

    def writeto_mem(self, address, register, data):
        self._spend(len(data) + 1)
        self._device(address).write_mem(register, bytes(data))

    def readfrom_mem(self, address, register, count):
        self._spend(count + 2)
        return self._device(address).read_mem(register, count)

class SPI:
    def __init__(self, number, baudrate=1000000, sck=None, mosi=None, miso=None):
        given = {"sck": sck, "mosi": mosi, "miso": miso}
        if WIRED["core"] == "esp8266":
            if number != 1 or any(given.values()):
                wrong("the ESP8266 has SPI(1) on pins of its own")
            given = {"sck": 14, "mosi": 13, "miso": 12}
        for line, pin in given.items():
            gpio = str(gpio_of(pin))
            want = WIRED["bus"].get(line)
            if want is not None:
                touch(gpio, line)
                if want != gpio:
                    wrong("%s is pin %s, and wired to pin %s" % (line, gpio, want))
            elif WIRED["pins"].get(gpio):
                wrong("%s is pin %s, which is wired to something else" % (line, gpio))
            unit = WIRED["units"].get(gpio, {}).get("spi")
            if WIRED["core"] == "rp2040" and unit != number:
                wrong("pin %s is of SPI(%s)" % (gpio, unit))

    def _device(self):
        chosen = [device for device in devices.values() if device.selected]
        if len(chosen) != 1:
            wrong("%d parts are selected on the SPI bus" % len(chosen))
            return None
        return None if chosen[0].silent else chosen[0]

    def write(self, data):
        self.write_readinto(data, bytearray(len(data)))

    def write_readinto(self, data, into):
        advance(len(data) * 3)
        device = self._device()
        answer = b"\x00" * len(data) if device is None else device.transfer(bytes(data))
        for at in range(len(into)):
            into[at] = answer[at]

class UART:
    def __init__(self, number, baudrate=9600, tx=None, rx=None):
        core = WIRED["core"]
        if core == "esp8266" or number not in WIRED["uarts"]:
            wrong("there is no UART(%s)" % number)
        self.device = None
        for line, pin, name in (("tx", tx, "RX"), ("rx", rx, "TX")):
            gpio = str(gpio_of(pin))
            touch(gpio, line)
            unit = WIRED["units"].get(gpio, {}).get("uart")
            if core == "rp2040" and (unit != number or line not in WIRED["can"].get(gpio, [])):
                wrong("pin %s is no %s of UART(%s)" % (gpio, line, number))
            ends = [(device, end) for device, end in wired_at(gpio) if end in (name, name + "D")]
            if not ends:
                wrong("pin %s is %s, and wired to no %s" % (gpio, line, name))
            else:
                self.device = ends[0][0]

    def any(self):
        return 0 if self.device is None or self.device.silent else len(self.device.heard())

    def read(self, count=None):
        waiting = self.device.heard()
        taken = waiting if count is None else waiting[:count]
        self.device.said = waiting[len(taken):]
        return taken or None

    def write(self, data):
        data = data.encode() if isinstance(data, str) else bytes(data)
        if self.device is not None and not self.device.silent:
            self.device.hears(data)
        return len(data)

sys.modules["machine"] = Module(
    Pin=Pin, ADC=ADC, PWM=PWM, Timer=Timer, WDT=WDT, I2C=I2C, SoftI2C=I2C, SPI=SPI, UART=UART,
    time_pulse_us=time_pulse_us, deepsleep=deepsleep, reset_cause=lambda: 1, DEEPSLEEP_RESET=4,
)

def part_at(pin, *ids):
    for device, name in wired_at(pin.gpio):
        if device.id in ids:
            return device
    wrong("pin %s is wired to no %s" % (pin.gpio, ids[0]))
    return None

class Dht:
    def __init__(self, pin):
        self.device = part_at(pin, self.id)
        self.asked = None

    def measure(self):
        advance(22000)
        if self.asked is not None and bench.us - self.asked < 1000000:
            wrong("the %s was asked twice within a second" % self.id)
        self.asked = bench.us
        if self.device is None or self.device.silent:
            raise OSError(116)

    def temperature(self):
        return 21.5

    def humidity(self):
        return 48.2

class Dht11(Dht):
    id = "dht11"

class Dht22(Dht):
    id = "dht22"

class NeoPixel:
    def __init__(self, pin, count):
        self.count = count
        self.device = part_at(pin, "neopixel-strip-30", "neopixel-ring-12", "neopixel-stick-8")
        if self.device is not None and self.device.pixels != count:
            wrong("%s has %s pixels, not %s" % (self.device.ref, self.device.pixels, count))

    def __setitem__(self, at, colour):
        pass

    def fill(self, colour):
        if not all(0 <= part <= 255 for part in colour):
            wrong("a colour of %s" % (colour,))

    def write(self):
        advance(self.count * 30)

class OneWire:
    def __init__(self, pin):
        self.device = part_at(pin, "ds18b20")

class Ds18x20:
    def __init__(self, wire):
        self.device = wire.device
        self.since = None

    def scan(self):
        advance(13000)
        return [] if self.device is None or self.device.silent else [b"\x28\x01\x02\x03\x04\x05\x06\x07"]

    def convert_temp(self):
        if self.device.silent:
            raise Exception("OneWireError")
        self.since = bench.us

    def read_temp(self, rom):
        advance(10000)
        if self.device.silent:
            raise Exception("OneWireError")
        if self.since is None or bench.us - self.since < 750000:
            wrong("the DS18B20 was read before it had measured")
        return 21.5

sys.modules["dht"] = Module(DHT11=Dht11, DHT22=Dht22)
sys.modules["neopixel"] = Module(NeoPixel=NeoPixel)
sys.modules["onewire"] = Module(OneWire=OneWire)
sys.modules["ds18x20"] = Module(DS18X20=Ds18x20)
`.trim();
