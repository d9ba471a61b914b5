import type { Design } from "../../domain/circuit/design.ts";

interface DeviceHeadingProps {
  design: Pick<Design, "devices">;
  deviceId: string | undefined;
  /** The device of the row before. */
  before: string | undefined;
  columns: number;
}

/** A row with the device's name and board, where the rows of another one begin; nothing in a design with one device. */
export function DeviceHeading({ design, deviceId, before, columns }: DeviceHeadingProps) {
  const device = design.devices.find(({ id }) => id === deviceId);
  if (design.devices.length < 2 || device === undefined || deviceId === before) return null;
  return (
    <tbody>
      <tr class="device-heading">
        <th scope="rowgroup" colSpan={columns}>
          {device.name}: {device.board.name}
        </th>
      </tr>
    </tbody>
  );
}
