// A built index as bytes: named sections behind a header. What is read are views into the bytes, which stay as they were read: nothing is twice in memory.
/** `pieces` gives bytes that together are of the size, so that they need not lie in memory at once. */
export type Pieces = { size: number; pieces: () => Iterable<Uint8Array> }
export type Section = string | Int32Array | Pieces
export type Sections = Record<string, Section>
/** `of` names the database that it was built from. */
export type About = { version: string; builtAt: string; of: string }

export type Loaded = { about: About; bytes: (name: string) => Uint8Array; lines: (name: string) => Iterable<string[]>; numbers: (name: string) => Int32Array }

const magic = 'PAMIRIDX'
const aligned = 8

/** The index in pieces, to be written one after another. */
export function* packed(about: About, sections: Sections): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  const parts = Object.entries(sections).map(([name, section]) => ({ name, numbers: section instanceof Int32Array, ...piecesOf(section, encoder) }))
  let at = 0
  const table = parts.map(({ name, numbers, size }) => {
    const from = at
    at += Math.ceil(size / aligned) * aligned
    return [name, numbers, from, size] as const
  })
  const header = encoder.encode(JSON.stringify({ about, table }))
  const begin = new Uint8Array(Math.ceil((magic.length + 4 + header.length) / aligned) * aligned)
  begin.set(encoder.encode(magic))
  new DataView(begin.buffer).setUint32(magic.length, header.length)
  begin.set(header, magic.length + 4)
  yield begin
  for (const { size, pieces } of parts) {
    yield* inLarge(pieces())
    yield new Uint8Array((aligned - size % aligned) % aligned)
  }
}

function piecesOf(section: Section, encoder: TextEncoder): Pieces {
  if (typeof section !== 'string' && !(section instanceof Int32Array)) return section
  const bytes = typeof section === 'string' ? encoder.encode(section) : new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
  return { size: bytes.length, pieces: () => [bytes] }
}

const large = 1 << 20

/** Small pieces are put together first: a file is not written line by line. */
function* inLarge(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let room = new Uint8Array(0)
  let used = 0
  for (const piece of pieces) {
    if (used + piece.length > room.length) {
      if (used > 0) yield room.subarray(0, used)
      ;[room, used] = [new Uint8Array(piece.length < large ? large : 0), 0]
    }
    if (piece.length >= large) yield piece
    else {
      room.set(piece, used)
      used += piece.length
    }
  }
  if (used > 0) yield room.subarray(0, used)
}

/** Null when these bytes are no index, or not a whole one. */
export function unpackedSections(bytes: Uint8Array): Loaded | null {
  const decoder = new TextDecoder()
  if (bytes.length < magic.length + 4 || decoder.decode(bytes.subarray(0, magic.length)) !== magic) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length)
  const header = headerOf(decoder.decode(bytes.subarray(magic.length + 4, magic.length + 4 + length)))
  if (!header) return null
  const { about, table } = header
  const begins = Math.ceil((magic.length + 4 + length) / aligned) * aligned
  const places = new Map(table.map(([name, , from, size]) => [name, { from: begins + from, size }]))
  if ([...places.values()].some(({ from, size }) => from + size > bytes.length)) return null
  const bytesOf = (name: string): Uint8Array => {
    const place = places.get(name)
    return place ? bytes.subarray(place.from, place.from + place.size) : new Uint8Array(0)
  }
  return {
    about,
    bytes: bytesOf,
    lines: name => linesOf(bytesOf(name)),
    numbers: name => {
      const section = bytesOf(name)
      const whole = section.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? section : new Uint8Array(section)
      return new Int32Array(whole.buffer, whole.byteOffset, whole.length / Int32Array.BYTES_PER_ELEMENT)
    },
  }
}

type Header = { about: About; table: [name: string, numbers: boolean, from: number, size: number][] }

function headerOf(text: string): Header | null {
  try { return JSON.parse(text) as Header } catch { return null }
}

const newLine = 10
const atOnce = 500_000

/** A part at a time, so that the whole is never in memory as text. */
function* linesOf(bytes: Uint8Array): Generator<string[]> {
  const decoder = new TextDecoder()
  for (let from = 0; from < bytes.length;) {
    const end = from + atOnce < bytes.length ? bytes.indexOf(newLine, from + atOnce) : -1
    const to = end < 0 ? bytes.length : end
    yield decoder.decode(bytes.subarray(from, to)).split('\n')
    from = to + 1
  }
}
