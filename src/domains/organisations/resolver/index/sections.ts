// A built index as bytes: named sections behind a header. What is read are views into the bytes, which stay as they were read: nothing is twice in memory.
export type Section = string | Int32Array
export type Sections = Record<string, Section>
/** `of` names the database that it was built from. */
export type About = { version: string; builtAt: string; of: string }

export type Loaded = { about: About; bytes: (name: string) => Uint8Array; lines: (name: string) => Iterable<string[]>; numbers: (name: string) => Int32Array }

const magic = 'PAMIRIDX'
const aligned = 8

export function packed(about: About, sections: Sections): Uint8Array {
  const encoder = new TextEncoder()
  const parts = Object.entries(sections).map(([name, section]) => {
    const bytes = typeof section === 'string' ? encoder.encode(section) : new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
    return { name, numbers: typeof section !== 'string', bytes }
  })
  let at = 0
  const table = parts.map(({ name, numbers, bytes }) => {
    const from = at
    at += Math.ceil(bytes.length / aligned) * aligned
    return [name, numbers, from, bytes.length] as const
  })
  const header = encoder.encode(JSON.stringify({ about, table }))
  const begins = Math.ceil((magic.length + 4 + header.length) / aligned) * aligned
  const whole = new Uint8Array(begins + at)
  whole.set(encoder.encode(magic))
  new DataView(whole.buffer).setUint32(magic.length, header.length)
  whole.set(header, magic.length + 4)
  parts.forEach(({ bytes }, place) => whole.set(bytes, begins + (table[place]?.[2] ?? 0)))
  return whole
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
