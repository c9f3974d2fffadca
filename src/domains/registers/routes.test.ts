// A director brings the register in: it is read, corrected, imported, brought again, given back; on real SQL with the real resolver.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { textsOf } from '#adapters/spreadsheets/table.ts'
import { workbookOf } from '#adapters/spreadsheets/workbook.fixture.ts'
import { askFor, cancelWork, performAsked } from '#platform/jobs/work.ts'
import { person } from '#test/world.ts'
import { registersApi } from './api.ts'
import { addAgreements } from '#domains/agreements/actions.ts'
import { csv, registerHouse, rows } from './story.test-cases.ts'

let here: Awaited<ReturnType<typeof registerHouse>>
beforeAll(async () => { here = await registerHouse() })
afterAll(() => here.close())
beforeEach(() => here.as(here.director))
const agreements = () => here.db.selectFrom('agreement').selectAll().where('removedAt', 'is', null).orderBy('signedOn').execute()

test('the whole job, from the file to the register given back', async () => {
  const run = await here.bring(csv())
  expect(run).toMatchObject({ state: 'review', rows: 6, ownerName: 'University of Sargodha' })
  expect(run.columns.map(({ role }) => role)).toEqual(['partner', 'signed', 'term'])
  const read = await here.rowsOf(run.id)
  expect(read.map(({ signedOn }) => signedOn)).toEqual([
    { value: '2018-09-17', precision: 'day' }, { value: '2019-07-07', precision: 'day' }, { value: '2019-09-07', precision: 'day' },
    { value: '2025-07-25', precision: 'day' }, null, { value: '2024', precision: 'year' },
  ])
  expect(read.map(({ term }) => [term.kind, term.years])).toEqual([['fixed', 5], ['fixed', 3], ['fixed', 3], ['auto-renew', 5], ['until-ended', null], ['not-stated', null]])
  expect(read.map(({ state }) => state)).toEqual(['lapsed', 'lapsed', 'lapsed', 'in-force', 'in-force', 'unclear'])
  expect(read[1]!.duplicates.map(({ row }) => row)).toEqual([4])
  expect(read[4]!.problems.map(({ key }) => key)).toContain('registers.problems.date-impossible')
  expect(read[3]!.parties.map(({ owner }) => owner)).toEqual([false, true])
  expect(read[0]!.parties[0]).toMatchObject({ organisation: { name: 'University of Canberra' }, decision: 'matched' })
  expect(read[5]!.parties[0]).toMatchObject({ decision: 'offered' })
  expect(await agreements()).toHaveLength(0)

  const imported = await here.importIt(run.id)
  expect(imported.state).toBe('imported')
  const told = await here.ask(registersApi.workbook, { params: { id: run.id } })
  const rowsTold = await here.spreadsheets.readTable(told.bytes, 'report.xlsx', {})
  expect([rowsTold.sheets.length, rowsTold.rows.length]).toEqual([2, 6])
  const kept = await agreements()
  expect(kept.map(({ signedOn, signedPrecision }) => [signedOn, signedPrecision])).toEqual([
    ['2018-09-17', 'day'], ['2019-07-07', 'day'], ['2019-09-07', 'day'], ['2024-01-01', 'year'], ['2025-07-25', 'day'], [null, null],
  ])
  const entry = await here.ask(registersApi.entry, { params: { id: kept[0]!.id } })
  expect(entry.answer).toMatchObject({ row: 2, cells: ['Univeristy of Canberra, Australia (ACIAR funded project)', '17-09-2018', '5 Years'], fileName: 'register.csv' })
  const provisional = await here.db.selectFrom('organisation').select('name').where('provisional', '=', true).execute()
  expect(provisional).toEqual([{ name: 'NUST' }])

  const again = await here.bring(csv())
  expect(again.summary?.changes).toEqual({ new: 0, same: 6, changed: 0, gone: 0 })
  await here.importIt(again.id)
  expect((await agreements()).map(({ changedAt }) => changedAt)).toEqual(kept.map(({ changedAt }) => changedAt))

  const corrected = await here.bring(csv(rows.map((line) => line.replace('31-02-2019', '28-02-2019')), 'register corrected.csv'))
  expect(corrected.summary?.changes).toEqual({ new: 0, same: 5, changed: 1, gone: 0 })
  expect((await here.rowsOf(corrected.id))[4]!.differences).toEqual([{ column: 'Date of signing', before: '31-02-2019', after: '28-02-2019' }])
  await here.importIt(corrected.id)
  const after = await agreements()
  expect(after.filter(({ changedAt }) => !kept.some((before) => before.changedAt === changedAt)).map(({ signedOn }) => signedOn)).toEqual(['2019-02-28'])
  expect(after.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort())

  const book = await here.ask(registersApi.register, { params: { id: here.sargodha } })
  const table = await here.spreadsheets.readTable(book.bytes, 'back.xlsx', {})
  expect(table.header).toEqual(['Partner', 'Date of signing', 'Duration', 'Pamir id', 'ROR', 'Pamir organisation', 'Pamir state', 'Pamir problems'])
  expect(textsOf(table.rows[0]!).slice(0, 5)).toEqual(['Univeristy of Canberra, Australia (ACIAR funded project)', '17-09-2018', '5 Years', kept[0]!.id, '04s1nv328'])
  const back = await here.bring(new File([new Uint8Array(book.bytes)], 'back.xlsx'))
  expect(back.summary?.changes).toEqual({ new: 0, same: 6, changed: 0, gone: 0 })

  // One that was recorded by hand has none, which is no fault: its page asks for each.
  await here.db.deleteFrom('registerEntry').where('agreementId', '=', kept[0]!.id).execute()
  const unrecorded = await here.ask(registersApi.entry, { params: { id: kept[0]!.id } })
  expect([unrecorded.status, unrecorded.answer]).toEqual([200, null])
})

test('an agreement that was recorded here goes out with the register and comes back as itself', async () => {
  const [byHand] = await here.db.transaction().execute((db) => addAgreements({ db, viewer: here.director, now: '2026-03-02T00:00:00.000Z' }, [
    { kind: 'memorandum', title: 'By hand', signedOn: '2025-03-01', signedPrecision: 'day', parties: [{ organisationId: here.sargodha }, { organisationId: here.canberra }] }]))
  const before = (await agreements()).map(({ id }) => id).toSorted()
  const whole = await here.ask(registersApi.register, { params: { id: here.sargodha } })
  const returned = await here.bring(new File([new Uint8Array(whole.bytes)], 'whole.xlsx'))
  expect(returned.summary?.changes).toEqual({ new: 0, same: before.length, changed: 0, gone: 0 })
  await here.importIt(returned.id)
  expect((await agreements()).map(({ id }) => id).toSorted()).toEqual(before)

  // Somebody corrects its day in the workbook: only that changes, and who signs stays.
  await here.db.updateTable('agreementParty').set({ signatory: 'Dr. Vice Chancellor' }).where('agreementId', '=', byHand!).where('organisationId', '=', here.canberra).execute()
  const table = await here.spreadsheets.readTable(whole.bytes, 'whole.xlsx', {})
  const written = table.rows.map((row) => textsOf(row)).map((cells) => (cells.includes(byHand!) ? cells.map((cell) => (cell === '2025-03-01' ? '2025-03-15' : cell)) : cells))
  const edited = await here.bring(csv([table.header, ...written].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')), 'edited.csv'))
  expect(edited.summary?.changes).toEqual({ new: 0, same: before.length - 1, changed: 1, gone: 0 })
  await here.importIt(edited.id)
  const after = (await agreements()).find(({ id }) => id === byHand)!
  expect([after.signedOn, after.title, after.kind]).toEqual(['2025-03-15', 'By hand', 'memorandum'])
  const parties = await here.db.selectFrom('agreementParty').select(['organisationId', 'signatory']).where('agreementId', '=', byHand!).orderBy('place').execute()
  expect(parties).toEqual([{ organisationId: here.sargodha, signatory: null }, { organisationId: here.canberra, signatory: 'Dr. Vice Chancellor' }])
  expect((await agreements()).map(({ id }) => id).toSorted()).toEqual(before)
  await here.db.updateTable('agreement').set({ removedAt: '2026-03-02T00:00:00.000Z' }).where('id', '=', byHand!).execute()
})

test('a decision is taken back whole, and every figure leads to exactly its rows', async () => {
  const run = await here.bring(csv(['Partner,Country,Date', 'NUST,,2017', 'NUST,,2018', 'Kabul University,Afghanistan,31-02-2019'], 'figures.csv'))
  const [first] = await here.rowsOf(run.id)
  const asked = { params: { id: run.id } }
  const tally = await here.ask(registersApi.tally, asked)
  expect(tally.answer.shows).toMatchObject({ all: 3, needs: 2, problems: 1 })
  expect(tally.answer.offers.at(-1)!.parties).toBe(2)
  expect((await here.ask(registersApi.alike, { ...asked, query: { row: first!.row, place: 0 } })).answer).toEqual([first!.row, first!.row + 1])
  const said = await here.ask(registersApi.accept, { ...asked, body: { above: 0 } })
  expect([said.answer.rows, said.answer.run.needs]).toEqual([2, 0])
  const back = await here.ask(registersApi.putBack, { ...asked, body: { rows: said.answer.before } })
  expect(back.answer.run.needs).toBe(2)
  expect((await here.rowsOf(run.id)).map(({ decided }) => decided.parties)).toEqual([{}, {}, {}])
  const { answer: { of } } = await here.ask(registersApi.figures, asked)
  expect(of.countries).toContainEqual({ value: 'AF', rows: 1 })
  for (const [figure, values] of Object.entries(of)) {
    for (const { value, rows } of values) {
      const behind = await here.ask(registersApi.rows, { ...asked, query: { figure: figure as 'years', value } })
      expect([figure, value, behind.answer.total]).toEqual([figure, value, rows])
    }
  }
})

test('a total below the table is shown, counted nowhere, and not imported; what the country contradicts is not accepted by its name alone', async () => {
  const run = await here.bring(csv(['S.No,Partner,Country,Date', '1,Kabul University,Afghanistan,2017', '2,Kabul University,Japan,2018', 'Total: 2,,,'], 'total.csv'))
  expect(run.summary).toMatchObject({ rows: 2, undated: [], changes: { new: 2 } })
  const [, contradicted, total] = await here.rowsOf(run.id)
  expect(total).toMatchObject({ skip: 'footer', decided: { skip: true }, problems: [{ key: 'registers.problems.footer' }] })
  expect(contradicted!.parties[0]).toMatchObject({ decision: 'offered', confidence: 0.6 })
  expect((await here.ask(registersApi.accept, { params: { id: run.id }, body: { above: 0.9 } })).answer.rows).toBe(0)
  const before = (await agreements()).length
  await here.importIt(run.id)
  expect((await agreements()).length - before).toBe(2)
})

test('a person corrects one and all alike, accepts above a confidence, and leaves a row out', async () => {
  const run = await here.bring(csv(['Partner,Year', 'Kabul Univ.,2017', 'NUST,2017', 'NUST,2018', 'Somewhere College,2019'], 'other.csv'))
  const [, nust] = await here.rowsOf(run.id)
  expect(nust!.needs).toBe(true)
  const one = await here.ask(registersApi.correct, { params: { id: run.id }, body: { row: nust!.row, place: 0, choice: { is: 'organisation', id: here.kabul }, alike: true } })
  expect([one.answer.rows, one.answer.run.needs]).toEqual([2, run.needs - 2])
  const out = await here.ask(registersApi.change, { params: { id: run.id }, body: { row: 5, skip: true } })
  expect(out.status).toBe(200)
  const accepted = await here.ask(registersApi.accept, { params: { id: run.id }, body: { above: 0.1 } })
  expect(accepted.answer.run.needs).toBe(0)
  const before = (await agreements()).length
  await here.importIt(run.id)
  expect((await agreements()).length - before).toBe(3)
  const said = await here.db.selectFrom('organisationCorrection').select(['text', 'organisationId']).execute()
  expect(said).toContainEqual({ text: 'NUST', organisationId: here.kabul })
})

test('where no column of partners is recognised, a person says which it is', async () => {
  const none = await here.bring(csv(['a,b,c', '1,2,5', '3,4,6'], 'unsaid.csv'))
  expect([none.state, none.columns.length]).toEqual(['failed', 3])
  await here.ask(registersApi.remap, { params: { id: none.id }, body: { columns: [{ column: 0, role: 'partner' }] } })
  expect(await here.settled(none.id)).toMatchObject({ state: 'review', rows: 3 })
})

test('columns can be said otherwise, and the next file of the shape is read so', async () => {
  const file = ['Who,Whatever,When', 'Kabul University,Lanzhou University,2011', 'University of Canberra,Kabul University,2012']
  const run = await here.bring(csv(file, 'odd.csv'))
  await here.ask(registersApi.remap, { params: { id: run.id }, body: { columns: [{ column: 0, role: null }, { column: 1, role: 'partner' }, { column: 2, role: 'signed' }] } })
  const read = await here.settled(run.id)
  expect(read.columns.map(({ role }) => role)).toEqual(['ignored', 'partner', 'signed'])
  expect((await here.rowsOf(run.id)).map(({ parties }) => parties[0]!.text)).toEqual(['Lanzhou University', 'Kabul University'])
  const next = await here.bring(csv([...file, 'x,Kabul University,2015'], 'odd 2.csv'))
  expect(next.columns.map(({ role }) => role)).toEqual(['ignored', 'partner', 'signed'])
})

test('what is no register is refused with its reason, and nothing is half imported', async () => {
  const refused = (file: File) => here.ask(registersApi.begin, { file, body: { ownerId: here.sargodha } })
  expect((await refused(new File(['%PDF-1.7'], 'x.xlsx'))).answer.error).toMatch(/^spreadsheets\./)
  expect((await refused(new File([], 'empty.csv'))).answer.error).toBe('spreadsheets.empty-file')
  const none = await here.bring(csv(['a,b', '1,2', '3,4'], 'numbers.csv'))
  expect(none.state).toBe('failed')
  expect((await here.ask(registersApi.import, { params: { id: none.id } })).answer.error).toBe('registers.cannot-when-failed')
})

test('only those who keep the owner’s records bring its register in, see it, or import it', async () => {
  const run = await here.bring(csv(['Partner,Year', 'Kabul University,2017'], 'mine.csv'))
  const student = person('Student', { role: 'student', at: here.sargodha })
  const elsewhere = person('Director elsewhere', { role: 'director', at: here.kabul })
  for (const viewer of [student, elsewhere]) {
    here.as(viewer)
    expect((await here.ask(registersApi.begin, { file: csv(), body: { ownerId: here.sargodha } })).answer.error).toBe('registers.only-its-record-keepers-may')
    expect((await here.ask(registersApi.run, { params: { id: run.id } })).status).toBe(404)
    expect((await here.ask(registersApi.import, { params: { id: run.id } })).status).toBe(404)
  }
  here.as(here.director)
  expect((await here.ask(registersApi.discard, { params: { id: run.id } })).answer.state).toBe('discarded')
  expect((await here.ask(registersApi.import, { params: { id: run.id } })).answer.error).toBe('registers.cannot-when-discarded')
})

test('an offer that was accepted is remembered, and a changed row keeps the partner it had', async () => {
  const rows = ['Partner,Date', 'Natl Univ of Sciences & Technology NUST,12-03-2016', 'University of Canberra,14-05-2016']
  const first = await here.bring(csv(rows, 'kept.csv'))
  const [nust] = await here.rowsOf(first.id)
  expect([nust!.needs, nust!.parties[0]!.city]).toEqual([true, null])
  await here.importIt(first.id)
  const before = await here.db.selectFrom('organisation').select('id').execute()
  const again = await here.bring(csv([rows[0]!, 'Natl Univ of Sciences & Technology NUST,12-03-2015', rows[2]!], 'kept.csv'))
  expect(again.summary?.changes).toMatchObject({ same: 1, changed: 1 })
  await here.importIt(again.id)
  expect(await here.db.selectFrom('organisation').select('id').execute()).toHaveLength(before.length)
  const third = await here.bring(csv(['Partner,Date', 'Natl Univ of Sciences & Technology NUST Islamabad,01-02-2014'], 'learned.csv'))
  const [offered] = await here.rowsOf(third.id)
  const candidate = offered!.parties[0]!.candidates[0]!
  await here.ask(registersApi.correct, { params: { id: third.id }, body: { row: offered!.row, place: 0, choice: { is: 'organisation', id: candidate.id } } })
  await here.importIt(third.id)
  const fourth = await here.bring(csv(['Partner,Date', 'Natl Univ of Sciences & Technology NUST Islamabad,01-02-2020'], 'learned.csv'))
  expect((await here.rowsOf(fourth.id))[0]!.parties[0]).toMatchObject({ decision: 'matched', organisation: { id: candidate.id } })
})

test('work that begins again after a crash leaves what was imported as it is, and the terminal does not do it twice', async () => {
  const run = await here.bring(csv(['Partner,Year', 'Lanzhou University,2001'], 'again.csv'))
  const imported = await here.importIt(run.id)
  const before = (await agreements()).length
  for (const kind of ['registers.read', 'registers.import']) {
    const id = await here.db.transaction().execute((tx) => askFor(tx, here.director, kind, { runId: run.id }))
    await performAsked(here.db, id, here.workers, () => {})
    expect((await here.ask(registersApi.run, { params: { id: run.id } })).answer).toMatchObject({ state: 'imported', importedAt: imported.importedAt })
  }
  expect((await agreements()).length).toBe(before)
})

test('reading or importing that is stopped leaves no run hanging, whether or not its turn had come', async () => {
  const state = async (id: string) => (await here.ask(registersApi.run, { params: { id } })).answer.state
  const { answer: begun } = await here.ask(registersApi.begin, { file: csv(['Partner,Year', ...Array.from({ length: 4000 }, (_, at) => `University ${at} of Nowhere,2001`)], 'long.csv'), body: { ownerId: here.sargodha } })
  await here.db.transaction().execute((tx) => cancelWork(tx, here.director, begun.workId!))
  expect((await here.settled(begun.id)).state).toBe('failed')
  const run = await here.bring(csv(['Partner,Year', 'Lanzhou University,2001'], 'stopped.csv'))
  const { answer: importing } = await here.ask(registersApi.import, { params: { id: run.id } })
  await here.db.updateTable('work').set({ cancelling: true }).where('id', '=', importing.workId!).execute()
  expect(['review', 'imported']).toContain((await here.settled(run.id)).state)
  // As when it is stopped at its first safe point.
  const id = await here.db.transaction().execute((tx) => askFor(tx, here.director, 'registers.import', { runId: run.id }))
  await here.db.updateTable('registerRun').set({ state: 'importing' }).where('id', '=', run.id).execute()
  await expect(performAsked(here.db, id, here.workers, () => {}, () => true)).rejects.toThrow()
  expect(await state(run.id)).toBe('review')
})

test('what the file hides is marked, and left out at once when a person says so', async () => {
  const line = (row: number, cells: string[], hidden = '') => `<row r="${row}"${hidden}>${cells.map((text, at) => `<c r="${'ABCD'[at]}${row}" t="str"><v>${text}</v></c>`).join('')}</row>`
  const lines = [line(1, ['Partner', 'Date of signing', 'Duration', 'Remarks']), line(2, ['Kabul University', '17-09-2018', '5 Years', 'a']), line(3, ['Herat University', '18-09-2018', '5 Years', 'b'], ' hidden="1"'), line(4, ['Balkh University', '19-09-2018', '5 Years', 'c'], ' hidden="1"')]
  const book = workbookOf([{ name: 'MoUs', whole: `<worksheet><cols><col min="4" max="4" hidden="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>` }])
  const run = await here.bring(new File([new Uint8Array(book)], 'hidden.xlsx'))
  expect(run.columns.map(({ hidden }) => hidden)).toEqual([undefined, undefined, undefined, true])
  const hidden = 'registers.problems.row-hidden'
  const shown = async () => (await here.rowsOf(run.id)).map(({ row, problems, decided }) => [row, problems.some(({ key }) => key === hidden), decided.skip])
  expect(await shown()).toEqual([[2, false, false], [3, true, false], [4, true, false]])
  const asked = { params: { id: run.id } }
  expect((await here.ask(registersApi.figures, asked)).answer.of.problems).toContainEqual({ value: hidden, rows: 2 })
  const left = await here.ask(registersApi.leaveOut, { ...asked, body: { problem: hidden } })
  expect([left.answer.rows, await shown()]).toEqual([2, [[2, false, false], [3, true, true], [4, true, true]]])
  await here.ask(registersApi.putBack, { ...asked, body: { rows: left.answer.before } })
  expect(await shown()).toEqual([[2, false, false], [3, true, false], [4, true, false]])
  await here.ask(registersApi.leaveOut, { ...asked, body: { problem: hidden } })
  await here.importIt(run.id)
  expect((await here.ask(registersApi.run, asked)).answer).toMatchObject({ state: 'imported', report: { agreementsAdded: 1, left: 2 } })
})
