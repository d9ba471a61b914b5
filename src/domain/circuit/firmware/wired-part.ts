import type { CatalogPart } from "../catalogue-part.ts";
import type { DesignNet, PartValue } from "../design.ts";
import type { Requirements } from "../requirements.ts";
import type { FirmwareLink } from "./link-line.ts";

/** What firmware needs to know of a part: its reference designator, its catalogue entry, its value (the strapped address). */
export interface WiredPart {
  id: string;
  part: CatalogPart;
  value: PartValue | null;
}

/**
 * Everything that firmware of one device is written from. `parts` holds the board and every part of the device, supporting
 * ones too (a `ChosenPart` fits); `nets` joins their pins as `U1:21`. Pins are taken from the nets, never chosen here.
 */
export interface FirmwareInput {
  /** The design's title, for the first comment of each file. */
  title: string;
  deviceId: string;
  /** The device's end of the link to another one; absent for a design with one device. */
  link?: FirmwareLink;
  requirements: Requirements;
  parts: readonly WiredPart[];
  nets: readonly DesignNet[];
}
