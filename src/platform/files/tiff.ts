// The tables of TIFF 6.0, in which Exif 2.32 keeps its facts: which there are, which way is up, and how they are emptied in place.

/** Tags that lead to a table of facts about the taking of the picture, or hold text about it. */
const gps = 0x8825
const exif = 0x8769
const texts = new Set([0x010e, 0x010f, 0x0110, 0x0131, 0x0132, 0x013b, 0x013c, 0x02bc, 0x8298, 0x83bb, 0x8649, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f])
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

type Found = { tables: Set<'location' | 'camera'>; orientation: number }

/** `erase` overwrites with zeros what the tables hold. Bytes that are no TIFF have none. */
export function withoutTables(bytes: Buffer, { erase = false } = {}): Found {
  const found: Found = { tables: new Set(), orientation: 1 }
  const order = bytes.subarray(0, 2).toString('latin1')
  if ((order !== 'II' && order !== 'MM') || bytes.length < 8) return found
  const read = reader(bytes, order === 'II')
  const seen = new Set<number>()
  for (let at = read.long(4); at > 0 && !seen.has(at); at = read.next(at)) {
    seen.add(at)
    for (const entry of read.entries(at)) look(read, entry, found, erase)
  }
  return found
}

function look(read: Reader, entry: Entry, found: Found, erase: boolean): void {
  if (entry.tag === 0x0112) found.orientation = read.short(entry.at + 8)
  if (entry.tag === gps || entry.tag === exif) {
    found.tables.add(entry.tag === gps ? 'location' : 'camera')
    if (erase) { for (const inner of read.entries(read.long(entry.at + 8))) read.erase(inner) }
  } else if (texts.has(entry.tag)) {
    found.tables.add('camera')
    if (erase) read.erase(entry)
  }
}

type Entry = { tag: number; at: number; size: number }
type Reader = ReturnType<typeof reader>

function reader(bytes: Buffer, little: boolean) {
  const short = (at: number): number => (at + 2 > bytes.length ? 0 : little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number): number => (at + 4 > bytes.length ? 0 : little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const count = (table: number) => Math.min(short(table), 1000)
  const entries = (table: number): Entry[] => (table < 8 ? [] : Array.from({ length: count(table) }, (_, place) => {
    const at = table + 2 + place * 12
    return { tag: short(at), at, size: (sizes[short(at + 2)] ?? 1) * long(at + 4) }
  }))
  return {
    short, long, entries, next: (table: number) => long(table + 2 + count(table) * 12),
    /** What fits into four bytes stands in the entry itself. */
    erase: ({ at, size }: Entry) => { if (size <= 4) bytes.fill(0, at + 8, at + 12); else bytes.fill(0, long(at + 8), Math.min(bytes.length, long(at + 8) + size)) },
  }
}
