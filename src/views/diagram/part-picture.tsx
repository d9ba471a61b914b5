import type { FunctionComponent } from "preact";
import type { PlacedPad, PlacedPart } from "../../domain/picture/diagram-layout.ts";
import { isLeaded, type PictureKind } from "../../domain/picture/picture-kind.ts";
import { BreadboardArt, ButtonArt, BuzzerArt, PumpArt, ServoArt } from "./art/actuators.tsx";
import { Esp32Art, UnoArt } from "./art/boards.tsx";
import { type ArtProps, freeRoom } from "./art/drawing.tsx";
import { CapacitorArt, DiodeArt, LedArt, ResistorArt } from "./art/leaded.tsx";
import { Bme280Art, Dht22Art, KnobArt, LcdArt, LdrArt, ModuleArt, OledArt, PirArt, RelayArt, ShifterArt, SoilArt, SonarArt } from "./art/modules.tsx";
import { AdapterArt, BoostArt, CellArt, ChargerArt, PowerBoardArt } from "./art/power.tsx";

const artOf: Record<PictureKind, FunctionComponent<ArtProps>> = {
  esp32: Esp32Art,
  uno: UnoArt,
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
  module: ModuleArt,
};

function Pad({ part, pad, lit }: { part: PlacedPart; pad: PlacedPad; lit: boolean }) {
  const x = pad.x - part.box.x;
  const y = pad.y - part.box.y;
  const half = pad.net === null ? 4 : 5;
  const isBoard = part.kind === "esp32" || part.kind === "uno";
  const horizontal = pad.side === "left" || pad.side === "right";
  const size = isBoard ? 11 : pad.silk.length > 3 && !horizontal ? 7.5 : 9.5;
  const textX = pad.side === "left" ? x + 11 : pad.side === "right" ? x - 11 : x;
  const textY = horizontal ? y + 4 : pad.side === "top" ? y + 17 : y - 10;
  const anchor = pad.side === "left" ? "start" : pad.side === "right" ? "end" : "middle";
  const classes = `dg-pin${pad.net === null ? "" : " dg-used"}${lit ? " dg-lit" : ""}`;
  const id = `${part.id}:${pad.pin}`;
  return (
    <g class={classes} data-pin={id} data-net={pad.net ?? undefined}>
      <title>{`${part.id}.${pad.pin}`}</title>
      {isLeaded(part.kind) ? (
        <circle class="dg-lead-end" cx={x} cy={y} r={3.2} />
      ) : (
        <>
          <rect class="dg-pad-room" x={x - 9} y={y - 9} width={18} height={18} />
          <rect class="dg-gold" x={x - half} y={y - half} width={half * 2} height={half * 2} />
          <text class="dg-silk" x={textX} y={textY} font-size={size} text-anchor={anchor}>
            {pad.silk}
          </text>
        </>
      )}
      {lit ? <rect class="dg-pad-on" x={x - 7} y={y - 7} width={14} height={14} rx={3} /> : null}
    </g>
  );
}

/** One part: its picture and its pads with their printed names. */
export function PartPicture({ part, pins }: { part: PlacedPart; pins: ReadonlySet<string> }) {
  const Art = artOf[part.kind];
  return (
    <>
      <Art part={part} width={part.box.width} height={part.box.height} free={freeRoom(part)} />
      {part.pads.map((pad) => (
        <Pad key={pad.pin} part={part} pad={pad} lit={pins.has(`${part.id}:${pad.pin}`)} />
      ))}
    </>
  );
}
