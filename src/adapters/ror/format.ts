// The bytes in which ROR is published become records: the zip that it comes in, JSON, newline-delimited JSON, gzip of either.
// Streaming: the whole register is never in memory at once.
import { open, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'
import { Refused } from '#platform/refusals.ts'
import { type Piece, Splitter } from './split.ts'

/** A register of ten times today's size still fits; beyond it, something else was given. */
const limits = { inflatedBytes: 4_000_000_000, recordBytes: 5_000_000, ratio: 200, zipEntries: 200 }

export type Part = { pieces: Piece[]; share: number }

/** Reads a file; `share` is how much of its bytes has gone by. Throws a refusal when it holds no register. */
export async function* partsOf(path: string): AsyncGenerator<Part> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => { throw new Refused('ror.no-such-file', { path, code: error.code ?? '' }, 422) })
  try {
    const { size } = await file.stat()
    const { stream, share } = await streamOf(file, size)
    const splitter = new Splitter(limits.recordBytes)
    let inflated = 0
    for await (const chunk of whole(stream)) {
      inflated += chunk.length
      if (inflated > limits.inflatedBytes) throw new Refused('ror.too-large', {}, 422)
      const pieces = splitter.take(chunk)
      if (pieces.length > 0) yield { pieces, share: Math.min(1, share()) }
    }
    yield { pieces: splitter.end(), share: 1 }
  } finally { await file.close().catch(() => {}) }
}

type Opened = { stream: Readable; share: () => number }

async function streamOf(file: FileHandle, size: number): Promise<Opened> {
  const start = Buffer.alloc(4)
  await file.read(start, 0, 4, 0)
  if (start.readUInt16BE(0) === 0x504b) return zipped(file)
  let passed = 0
  const raw = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 })
  raw.on('data', (chunk) => { passed += chunk.length })
  raw.pause()
  if (start.readUInt16BE(0) !== 0x1f8b) return { stream: raw, share: () => passed / size }
  const plain = createGunzip()
  raw.on('error', (error) => plain.destroy(error))
  return { stream: raw.pipe(plain), share: () => passed / size }
}

/** The dump holds the register as JSON beside the same as CSV, in both schemas in older releases: the JSON of schema v2 is wanted. */
async function zipped(file: FileHandle): Promise<Opened> {
  const zip = await fromFdPromise(file.fd, { autoClose: false }).catch(() => { throw damaged() })
  const entry = await wanted(zip)
  const stream = await zip.openReadStreamPromise(entry).catch(() => { throw damaged() })
  let passed = 0
  stream.on('data', (chunk: Buffer) => { passed += chunk.length })
  stream.pause()
  return { stream, share: () => passed / Math.max(1, entry.uncompressedSize) }
}

async function wanted(zip: ZipFile): Promise<Entry> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.zipEntries) throw new Refused('ror.too-large', {}, 422)
    if (/\.(json|jsonl|ndjson)$/i.test(entry.fileName) && !entry.fileName.startsWith('__MACOSX')) entries.push(entry)
  }
  const best = entries.toSorted((a, b) => Number(/v2/i.test(b.fileName)) - Number(/v2/i.test(a.fileName)) || b.uncompressedSize - a.uncompressedSize)[0]
  if (!best) throw new Refused('ror.no-register-inside', {}, 422)
  if (best.isEncrypted()) throw new Refused('ror.password-protected', {}, 422)
  if (best.uncompressedSize > limits.inflatedBytes || best.uncompressedSize > best.compressedSize * limits.ratio) throw new Refused('ror.too-large', {}, 422)
  return best
}

/** Whatever zlib or the zip library says of broken bytes, the person is told that the file is damaged. */
async function* whole(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch { throw damaged() }
}
const damaged = () => new Refused('ror.damaged', {}, 422)
