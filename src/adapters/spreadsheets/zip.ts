// Opens a workbook's package. What is inside is judged from its table of contents, before one byte of it is inflated.
import type { Readable } from 'node:stream'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'
import { refusal } from './refuse.ts'

export interface Package {
  names: string[]
  has(name: string): boolean
  open(name: string): Promise<Readable>
}

export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await intact(() => fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  const entries = await contents(zip)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    open: (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw refusal('damaged')
      return intact(() => zip.openReadStreamPromise(entry))
    },
  }
}

/** Overlapping entries count each time, so a bomb made of one body under many names is caught by the sum. yauzl holds each entry to its size. */
async function contents(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let inflated = 0
  await intact(async () => {
    for await (const entry of zip.eachEntry()) {
      inflated += entry.uncompressedSize
      if (entries.size >= limits.zipEntries || inflated > limits.inflatedBytes || swells(entry)) throw refusal('zip-bomb')
      if (entry.isEncrypted()) throw refusal('password-protected')
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  })
  return entries
}

const swells = (entry: Entry): boolean =>
  entry.uncompressedSize > limits.ratioMattersFromBytes && entry.uncompressedSize > entry.compressedSize * limits.inflationRatio

/** Whatever a zip library says of a broken file, the person is told that the file is damaged. */
export async function intact<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'Refused') throw error
    throw refusal('damaged')
  }
}
