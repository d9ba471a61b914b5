import { pythonModule } from "../python-module.ts";

export const guarded = pythonModule(
  "guarded",
  `
# Loads that must not stay on for long, whatever is asked for.
import time


class Pump:
    """Runs for a limited time, then rests: a dead sensor must not flood a room."""

    def __init__(self, pin):
        self.pin = pin
        self.wanted = self.runs = self.rests = False
        self.changed = time.ticks_ms()

    def tend(self, run_s, rest_s):
        since = time.ticks_diff(time.ticks_ms(), self.changed)
        if self.runs and since >= run_s * 1000:
            self.rests = True
        elif not self.runs and since >= rest_s * 1000:
            self.rests = False
        run = self.wanted and not self.rests
        if run != self.runs:
            self.changed = time.ticks_ms()
        self.runs = run
        self.pin.value(run)


class Solenoid:
    """Pulls for a moment at a stretch: longer makes the coil hot."""

    def __init__(self, pin, hold_ms):
        self.pin = pin
        self.hold_ms = hold_ms
        self.on = False
        self.since = 0

    def set(self, on):
        if on and not self.on:
            self.since = time.ticks_ms()
            self.pin.value(1)
        elif not on:
            self.pin.value(0)
        self.on = on

    def tend(self):
        if self.on and time.ticks_diff(time.ticks_ms(), self.since) >= self.hold_ms:
            self.pin.value(0)
`,
);

export const beeper = pythonModule(
  "beeper",
  `
# Passive buzzer: it only sounds while it gets a tone.
import time


class Beeper:
    """Beeps once each time it is set; set again and again, an alarm beeps on, with pauses."""

    def __init__(self, pwm, beep_ms):
        self.pwm = pwm
        self.beep_ms = beep_ms
        self.sounds = False
        self.since = time.ticks_ms()

    def set(self, on):
        if on and not self.sounds and time.ticks_diff(time.ticks_ms(), self.since) >= self.beep_ms:
            self._sound(True)
        elif not on and self.sounds:
            self._sound(False)

    def tend(self):
        if self.sounds and time.ticks_diff(time.ticks_ms(), self.since) >= self.beep_ms:
            self._sound(False)

    def _sound(self, on):
        self.sounds = on
        self.since = time.ticks_ms()
        self.pwm.duty_u16(32768 if on else 0)
`,
);

export const pacedDht = pythonModule(
  "paced_dht",
  `
# DHT11 and DHT22, asked at most every two seconds: they answer no faster.
import time


class PacedDht:
    def __init__(self, sensor):
        self.sensor = sensor
        self.asked = None
        self.answered = False

    def read(self):
        """Temperature in C and humidity in %. OSError when it is silent."""
        now = time.ticks_ms()
        if self.asked is None or time.ticks_diff(now, self.asked) >= 2000:
            self.asked = now
            self.answered = False
            try:
                self.sensor.measure()
                self.answered = True
            except Exception:  # silent, or a bit was lost on the way
                pass
        if not self.answered:
            raise OSError(19)
        return self.sensor.temperature(), self.sensor.humidity()
`,
);

export const probe = pythonModule(
  "probe",
  `
# DS18B20 on a 1-Wire line: it measures for 0.75 s while the program goes on.
import time

MEASURING_MS = 750


class Probe:
    def __init__(self, sensors):
        self.sensors = sensors
        self.roms = []
        self.celsius = None
        self.since = 0

    def start(self):
        """Finds it and has it measure. OSError when no probe answers."""
        self.roms = self.sensors.scan()
        if not self.roms:
            raise OSError(19)
        self.celsius = None
        self._measure()

    def read(self):
        """The latest temperature in C; None while it measures for the first time."""
        if time.ticks_diff(time.ticks_ms(), self.since) >= MEASURING_MS:
            try:
                self.celsius = self.sensors.read_temp(self.roms[0])
            except Exception:  # gone, or a bit was lost on the way
                raise OSError(19)
            self._measure()
        return self.celsius

    def _measure(self):
        try:
            self.sensors.convert_temp()
        except Exception:
            raise OSError(19)
        self.since = time.ticks_ms()
`,
);
