// Rows of a register as they come, read cell by cell.
import { describe, expect, test } from 'vitest'
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { recogniseColumns, remap } from './columns.ts'
import { soundsLikeHeader } from './headings.ts'
import type { Role } from './roles.ts'
import { understand, type Understood } from './rows.ts'
import type { Order, UnderstoodRow } from './types.ts'

async function read(text: string, { order, roles = {} }: { order?: Order; roles?: Record<number, Role> } = {}, name = 'register.csv'): Promise<Understood> {
  const table = await readTable(new TextEncoder().encode(text), name, { soundsLikeHeader })
  return understand(table, remap(recogniseColumns(table), roles), { today: '2026-11-21', ...(order && { order }) })
}
const rowsOf = async (...given: Parameters<typeof read>): Promise<UnderstoodRow[]> => (await read(...given)).rows
const keys = ({ problems }: UnderstoodRow): string[] => problems.map(({ key, column }) => `${key.replace('registers.problems.', '')}@${column}`)

test('a row, cell by cell', async () => {
  const understood = await read('S.No,Partner University,Country,Type,Date of Signing,Duration,Status,Remarks\n1,"Krakow Institute, Faculty of Law",Polnad,MoU,23-02-2017,5 Years,Active,renewed\n2,Kabul University,Afghanistan,LoI,05-03-2018,,Expired,', {}, 'partners.csv')
  expect(understood.dates?.decision).toBe('day-first')
  const [first, second] = understood.rows as [UnderstoodRow, UnderstoodRow]
  expect(first).toMatchObject({
    row: 2, cells: ['1', 'Krakow Institute, Faculty of Law', 'Polnad', 'MoU', '23-02-2017', '5 Years', 'Active', 'renewed'],
    parties: [{ text: 'Krakow Institute, Faculty of Law', column: 1, country: { text: 'Polnad', code: 'PL' } }],
    kind: { value: 'memorandum', from: 'cell' }, signedOn: { value: '2017-02-23', precision: 'day' }, term: { kind: 'fixed', years: 5 },
    status: { text: 'Active', says: 'in-force' }, remarks: ['renewed'], skip: null,
  })
  expect(keys(first)).toEqual(['country-misspelt@2'])
  expect(second).toMatchObject({ kind: { value: 'letter-of-intent' }, signedOn: { value: '2018-03-05' }, term: { kind: 'not-stated' }, status: { says: 'over' }, problems: [] })
})

describe('the term of a row', () => {
  const head = 'University,Signed,Duration,Valid until\n'
  test('a stated last day counts, the years stay beside it', async () => {
    const [row] = await rowsOf(`${head}University of Bern,23-02-2017,5 years,22-02-2022\n`)
    expect(row).toMatchObject({ term: { kind: 'until', years: 5, until: { value: '2022-02-22' } }, problems: [] })
  })
  test('what does not fit together is said', async () => {
    const [row, other] = await rowsOf(`${head}University of Bern,23-02-2017,5 years,22-02-2029\nUniversity of Basel,23-02-2017,,22-02-2015\n`)
    expect(keys(row!)).toEqual(['term-disagrees-with-end@null'])
    expect(keys(other!)).toEqual(['term-ends-before-it-starts@null'])
  })
  test('a term where the last day is asked for', async () => {
    const [row] = await rowsOf(`${head}University of Bern,23-02-2017,,indefinite\n`)
    expect(row).toMatchObject({ term: { kind: 'until-ended' }, problems: [] })
  })
  test('a span in the date of signing says until when', async () => {
    const [row] = await rowsOf('University,Signed\nUniversity of Bern,2017-2020\n')
    expect(row).toMatchObject({ signedOn: { value: '2017' }, term: { kind: 'until', until: { value: '2020', precision: 'year' } } })
  })
  test('months where the heading counts months', async () => {
    expect((await rowsOf('University,Signed,Duration (months)\nUniversity of Bern,2017,36\n'))[0]).toMatchObject({ term: { kind: 'fixed', years: 3 }, problems: [] })
  })
})

test('the heading over a group of rows gives them their country; a repeated header is no row', async () => {
  const rows = await rowsOf('University,Year,Remarks\nGermany,,\nUniversity of Hamburg,2018,\nUniversity,Year,Remarks\nJapan,,\nTeikyo University,2019,\n')
  expect(rows.map(({ skip, parties }) => skip ?? parties[0]?.country?.code)).toEqual(['heading', 'DE', 'repeated-header', 'heading', 'JP'])
})

test.each([
  ['S.No,University,Date\n1,Teikyo University,2019\n2,,\nTotal: 27,,\nPrepared by: Assistant Registrar,,\n', [null, 'nothing-said', 'footer', 'footer']],
  ['序号,合作单位,签订日期\n1,武汉大学,2018年4月\n合计,10项,\n', [null, 'footer']],
  ['№;Вуз;Дата\nЕвропа;;\n1;Университет Фрайбурга;2018\nИтого: 9 договоров;;\n', ['heading', null, 'footer']],
  ['University,Date,Remarks\nInternational,,\nUniversity of Bern,2018,\nTotal University,2019,\nNote: * = original not found,,\n', ['heading', null, null, 'footer']],
  ['University,Date\nUniversity of Bern,2018\nBritish Council,\nTotal,2\n', [null, null, 'footer']],
])('a total, a note, an empty numbered line and a heading are no agreements: %j', async (text, expected) => {
  expect((await rowsOf(text)).map(({ skip }) => skip)).toEqual(expected)
})

test('"ditto" means what stands above, and stays as it came', async () => {
  const rows = await rowsOf('University,Date,Duration\nUniversity of Bern,15-03-2018,5 years\n-do-,16-03-2019,ditto\n〃,同上,3 years\n')
  expect(rows.map(({ parties, signedOn, term }) => [parties[0]?.text, signedOn?.value, term.years])).toEqual([
    ['University of Bern', '2018-03-15', 5], ['University of Bern', '2019-03-16', 5], ['University of Bern', '2019-03-16', 3]])
  expect(rows[1]!.cells).toEqual(['-do-', '16-03-2019', 'ditto'])
})

test('what cannot be read is said where it stands', async () => {
  const rows = await rowsOf('Country,University,Date of Signing,Type\nULM,HNU and IUMS,31-02-2017,friendship\nJapan,,soon,MoU\nJapan,Kyoto University,2018,MoU,extra\n')
  expect(rows.map(keys)).toEqual([['date-impossible@2', 'country-unknown@0', 'kind-unclear@3'], ['date-unreadable@2', 'partner-missing@1'], ['row-wider-than-header@4']])
})

test('where the days of signing leave day and month open, the last days tell', async () => {
  const understood = await read('University,Signed,Valid upto\nUniversity of Bern,6/1/2014,03/15/2027\nUniversity of Basel,31/07/2019,12/31/2024\nUniversity of Graz,03/25/2019,\n')
  expect(understood.rows.map(({ signedOn }) => signedOn?.value)).toEqual(['2014-06-01', '2019-07-31', '2019-03-25'])
  expect(understood.dates).toMatchObject({ decision: 'mixed', because: { key: 'registers.dates.because.both-ways-as-elsewhere' } })
  const open = await read('University,Signed,Valid upto\nUniversity of Bern,6/1/2014,03/15/2027\n')
  expect([open.rows[0]!.signedOn?.value, open.dates?.decision, open.dates?.because.key]).toEqual(['2014-06-01', 'month-first', 'registers.dates.because.as-elsewhere'])
})

test('a term that only the remarks tell, and a renewal that they add', async () => {
  const rows = await rowsOf('University,Date,Duration,Remarks\nUniversity of Bern,2019,,Auto-renewable after 5 years\n武汉大学,2018年4月,五年,到期自动顺延\nUniversity of Graz,2019,3 years,renewed in 2020\nUniversity of Basel,2019,,Visit of 5 professors\n')
  expect(rows.map(({ term }) => [term.kind, term.years])).toEqual([['auto-renew', 5], ['auto-renew', 5], ['fixed', 3], ['not-stated', null]])
  expect(keys(rows[0]!)).toEqual(['term-from-remarks@3'])
  expect(rows[0]!.remarks).toEqual(['Auto-renewable after 5 years'])
})

test('a column of years that counts them is a term', async () => {
  const [row] = await rowsOf('University,Signed,Years\nUniversity of Bern,03-02-2019,5\nUniversity of Graz,2019,3\nUniversity of Basel,2020,3+2\n')
  expect(row).toMatchObject({ term: { kind: 'fixed', years: 5 } })
})

test('the register says what its silent rows are', async () => {
  const [row] = await rowsOf('University,Date of Signing\nUniversity of Bern,2017\n', {}, 'international-mous.csv')
  expect(row!.kind).toMatchObject({ value: 'memorandum', from: 'register' })
})

test('the person decides the order of day and month, and the roles of columns', async () => {
  const text = 'University,Signed,Something\nUniversity of Bern,05/03/2018,5 years\n'
  expect((await rowsOf(text, { order: 'month-first' }))[0]!.signedOn?.value).toBe('2018-05-03')
  expect((await rowsOf(text, { roles: { 2: 'term' } }))[0]!.term.years).toBe(5)
})

test('ten thousand rows are read and understood in a moment', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `${at},"University of Place ${at}, Faculty ${at % 7}",China,MoU,"Exchange of staff",${1 + (at % 28)} Septmber 20${10 + (at % 9)},five (05) years,progress`)
  const before = process.cpuUsage()
  const rows = await rowsOf(`S.No,University,Country,Type,Purpose,Date of Signing,Duration,Remarks\n${lines.join('\n')}`)
  const { user, system } = process.cpuUsage(before)
  expect(rows.filter(({ signedOn, term }) => signedOn && term.years === 5)).toHaveLength(10_000)
  expect((user + system) / 1000).toBeLessThan(5_000)
})
