// Opens the package that an office file is. What is inside is judged from its table of contents, before one byte of it is inflated.
import type { Readable } from 'node:stream'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { Refused } from '../refusals.ts'

/** What an adapter takes, and how it refuses the rest. */
export interface PackageRules { limits: PackageLimits; refusal(key: 'damaged' | 'zip-bomb' | 'password-protected'): Refused }
export interface PackageLimits {
  zipEntries: number
  inflatedBytes: number
  /** Deflate reaches about 1000:1 on nothing but repetition; a real part stays below 50:1. */
  inflationRatio: number
  /** Small parts may be compressed as well as they like. */
  ratioMattersFromBytes: number
}

export interface Package {
  rules: PackageRules
  names: string[]
  has(name: string): boolean
  open(name: string): Promise<Readable>
}

export async function openPackage(bytes: Uint8Array, rules: PackageRules): Promise<Package> {
  const zip = await intact(rules, () => fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  const entries = await contents(zip, rules)
  return {
    rules,
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    open: (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw rules.refusal('damaged')
      return intact(rules, () => zip.openReadStreamPromise(entry))
    },
  }
}

/** Overlapping entries count each time, so a bomb made of one body under many names is caught by the sum. yauzl holds each entry to its size. */
async function contents(zip: ZipFile, rules: PackageRules): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let inflated = 0
  await intact(rules, async () => {
    for await (const entry of zip.eachEntry()) {
      inflated += entry.uncompressedSize
      if (entries.size >= rules.limits.zipEntries || inflated > rules.limits.inflatedBytes || swells(entry, rules.limits)) throw rules.refusal('zip-bomb')
      if (entry.isEncrypted()) throw rules.refusal('password-protected')
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  })
  return entries
}

const swells = (entry: Entry, limits: PackageLimits): boolean =>
  entry.uncompressedSize > limits.ratioMattersFromBytes && entry.uncompressedSize > entry.compressedSize * limits.inflationRatio

/** Whatever a zip library says of a broken file, the person is told that the file is damaged. */
export async function intact<T>(rules: PackageRules, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'Refused') throw error
    throw rules.refusal('damaged')
  }
}
