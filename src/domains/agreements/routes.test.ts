// Agreements by way of their doors: the happy path as a story, and for each deed three refusals.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person, world } from '#test/world.ts'
import { uploadsApi } from '#platform/uploads/api.ts'
import { uploadRoutes } from '#platform/uploads/routes.ts'
import { record } from '#platform/audit/journal.ts'
import { newId } from '#platform/kinds.ts'
import { agreementsApi as api } from './api.ts'
import { agreementRoutes } from './routes.ts'
import { putOrganisation } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof world>>
const [sargodha, zaozhuang, lanzhou] = [newId(), newId(), newId()]
const director = person('Ayesha', { role: 'director', at: sargodha, country: 'PK' })
const partner = person('Wang', { role: 'director', at: zaozhuang, country: 'CN' })
const elsewhere = person('Li', { role: 'director', at: lanzhou, country: 'CN' })
const teacher = person('Bilal', { role: 'faculty', at: sargodha, country: 'PK' })

beforeAll(async () => {
  here = await world([...uploadRoutes(25_000_000), ...agreementRoutes(async () => new Uint8Array([1]))])
  await putOrganisation(here.db, { id: sargodha, name: 'University of Sargodha', country: 'PK', city: 'Sargodha' })
  await putOrganisation(here.db, { id: zaozhuang, name: 'Zaozhuang University', nameZh: '枣庄学院', country: 'CN', city: 'Zaozhuang' })
  await putOrganisation(here.db, { id: lanzhou, name: 'Lanzhou University', nameZh: '兰州大学', country: 'CN', city: 'Lanzhou' })
})
afterAll(() => here.close())

const draft = (more = {}) => ({
  kind: 'memorandum' as const, title: 'Joint battery research', signedOn: '2024-05-02', signedPrecision: 'day' as const, termKind: 'fixed' as const, termYears: 5,
  parties: [{ organisationId: sargodha }, { organisationId: zaozhuang, unit: 'School of Chemistry' }], ...more,
})
const recorded = async (more = {}) => {
  here.as(director)
  const { answer, status } = await here.ask(api.record, { body: draft(more) })
  expect([status, answer.error]).toEqual([200, undefined])
  return answer
}

test('an agreement is recorded, found, revised, ended, removed and brought back', async () => {
  const one = await recorded()
  expect(one.standing).toMatchObject({ state: 'in-force', since: '2024-05-02', until: '2029-05-01', because: { key: 'agreements.because.counted' } })
  here.as(partner)
  const params = { id: one.id }
  expect((await here.ask(api.list, { query: { text: '枣庄' } })).answer.rows.map(({ id }) => id)).toEqual([one.id])
  expect((await here.ask(api.list, { query: { text: 'batery' } })).answer.rows.map(({ id }) => id)).toEqual([one.id])
  const revised = await here.ask(api.revise, { params, body: { ...draft({ title: 'Joint Lithium Battery Research Centre' }), seen: one.changedAt } })
  expect(revised.answer.title).toBe('Joint Lithium Battery Research Centre')
  expect((await here.ask(api.end, { params, body: { endedOn: '2026-01-01', because: 'Both sides agreed' } })).answer.standing.state).toBe('ended')
  expect((await here.ask(api.takeBackEnd, { params })).answer.standing.state).toBe('in-force')
  expect((await here.ask(api.remove, { params })).status).toBe(200)
  expect((await here.ask(api.read, { params })).status).toBe(404)
  expect((await here.ask(api.restore, { params })).answer.title).toBe('Joint Lithium Battery Research Centre')
  expect((await here.ask(api.history, { params })).answer.map(({ what }) => what)).toEqual([
    'agreement.restored', 'agreement.removed', 'agreement.end-taken-back', 'agreement.ended', 'agreement.revised', 'agreement.recorded'])
})

test('three refusals for each deed: nobody, the wrong office, the wrong moment', async () => {
  const one = await recorded({ title: 'Refusals' })
  const params = { id: one.id }
  const revision = { ...draft(), seen: one.changedAt }
  const ending = { endedOn: '2026-01-01', because: 'No activity' }
  const deeds = {
    record: () => here.ask(api.record, { body: draft() }),
    revise: () => here.ask(api.revise, { params, body: revision }),
    end: () => here.ask(api.end, { params, body: ending }),
    takeBackEnd: () => here.ask(api.takeBackEnd, { params }),
    remove: () => here.ask(api.remove, { params }),
    attach: () => here.ask(api.attach, { params, file: pdf() }),
    keepUpload: () => here.ask(api.keepUpload, { params, body: { upload: newId() } }),
    restore: () => here.ask(api.restore, { params }),
  }
  for (const [name, deed] of Object.entries(deeds)) {
    here.as(undefined)
    expect([name, (await deed()).status]).toEqual([name, 401])
    here.as(elsewhere)
    expect([name, (await deed()).status]).toEqual([name, name === 'record' ? 409 : 404])
    here.as(teacher)
    expect([name, (await deed()).answer.error]).toEqual([name, 'agreements.only-a-record-keeper'])
  }
  here.as(director)
  expect((await deeds.takeBackEnd()).answer.error).toBe('agreements.has-not-ended')
  expect((await deeds.restore()).answer.error).toBe('agreements.not-removed')
  expect((await here.ask(api.end, { params, body: { ...ending, endedOn: '2023-01-01' } })).answer.error).toBe('agreements.ends-before-it-starts')
  expect((await here.ask(api.end, { params, body: { ...ending, endedOn: '2031-01-01' } })).answer.error).toBe('agreements.had-lapsed-by-then')
  await deeds.end()
  expect((await deeds.end()).answer.error).toBe('agreements.has-ended-already')
  await deeds.remove()
  expect((await deeds.revise()).status).toBe(404)
})

test('of two who revise at once the second is told', async () => {
  const one = await recorded({ title: 'Two hands' })
  const revise = (title: string) => here.ask(api.revise, { params: { id: one.id }, body: { ...draft({ title }), seen: one.changedAt } })
  here.at('2026-03-02T09:00:01.000Z')
  expect((await revise('First hand')).status).toBe(200)
  expect((await revise('Second hand')).answer).toMatchObject({ error: 'agreements.changed-meanwhile' })
  here.as(partner)
  const body = { ...draft({ parties: [{ organisationId: lanzhou }, { organisationId: sargodha }] }), seen: '2026-03-02T09:00:01.000Z' }
  expect((await here.ask(api.revise, { params: { id: one.id }, body })).answer.error).toBe('agreements.would-lose-hold')
})

test('what is filled in wrongly is turned back, field by field', async () => {
  here.as(director)
  const wrong = async (more: object) => (await here.ask(api.record, { body: draft(more) })).answer.fields
  expect(await wrong({ parties: [{ organisationId: sargodha }, { organisationId: zaozhuang, role: 'witness' }] })).toEqual({ parties: ['agreements.two-parties'] })
  expect(await wrong({ termYears: null })).toEqual({ termYears: ['agreements.years-missing'] })
  expect(await wrong({ termKind: 'until', termUntil: '2020-01-01', untilPrecision: 'day' })).toEqual({ termUntil: ['agreements.ends-before-it-starts'] })
  expect(await wrong({ signedPrecision: null })).toEqual({ signedOn: ['agreements.precision-missing'] })
  expect(await wrong({ fields: ['0999'] })).toEqual({ 'fields.0': ['agreements.field-unknown'] })
  expect((await here.ask(api.record, { body: draft({ parentId: newId() }) })).answer.error).toBe('agreements.parent-unknown')
})

test('a scan is attached, opened by the other side, and removed; another agreement does not open it', async () => {
  const [one, other] = [await recorded({ title: 'With a scan' }), await recorded({ title: 'Without' })]
  const [file] = (await here.ask(api.attach, { params: { id: one.id }, file: pdf() })).answer.files
  here.as(partner)
  const opened = await here.ask(api.openFile, { params: { id: one.id, fileId: file!.id } })
  expect([opened.status, opened.bytes.subarray(0, 4).toString()]).toEqual([200, '%PDF'])
  expect((await here.ask(api.openFile, { params: { id: other.id, fileId: file!.id } })).status).toBe(404)
  expect((await here.ask(api.removeFile, { params: { id: other.id, fileId: file!.id } })).status).toBe(404)
  here.as(elsewhere)
  expect((await here.ask(api.openFile, { params: { id: one.id, fileId: file!.id } })).status).toBe(404)
  here.as(director)
  expect((await here.ask(api.removeFile, { params: { id: one.id, fileId: file!.id } })).answer.files).toEqual([])
  expect((await here.ask(api.attach, { params: { id: one.id }, file: new Blob(['<script>']) })).status).toBe(415)
})

test('a scan comes piece by piece over a weak line: kept once whole, and once only, by who began it', async () => {
  const one = await recorded({ title: 'With a scan in pieces' })
  const [upload, bytes] = [newId(), Buffer.from('%PDF-1.7 a scan in two pieces')]
  const keep = () => here.ask(api.keepUpload, { params: { id: one.id }, body: { upload } })
  const piece = (from: number, to: number) => here.ask(uploadsApi.piece, { params: { id: upload }, query: { offset: from }, file: new Blob([Uint8Array.from(bytes.subarray(from, to))]) })
  await here.ask(uploadsApi.begin, { body: { id: upload, name: 'signed page.pdf', size: bytes.length } })
  await piece(0, 10)
  expect((await keep()).answer.error).toBe('uploads.not-whole')
  await piece(10, bytes.length)
  here.as(partner)
  expect((await keep()).status, 'the upload of another').toBe(404)
  here.as(director)
  const { files } = (await keep()).answer
  expect(files.map(({ name, size }) => [name, size])).toEqual([['signed page.pdf', bytes.length]])
  expect((await keep()).answer.files).toEqual(files)
  expect((await here.ask(api.openFile, { params: { id: one.id, fileId: files[0]!.id } })).bytes.equals(bytes)).toBe(true)
})

const pdf = () => new Blob(['%PDF-1.7 scan'])

test('a history longer than a page is told page by page, to its first line', async () => {
  here.as(director)
  const { id } = await recorded()
  await here.db.transaction().execute(async (db) => { for (let nth = 0; nth < 105; nth++) await record({ db, viewer: director, now: '2026-03-02T09:00:00.000Z' }, { what: 'agreement.revised', about: id, data: { nth } }) })
  const page = async (before?: string) => (await here.ask(api.history, { params: { id }, query: before ? { before } : {} })).answer
  const first = await page()
  const second = await page(first.at(-1)!.id)
  expect([first.length, first[0]!.data['nth'], second.length, second.at(-1)!.what]).toEqual([100, 104, 6, 'agreement.recorded'])
  expect(await page(second.at(-1)!.id)).toEqual([])
})
