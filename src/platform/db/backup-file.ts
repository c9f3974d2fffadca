// The backup's form: gzip over lines. The first says what it is and what it holds; then each table's rows as COPY writes
// them, closed by a line `\.`; then a last line, so that a file that was cut off is not taken for a whole one.
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Facts } from './snapshot.ts'
import { type Content, type Shape, TransferRefused, watched, type Watcher } from './transfer.ts'

export type Header = { form: 'pamir-backup'; edition: 1; madeAt: string; version: string; shape: Shape; facts: Facts }

const end = Buffer.from('\\.\n')
const last = 'whole\n'

/** Written beside its place and then moved there: a backup that was stopped leaves nothing behind. */
export async function writeBackup(file: string, header: Header, content: Content, watcher: Watcher): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    await pipeline(Readable.from(pieces(header, content, watcher), { objectMode: false }), createGzip({ level: 5 }), createWriteStream(unfinished, { mode: 0o600, flush: true }), { signal: watcher.signal })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function* pieces(header: Header, { facts, rowsOf }: Content, watcher: Watcher): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify(header)}\n`)
  for (const table of facts.tables) {
    yield* watched(rowsOf(table), table.table, watcher)
    yield end
  }
  yield Buffer.from(last)
}

/** Opens a backup; its tables are read one after another, in their order. */
export async function readBackup(file: string): Promise<{ header: Header; content: Content; close: () => void }> {
  await (await open(file).catch(() => { throw new TransferRefused(`There is no file ${file}.`) })).close()
  const bytes = createReadStream(file).pipe(createGunzip())
  const lines = new Lines(bytes)
  const header = await headerOf(lines, file)
  const content = { shape: header.shape, facts: header.facts, rowsOf: () => lines.untilEnd() }
  return { header, content, close: () => bytes.destroy() }
}

async function headerOf(lines: Lines, file: string): Promise<Header> {
  const no = (error?: unknown) => new TransferRefused(`${file} is not a backup of Pamir.`, { cause: error })
  const first = await lines.line().catch((error: unknown) => { throw no(error) })
  let header: Header | undefined
  try { header = JSON.parse(first) as Header } catch (error) { throw no(error) }
  if (header.form !== 'pamir-backup') throw no()
  if (header.edition !== 1) throw new TransferRefused(`${file} was made by a newer Pamir.`)
  return header
}

/** Lines from a stream of bytes, without taking more than a piece of it into memory. */
class Lines {
  private rest: Buffer = Buffer.alloc(0)
  private readonly chunks: AsyncIterator<Buffer>
  constructor(bytes: AsyncIterable<Buffer>) {
    this.chunks = bytes[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    for (;;) {
      const at = this.rest.indexOf(10)
      if (at >= 0) return this.take(at + 1).subarray(0, at).toString()
      if (this.rest.length > 50_000_000) throw new Error('no line ends')
      await this.more()
    }
  }

  /** The rows up to the line that closes their table. */
  async *untilEnd(): AsyncGenerator<Buffer> {
    for (;;) {
      const { whole, closed } = this.upToEnd()
      if (whole > 0) yield this.take(whole)
      if (closed) { this.take(end.length); return }
      await this.more()
    }
  }

  private upToEnd(): { whole: number; closed: boolean } {
    let at = 0
    for (let next = this.rest.indexOf(10, at); next !== -1; next = this.rest.indexOf(10, at)) {
      if (next - at === 2 && this.rest[at] === end[0] && this.rest[at + 1] === end[1]) return { whole: at, closed: true }
      at = next + 1
    }
    return { whole: at, closed: false }
  }

  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length)
    this.rest = this.rest.subarray(length)
    return taken
  }

  private async more(): Promise<void> {
    const { value, done } = await this.chunks.next().catch((error: unknown) => { throw new TransferRefused('The backup is damaged: it cannot be unpacked to its end. Nothing was changed.', { cause: error }) })
    if (done) throw new TransferRefused('The backup was cut off: it has no end. Nothing was changed.')
    this.rest = this.rest.length ? Buffer.concat([this.rest, value as Buffer]) : value as Buffer
  }
}
