// An evidence pack from the asking to the last byte: what it counts, who gets it, and what becomes of it when it is stopped or over.
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { home, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { cancelWork, findWork, perform, takeNext } from '#platform/jobs/work.ts'
import { newId } from '#platform/kinds.ts'
import { reportsApi } from './api.ts'
import { forgetPacks, packWork } from './pack-actions.ts'
import { reportWorkers } from './pack-making.ts'
import { words } from './pdf-tools.test-cases.ts'
import { reportRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: string
const photograph = Buffer.from('%PDF-1.7 a protocol of the seminar')
const worker = reportWorkers(writeWorkbook)[0]!

beforeAll(async () => {
  here = await openAlliance(reportRoutes(home, writeWorkbook))
  const { ayesha, wang } = here.people
  agreement = await here.agreement()
  here.as(ayesha)
  const { commitments } = (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: seminar() })).answer
  const log = async (what: string, onDay: string) => (await here.ask(activitiesApi.log, { body: { id: newId(), what, onDay, sideId: here.places.sargodha, serves: [{ agreementId: agreement, commitmentId: commitments[0]!.id, amount: 1 }] } })).answer
  const first = await log('=HYPERLINK("http://evil.example","Seminar")', '2025-10-02')
  await here.ask(activitiesApi.addEvidence, { params: { id: first.id }, file: new File([photograph], 'protocol.pdf') })
  await log('Second seminar', '2026-02-01')
  await log('Before the period', '2025-04-01')
  here.as(wang)
  await here.ask(confirmationsApi.answer, { params: { id: first.serves[0]!.claim.id }, body: { answer: 'confirmed' } })
})
afterAll(() => here.close())

const asked = async (body: object = {}) => (await here.ask(reportsApi.askForPack, { body })).answer[0]!
async function make(viewer: Viewer) {
  const row = (await takeNext(here.db, [packWork]))!
  await perform(here.db, worker, row, viewer, () => false)
  return findWork(here.db as never, viewer, row.id)
}
const file = (id: string) => here.ask(reportsApi.openPack, { params: { id } })

type Unpacked = Map<string, Buffer>
async function unpacked(bytes: Buffer): Promise<Unpacked> {
  const zip = await fromBufferPromise(bytes)
  const files: Unpacked = new Map()
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}
const inside = (files: Unpacked, ending: string): Buffer => [...files].find(([name]) => name.endsWith(ending))![1]

test('workbook, document and evidence say the same, and what is not confirmed is not called so', async () => {
  here.as(here.people.ayesha)
  const { id } = await asked({ from: '2025-06-01', until: '2026-12-31', organisation: here.places.zaozhuang })
  expect((await file(id)).status).toBe(404)
  expect((await make(here.people.ayesha)).state).toBe('done')
  const [pack] = (await here.ask(reportsApi.packs, {})).answer
  expect(pack!.figures).toMatchObject({ agreements: 1, commitments: 1, claimed: 2, confirmed: 1, open: 1, disputed: 0, files: 1 })
  const folder = await unpacked((await file(id)).bytes)
  const book = new exceljs.Workbook()
  await book.xlsx.load(inside(folder, '.xlsx') as never)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Summary', 'Agreements', 'Commitments', 'Done for commitments', 'Activities by agreement', 'Activities', 'Evidence', 'Sources'])
  const confirmed = book.getWorksheet('Summary')!.getColumn(2).values.find((value) => JSON.stringify(value)?.includes("'Activities'!A2"))
  expect(confirmed).toMatchObject({ result: 2 })
  const text = words(inside(folder, '.pdf'))
  if (text !== undefined) expect(text).toMatch(/Activities claimed in the period\s+2\s+of them confirmed\s+1/)
  const kept = inside(folder, 'protocol.pdf')
  expect(createHash('sha256').update(kept).digest('hex')).toBe(createHash('sha256').update(photograph).digest('hex'))
  expect(book.getWorksheet('Evidence')!.getRow(2).getCell(6).value).toBe(createHash('sha256').update(photograph).digest('hex'))
})

test('what people wrote never runs in the workbook', async () => {
  here.as(here.people.ayesha)
  const { id } = (await here.ask(reportsApi.packs, {})).answer[0]!
  const book = new exceljs.Workbook()
  await book.xlsx.load(inside(await unpacked((await file(id)).bytes), '.xlsx') as never)
  const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flat() as unknown[])
  const formulas = cells.flatMap((cell) => (cell !== null && typeof cell === 'object' && 'formula' in cell ? [String(cell.formula)] : []))
  expect(formulas.length).toBeGreaterThan(4)
  expect(formulas.filter((formula) => !/^HYPERLINK\("#'[^"]*'!A\d+",\d+\)$/.test(formula))).toEqual([])
  expect(cells).toContain('=HYPERLINK("http://evil.example","Seminar")')
})

test('only who asked finds it, and nobody can ask for what they do not see', async () => {
  here.as(here.people.ayesha)
  const { id } = (await here.ask(reportsApi.packs, {})).answer[0]!
  for (const other of [here.people.wang, here.people.li]) {
    here.as(other)
    expect((await file(id)).status).toBe(404)
    expect((await here.ask(reportsApi.deletePack, { params: { id } })).status).toBe(404)
    expect((await here.ask(reportsApi.packs, {})).answer).toEqual([])
  }
  here.as(here.people.li)
  const refused = await here.ask(reportsApi.askForPack, { body: {} })
  expect([refused.status, refused.answer.error]).toEqual([409, 'reports.pack-empty'])
  here.as(here.people.ayesha)
  expect(JSON.stringify((await here.ask(reportsApi.askForPack, { body: { from: '2026-02-01', until: '2026-01-01' } })).answer)).toContain('reports.period-backwards')
})

test('one at a time; stopped it leaves nothing behind, and cut off it is made anew', async () => {
  const { ayesha } = here.people
  here.as(ayesha)
  const { id, workId } = await asked()
  expect((await here.ask(reportsApi.askForPack, { body: {} })).answer.error).toBe('reports.pack-underway')
  const row = (await takeNext(here.db, [packWork]))!
  await here.db.insertInto('evidencePackPart').values({ packId: id, place: 0, bytes: Buffer.from('of a run that was cut off') }).execute()
  await here.db.transaction().execute((tx) => cancelWork(tx, ayesha, workId))
  await perform(here.db, worker, row, ayesha, () => false)
  expect((await findWork(here.db as never, ayesha, workId)).state).toBe('cancelled')
  await forgetPacks({ db: here.db as never, now: '2026-03-02T09:00:00.000Z' })
  expect(await here.db.selectFrom('evidencePackPart').select('place').where('packId', '=', id).execute()).toEqual([])
  expect((await file(id)).status).toBe(404)

  const again = await asked()
  const cut = (await takeNext(here.db, [packWork]))!
  await here.db.insertInto('evidencePackPart').values({ packId: again.id, place: 0, bytes: Buffer.from('half a zip') }).execute()
  await perform(here.db, worker, cut, ayesha, () => true)
  expect((await findWork(here.db as never, ayesha, again.workId)).state).toBe('queued')
  expect((await make(ayesha)).state).toBe('done')
  expect((await file(again.id)).bytes.subarray(0, 2).toString()).toBe('PK')
})

test('after its days it is forgotten', async () => {
  here.as(here.people.ayesha)
  const ready = (await here.ask(reportsApi.packs, {})).answer.filter(({ readyAt }) => readyAt)
  expect(ready.length).toBeGreaterThan(0)
  await forgetPacks({ db: here.db as never, now: new Date(Date.now() + 8 * 86_400_000).toISOString() })
  expect((await here.ask(reportsApi.packs, {})).answer.filter(({ readyAt }) => readyAt)).toEqual([])
  expect((await file(ready[0]!.id)).status).toBe(404)
})

test.each(['zh', 'ru', 'ur'] as const)('in %s', async (locale) => {
  here.as(here.people.wang)
  const { id } = await asked({ locale })
  expect((await make(here.people.wang)).failure).toBe(null)
  expect((await file(id)).status).toBe(200)
})
