// A photograph says where and when it was taken, and with what. Before one is kept, that is taken out of it: whole segments of JPEG
// (ITU T.81, Exif 2.32), chunks of PNG (ISO 15948) and WebP (RFC 9649), and the tables of TIFF 6.0. The picture itself is not touched.
import { withoutTables } from './tiff.ts'

/** What was taken out: said to the one who sent it. */
export type Stripped = { bytes: Uint8Array; stripped: Told[] }
export type Told = 'location' | 'camera' | 'text' | 'appended'

/** The same picture without what it tells beside itself. What is no photograph comes back as it came. */
export function withoutTraces(bytes: Uint8Array, type: string): Stripped {
  const clean = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/tiff': tiff }[type]
  return clean ? clean(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) : { bytes, stripped: [] }
}

/** Keeps what is needed to show it (frames, tables, colour profile, which way is up) and nothing behind its end: there, phones put a second picture. */
function jpeg(bytes: Buffer): Stripped {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  const told = new Set<Told>()
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) { at++; continue }
    if (marker === 0xd9) { if (at + 2 < bytes.length) told.add('appended'); break }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    at = marker === 0xda ? afterScan(bytes, end) : end
    if (marker === 0xda) kept.push(bytes.subarray(end - segment.length, at))
    else kept.push(...segmentKept(marker, segment, told))
  }
  kept.push(Buffer.from([0xff, 0xd9]))
  return { bytes: Buffer.concat(kept), stripped: [...told] }
}

function segmentKept(marker: number, segment: Buffer, told: Set<Told>): Buffer[] {
  const name = segment.subarray(4, 10).toString('latin1')
  if (marker === 0xe1 && name === 'Exif\0\0') {
    const { tables, orientation } = withoutTables(segment.subarray(10))
    for (const one of tables) told.add(one)
    return orientation > 1 ? [turned(orientation)] : []
  }
  // JFIF, colour profiles and Adobe's colour transform are needed to show it rightly.
  const needed = marker <= 0xe0 || marker === 0xee || (marker === 0xe2 && segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE')
  if (!needed || marker === 0xfe) told.add('text')
  return needed && marker !== 0xfe ? [segment] : []
}

/** The coded picture runs on until a marker that is neither a filling byte nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at
  }
  return bytes.length
}

/** An Exif segment that says which way is up, and nothing else. */
function turned(orientation: number): Buffer {
  const exif = Buffer.from('ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex')
  exif.writeUInt16BE(orientation, 28)
  return exif
}

const pngTold: Record<string, Told> = { eXIf: 'camera', tEXt: 'text', zTXt: 'text', iTXt: 'text', tIME: 'text' }
function png(bytes: Buffer): Stripped {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  const told = new Set<Told>()
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = Math.min(bytes.length, at + 12 + bytes.readUInt32BE(at))
    const name = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (name === 'eXIf') for (const one of withoutTables(bytes.subarray(at + 8, end - 4)).tables) told.add(one)
    if (name in pngTold) told.add(pngTold[name]!)
    else kept.push(bytes.subarray(at, end))
    at = name === 'IEND' ? bytes.length : end
  }
  return { bytes: Buffer.concat(kept), stripped: [...told] }
}

function webp(bytes: Buffer): Stripped {
  if (bytes.length < 12) return { bytes, stripped: [] }
  const kept: Buffer[] = []
  const told = new Set<Told>()
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4)
    const end = Math.min(bytes.length, at + 8 + length + (length % 2))
    const chunk = Buffer.from(bytes.subarray(at, end))
    const name = chunk.subarray(0, 4).toString('latin1')
    if (name === 'EXIF') for (const one of withoutTables(chunk.subarray(chunk.subarray(8, 12).toString('latin1') === 'Exif' ? 14 : 8)).tables) told.add(one)
    // Bits 2 and 3 of the flags announce XMP and Exif.
    if (name === 'VP8X') chunk[8]! &= ~0b1100
    if (name === 'XMP ') told.add('text')
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return { bytes: Buffer.concat([head, body]), stripped: [...told] }
}

function tiff(bytes: Buffer): Stripped {
  const copy = Buffer.from(bytes)
  const { tables } = withoutTables(copy, { erase: true })
  return { bytes: copy, stripped: [...tables] }
}
