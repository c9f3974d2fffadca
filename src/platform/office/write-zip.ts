// Packs named parts into a zip, as office files are: the same parts give the same bytes (PKWARE APPNOTE 4.3).
import { crc32, deflateRawSync } from 'node:zlib'

/** A part given as compressed says its own size, which the tests use to lie. */
export type ZipPart = string | Uint8Array | { compressed: Buffer; claimed: number }

export function writeZip(parts: Record<string, ZipPart>): Uint8Array {
  const bodies: Buffer[] = []
  const listing: Buffer[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const { body, common } = packed(name, part)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    bodies.push(local, body)
    listing.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, Buffer.from(name))
    offset += local.length + body.length
  }
  const list = Buffer.concat(listing)
  return new Uint8Array(Buffer.concat([...bodies, list, end(Object.keys(parts).length, list.length, offset)]))
}

function packed(name: string, part: ZipPart): { body: Buffer; common: Buffer } {
  if (typeof part === 'object' && 'compressed' in part) return { body: part.compressed, common: header(0, part.compressed.length, part.claimed, name) }
  const raw = Buffer.from(part as string)
  const body = deflateRawSync(raw)
  return { body, common: header(crc32(raw), body.length, raw.length, name) }
}

/** Version needed, flags (names in UTF-8), method, 1 January 1980, check sum, sizes, lengths: the same in both headers (4.3.7, 4.3.12). */
function header(check: number, compressed: number, size: number, name: string): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(0x800, 2)
  bytes.writeUInt16LE(8, 4)
  bytes.writeUInt16LE(33, 8)
  bytes.writeUInt32LE(check, 10)
  bytes.writeUInt32LE(compressed, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(Buffer.byteLength(name), 22)
  return bytes
}

function end(count: number, listLength: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.write('PK\x05\x06', 'latin1')
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(listLength, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}
