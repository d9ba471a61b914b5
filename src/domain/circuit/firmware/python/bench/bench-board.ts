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
