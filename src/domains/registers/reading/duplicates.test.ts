// Rows written twice are found; rows that belong together are not mistaken for them.
import { describe, expect, test } from 'vitest'
import { findDuplicates, partnerKey, type Comparable } from './duplicates.ts'
import type { KnownDate } from './types.ts'
import { processorTime } from '#test/processor-time.ts'

const day = (value: string): KnownDate => ({ value, precision: value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year' })
const row = (number: number, date: string | null, more: Partial<Comparable> = {}): Comparable =>
  ({ row: number, parties: ['essen'], unit: null, date: date === null ? null : day(date), kind: null, text: 'university duisburg essen', ...more })
const told = (rows: Comparable[]): string[] => findDuplicates(rows).map(({ rows: numbers, relation, key }) => `${numbers.join('+')} ${relation} ${key.replace('registers.duplicates.', '')}`)

describe('one agreement written twice', () => {
  test.each([
    ['2018-05-03', '2018-05-03', 'same-text-same-date'], ['2019-07-07', '2019-09-07', 'one-digit-differs'], ['2019-07-07', '2019-08-15', 'dates-close'],
    ['2018-05-03', '2018-03-05', 'dates-close'], ['2018-01-12', '2018-12-01', 'one-digit-differs'], ['2018', '2018-05-03', 'dates-agree'], ['2018-05', '2018-07', 'dates-close'],
  ])('%s and %s: %s', (one, other, reason) => expect(told([row(2, one), row(3, other)])).toEqual([`2+3 duplicate ${reason}`]))
  test('the same day under two names', () => expect(told([row(2, '2018-05-03'), row(9, '2018-05-03', { text: 'ude' })])).toEqual(['2+9 duplicate same-partner-same-day']))
  test('the same year under two names is less sure than the same day', () => {
    const [year] = findDuplicates([row(2, '2018'), row(9, '2018', { text: 'ude' })])
    expect(year).toMatchObject({ key: 'registers.duplicates.same-partner-same-year', sureness: 0.6 })
  })
  test('one without a date', () => expect(told([row(2, null), row(3, '2018')])).toEqual(['2+3 duplicate one-is-undated']))
  test('three times is one group', () => expect(told([row(2, '2018'), row(3, '2018'), row(4, '2018')])).toEqual(['2+3+4 duplicate same-text-same-date']))
})

describe('not duplicates', () => {
  test('two units of one university', () =>
    expect(told([row(2, '2017', { unit: 'infectious diseases' }), row(3, '2017', { unit: 'hospital' })])).toEqual(['2+3 related other-unit']))
  test('a unit and its university', () => expect(told([row(2, '2017', { unit: 'hospital' }), row(3, '2017')])).toEqual(['2+3 related unit-and-whole']))
  test('years apart', () => expect(told([row(2, '2013'), row(3, '2018')])).toEqual(['2+3 related perhaps-renewal']))
  test('a memorandum and an exchange', () =>
    expect(told([row(2, '2018', { kind: 'memorandum' }), row(3, '2018', { kind: 'exchange' })])).toEqual(['2+3 related other-kind']))
  test('other partners', () => expect(told([row(2, '2018'), row(3, '2018', { parties: ['ulm'] })])).toEqual([]))
  test('rows without a partner', () => expect(told([row(2, '2018', { parties: [] }), row(3, '2018', { parties: [] })])).toEqual([]))
})

test('partners are compared without signs, case and little words', () => {
  expect(partnerKey('The University of Duisburg-Essen')).toBe(partnerKey('university, Duisburg Essen'))
  expect(partnerKey('北京大学')).toBe('北京大学')
})

test('a thousand rows of one partner are compared in no time', () => {
  const spent = processorTime()
  findDuplicates(Array.from({ length: 1_000 }, (_, at) => row(at, `20${String(10 + (at % 15))}-0${1 + (at % 9)}-1${at % 10}`, { text: `t${at}` })))
  expect(spent()).toBeLessThan(1_000)
})

test('twenty thousand rows alike are one group, in a moment', () => {
  const before = process.cpuUsage()
  const groups = findDuplicates(Array.from({ length: 20_000 }, (_, at) => row(at + 2, '2019')))
  const { user, system } = process.cpuUsage(before)
  expect(groups.map(({ rows }) => rows.length)).toEqual([20_000])
  expect((user + system) / 1000).toBeLessThan(3_000)
})
