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
