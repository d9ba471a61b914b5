import type { FunctionComponent } from "preact";
import type { PlacedPad, PlacedPart } from "../../domain/picture/diagram-layout.ts";
import type { ElementKind, PictureKind } from "../../domain/picture/picture-kind.ts";
import { isBoardKind, isElementKind, isLeaded } from "../../domain/picture/picture-kind.ts";
import type { OnActivate } from "./active-thing.ts";
import { pointing } from "./active-thing.ts";
import { BreadboardArt, ButtonArt, BuzzerArt, PumpArt, ServoArt } from "./art/actuators.tsx";
import { Esp32Art, MegaArt, UnoArt } from "./art/boards.tsx";
import type { ArtProps } from "./art/drawing.tsx";
import { freeRoom } from "./art/drawing.tsx";
import { ElementArt } from "./art/element.tsx";
import {
  BridgeArt,
  DigitsArt,
  DriverArt,
  FanArt,
  GearedStepperArt,
  GearMotorArt,
  LightStripArt,
  LoadSwitchArt,
  MatrixArt,
  RadioArt,
  RelaysArt,
  RfidArt,
  SolenoidArt,
  SpeakerArt,
} from "./art/larger-parts.tsx";
import { CapacitorArt, DiodeArt, LedArt, ResistorArt } from "./art/leaded.tsx";
import {
  Bme280Art,
  Dht22Art,
  KnobArt,
  LcdArt,
  LdrArt,
  ModuleArt,
  OledArt,
  PirArt,
  RelayArt,
  ShifterArt,
  SoilArt,
  SonarArt,
} from "./art/modules.tsx";
import {
  AdapterArt,
  BlockBatteryArt,
  BoostArt,
  CellArt,
  CellPackArt,
  ChargerArt,
  ConverterArt,
  PouchArt,
  PowerBoardArt,
  SolarArt,
} from "./art/power.tsx";
import { EspModuleArt, NanoArt, PicoArt, SuperminiArt } from "./art/small-boards.tsx";
import {
  BeadArt,
  CoinClockArt,
  CombArt,
  DipArt,
  GpsArt,
  LoadCellArt,
  ObstacleArt,
  ProbeArt,
  ReedArt,
  TerminalModuleArt,
  To92Art,
  To220Art,
  TouchArt,
} from "./art/small-parts.tsx";

/** Kinds that come from @wokwi/elements are pictures by their name. */
const artOf: Record<Exclude<PictureKind, ElementKind>, FunctionComponent<ArtProps>> = {
  esp32: Esp32Art,
  "esp32-30": EspModuleArt,
  "esp32-s3": EspModuleArt,
  "esp32-c3": EspModuleArt,
  supermini: SuperminiArt,
  nodemcu: EspModuleArt,
  "d1-mini": EspModuleArt,
  uno: UnoArt,
  nano: NanoArt,
  mega: MegaArt,
  pico: PicoArt,
  "pico-w": PicoArt,
  bme280: Bme280Art,
  dht22: Dht22Art,
  oled: OledArt,
  lcd: LcdArt,
  sonar: SonarArt,
  servo: ServoArt,
  relay: RelayArt,
  cell: CellArt,
  charger: ChargerArt,
  boost: BoostArt,
  "power-board": PowerBoardArt,
  soil: SoilArt,
  shifter: ShifterArt,
  buzzer: BuzzerArt,
  button: ButtonArt,
  led: LedArt,
  resistor: ResistorArt,
  capacitor: CapacitorArt,
  diode: DiodeArt,
  breadboard: BreadboardArt,
  adapter: AdapterArt,
  pir: PirArt,
  ldr: LdrArt,
  knob: KnobArt,
  pump: PumpArt,
  relays: RelaysArt,
  converter: ConverterArt,
  probe: ProbeArt,
  bead: BeadArt,
  reed: ReedArt,
  obstacle: ObstacleArt,
  comb: CombArt,
  touch: TouchArt,
  "load-cell": LoadCellArt,
  gps: GpsArt,
  "coin-clock": CoinClockArt,
  terminal: TerminalModuleArt,
  to92: To92Art,
  to220: To220Art,
  dip: DipArt,
  digits: DigitsArt,
  matrix: MatrixArt,
  "light-strip": LightStripArt,
  speaker: SpeakerArt,
  "geared-stepper": GearedStepperArt,
  "gear-motor": GearMotorArt,
  solenoid: SolenoidArt,
  fan: FanArt,
  pouch: PouchArt,
  "cell-pack": CellPackArt,
  "block-battery": BlockBatteryArt,
  solar: SolarArt,
  rfid: RfidArt,
  radio: RadioArt,
  driver: DriverArt,
  bridge: BridgeArt,
  "load-switch": LoadSwitchArt,
  module: ModuleArt,
};

interface PadProps {
  part: PlacedPart;
  pad: PlacedPad;
  lit: boolean;
  onActivate: OnActivate;
}

/** Silk size: boards are read most; four letters between two pads have to be small. */
function silkSize(part: PlacedPart, pad: PlacedPad): number {
  if (isBoardKind(part.kind)) return 11;
  const inRow = pad.side === "top" || pad.side === "bottom";
  if (!inRow) return 10.5;
  return pad.silk.length > 3 ? 7.5 : 9.5;
}

const silkPlace = {
  left: { dx: 11, dy: 4, anchor: "start" },
  right: { dx: -11, dy: 4, anchor: "end" },
  top: { dx: 0, dy: 17, anchor: "middle" },
  bottom: { dx: 0, dy: -10, anchor: "middle" },
} as const;

function SolderPad({ part, pad }: Pick<PadProps, "part" | "pad">) {
  const x = pad.x - part.box.x;
  const y = pad.y - part.box.y;
  const half = pad.net === null ? 4 : 5;
  const { dx, dy, anchor } = silkPlace[pad.side];
  return (
    <>
      <rect x={x - 9} y={y - 9} width={18} height={18} fill="transparent" />
      <rect class="dg-gold" x={x - half} y={y - half} width={half * 2} height={half * 2} />
      <text class="dg-silk" x={x + dx} y={y + dy} font-size={silkSize(part, pad)} text-anchor={anchor}>
        {pad.silk}
      </text>
    </>
  );
}

function Pad({ part, pad, lit, onActivate }: PadProps) {
  const x = pad.x - part.box.x;
  const y = pad.y - part.box.y;
  const classes = `dg-pin${pad.net === null ? "" : " dg-used"}${lit ? " dg-lit" : ""}`;
  return (
    <g
      class={classes}
      data-pin={`${part.id}:${pad.pin}`}
      data-net={pad.net ?? undefined}
      {...(pad.net === null ? {} : pointing(onActivate, { kind: "pin", id: `${part.id}:${pad.pin}` }))}
    >
      <title>{`${part.id}.${pad.pin}`}</title>
      {isLeaded(part.kind) ? <circle class="dg-lead-end" cx={x} cy={y} r={3.2} /> : <SolderPad part={part} pad={pad} />}
      {lit ? <rect class="dg-pad-on" x={x - 7} y={y - 7} width={14} height={14} rx={3} /> : null}
    </g>
  );
}

interface PartPictureProps {
  part: PlacedPart;
  pins: ReadonlySet<string>;
  onActivate: OnActivate;
}

/** One part: its picture and its pads with their printed names. */
export function PartPicture({ part, pins, onActivate }: PartPictureProps) {
  const Art = isElementKind(part.kind) ? ElementArt : artOf[part.kind];
  return (
    <>
      <Art part={part} width={part.box.width} height={part.box.height} free={freeRoom(part)} />
      {part.pads.map((pad) => (
        <Pad key={pad.pin} part={part} pad={pad} lit={pins.has(`${part.id}:${pad.pin}`)} onActivate={onActivate} />
      ))}
    </>
  );
}
