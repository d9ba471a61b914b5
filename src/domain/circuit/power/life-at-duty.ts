/** What the life of a battery is reckoned from; currents in mA from the cell. */
export interface BatteryFigures {
  /** Reference designator of the cell. */
  part: string;
  capacityMah: number;
  /** Share of the capacity that a device really gets, 0..1. */
  usableShare: number;
  awakeMa: number;
  /** All that flows while it sleeps, the board's own included, the power module's idle not. */
  asleepMa: number;
  /** Of `asleepMa`, what the board alone takes. */
  boardAsleepMa: number;
  /** Charger and converter with no load, always. */
  quiescentMa: number;
  /** Seconds awake per wake. */
  awakeSeconds: number;
  /** null where it never sleeps. */
  wakeMinutes: number | null;
}

/** How a device spends its time: seconds awake in each period. A period not longer than that is always awake. */
export interface Duty {
  awakeSeconds: number;
  everySeconds: number;
}

/** Life on one charge at a duty, and where the charge goes. Mean currents in mA; their sum is `averageMa`. */
export interface LifeAtDuty {
  hours: number;
  averageMa: number;
  awakeMa: number;
  /** The board's own while it sleeps. */
  boardAsleepMa: number;
  /** What else flows while it sleeps. */
  othersAsleepMa: number;
  quiescentMa: number;
}

/** Share of the time awake, 0..1. */
export function dutyShare({ awakeSeconds, everySeconds }: Duty): number {
  return everySeconds <= awakeSeconds ? 1 : Math.max(0, awakeSeconds / everySeconds);
}

/** The duty that a design was reckoned with. */
export function dutyOf({ awakeSeconds, wakeMinutes }: Pick<BatteryFigures, "awakeSeconds" | "wakeMinutes">): Duty {
  return { awakeSeconds, everySeconds: wakeMinutes === null ? awakeSeconds : wakeMinutes * 60 };
}

/** Life on one charge: `capacity x usable / (awake x duty + asleep x (1 - duty) + idle of the power module)`. */
export function lifeAtDuty(battery: BatteryFigures, duty: Duty): LifeAtDuty {
  const share = dutyShare(duty);
  const awakeMa = battery.awakeMa * share;
  const boardAsleepMa = battery.boardAsleepMa * (1 - share);
  const othersAsleepMa = Math.max(0, battery.asleepMa - battery.boardAsleepMa) * (1 - share);
  const averageMa = awakeMa + battery.asleepMa * (1 - share) + battery.quiescentMa;
  return {
    hours: (battery.capacityMah * battery.usableShare) / averageMa,
    averageMa,
    awakeMa,
    boardAsleepMa,
    othersAsleepMa,
    quiescentMa: battery.quiescentMa,
  };
}
