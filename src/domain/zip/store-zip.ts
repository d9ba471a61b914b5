/** A file of an archive: its path with `/`, and its text. */
export interface ZipEntry {
  path: string;
  content: string;
}

/** Of CRC-32 (IEEE 802.3, reflected), one entry per value of a byte. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, the first day that the format knows: an archive of the same files has the same bytes. */
const dosDate = (1 << 5) | 1;
/** Names are UTF-8: bit 11 of the flags. */
const utf8Names = 0x0800;
const version = 20;

/** Numbers of a record, little-endian, each with its size in bytes. */
function record(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const out = new Uint8Array(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return out;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** A ZIP archive of text files, stored as they are (PKWARE APPNOTE 6.3.10, 4.3.7 to 4.3.16). At most 65,535 files of together 4 GiB. */
export function storeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(content)];
    const common = [
      [version, 2],
      [utf8Names, 2],
      [0, 2],
      [0, 2],
      [dosDate, 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const;
    const local = joined([record([0x04034b50, 4], ...common), name, bytes]);
    locals.push(local);
    central.push(record([0x02014b50, 4], [version, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += local.length;
  }
  const directory = joined(central);
  const amount = entries.length;
  const end = record(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [amount, 2],
    [amount, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...locals, directory, end]);
}
