// Makes a pack: gathers, writes the workbook and the document, and packs both with the evidence. Begun again after a crash it begins anew;
// the memory it takes does not grow with the evidence, since the zip is kept piece by piece.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { writePdf } from '#platform/documents/write-pdf.ts'
import type { Database } from '#platform/db/database.ts'
import { json } from '#platform/db/database.ts'
import { contentOf } from '#platform/files/files.ts'
import type { Bench, Worker } from '#platform/jobs/work.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { packWork } from './pack-actions.ts'
import { type Gathered, gather } from './pack-gathering.ts'
import { listsOf } from './pack-lists.ts'
import { packDays, type PackFigures } from './pack-model.ts'
import { packPaper } from './pack-paper.ts'
import { rowsInVolume, volumesOf } from './pack-volumes.ts'
import { addPart, clearParts, findPack, saidOf } from './pack-store.ts'
import { type Sheets, writePackWorkbook } from './pack-workbook.ts'
import { fileName, speaker } from './saying.ts'

export const reportWorkers = (sheets: Sheets): Worker[] => [{ kind: packWork, run: (bench: Bench<{ packId: Id }>) => makePack(bench, sheets) } as Worker]

export async function makePack({ db, params: { packId }, viewer, now, progress }: Bench<{ packId: Id }>, sheets: Sheets): Promise<PackFigures> {
  const reading = db as never
  const { wanted, readyAt, figures } = await findPack(reading, viewer, packId)
  if (readyAt && figures) return figures
  await clearParts(reading, packId)
  const moment = now()
  const say = speaker(wanted.locale)
  const about = await saidOf(reading, viewer, wanted)
  const pack = await gather({ db: reading, viewer, today: moment.slice(0, 10), progress: (done, total) => progress(Math.round((done / total) * 40), 100, 'reports.work.gathering') }, wanted)
  const files = filesOf(pack)
  const lists = listsOf({ pack, say, about, places: new Map([...files].map(([sha256, { path }]) => [sha256, path])) })
  await progress(40, 100, 'reports.work.workbook')
  const workbook = await writePackWorkbook(lists, say, sheets)
  const title = `${fileName(say.text('reports.pack.title'))} ${moment.slice(0, 10)}`
  const volumes = volumesOf(lists, rowsInVolume(wanted.locale))
  const parts = [
    { path: `${title}.xlsx`, compress: false, said: 'reports.work.document', make: async () => workbook },
    ...volumes.all.map((volume): Part => ({
      path: volumes.all.length > 1 ? `${title} ${volume.number}.pdf` : `${title}.pdf`, compress: false, said: 'reports.work.document',
      make: async () => (await writePdf(packPaper(volume, volumes, say, { about, now: moment, today: moment.slice(0, 10) }), 600)).bytes,
    })),
    ...[...files].map(([sha256, { path, name, type }]): Part => ({ path, compress: false, said: 'reports.work.evidence', make: () => checked(db, { sha256, name, type }) })),
  ]
  const size = await keep(db, packId, zipOf(parts, moment, (done) => progress(50 + Math.floor((done / parts.length) * 49), 100, parts[done]!.said)))
  await db.updateTable('evidencePack').set({ size, fileName: `${title}.zip`, figures: json(pack.figures) as never, readyAt: moment, expiresAt: later(moment, packDays) }).where('id', '=', packId).execute()
  await progress(100, 100, 'reports.work.evidence')
  return pack.figures
}

type Kept = { path: string; name: string; type: string; size: number }

/** What stands as evidence of the period, the same content once, each activity in a folder of its own. */
function filesOf({ activities }: Gathered): Map<string, Kept> {
  const files = new Map<string, Kept>()
  for (const { no, onDay, evidence, within } of activities) {
    for (const { sha256, withdrawnAt, title, type, size } of within ? evidence : []) {
      if (!sha256 || withdrawnAt || files.has(sha256)) continue
      files.set(sha256, { path: `evidence/${no} ${onDay}/${sha256.slice(0, 8)} ${fileName(title)}`, name: title, type: type ?? 'application/octet-stream', size: size ?? 0 })
    }
  }
  return files
}

/** What lies in the zip, made when its turn comes, so that no two parts are held at once. */
type Part = { path: string; compress: boolean; said: string; make: () => Promise<Uint8Array> }

function zipOf(parts: readonly Part[], now: Instant, begun: (done: number) => Promise<void>): NodeJS.ReadableStream {
  const zip = new ZipFile()
  const mtime = new Date(now)
  for (const [place, { path, compress, make }] of parts.entries()) {
    zip.addReadStreamLazy(path, { mtime, compress }, (give) => void begun(place).then(make)
      .then((bytes) => give(null, Readable.from([Buffer.from(bytes)])), (error: unknown) => { zip.emit('error', error); give(error as Error, Readable.from([])) }))
  }
  zip.on('error', (error) => (zip.outputStream as unknown as Readable).destroy(error as Error))
  zip.end()
  return zip.outputStream
}

/** Evidence that is not what its hash says is never handed out. */
async function checked(db: Database, file: { sha256: string; name: string; type: string }): Promise<Buffer> {
  const bytes = Buffer.from((await contentOf(db as never, file)).body as Uint8Array)
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Error(`${file.sha256} is not what is kept under it`)
  return bytes
}

const pieceSize = 1_048_576
async function keep(db: Database, packId: Id, zip: NodeJS.ReadableStream): Promise<number> {
  let [size, place, waiting] = [0, 0, [] as Buffer[]]
  const flush = async () => {
    await addPart(db as never, packId, place++, Buffer.concat(waiting))
    waiting = []
  }
  for await (const chunk of zip) {
    waiting.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (waiting.reduce((sum, { length }) => sum + length, 0) >= pieceSize) await flush()
  }
  if (waiting.length > 0) await flush()
  return size
}

const later = (now: Instant, days: number): Instant => new Date(Date.parse(now) + days * 86_400_000).toISOString()
