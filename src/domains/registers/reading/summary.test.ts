// What a register tells that its owner did not know.
import { expect, test } from 'vitest'
import { summarise, type RowToSum } from './summary.ts'
import { problem } from './types.ts'
import { processorTime } from '#test/processor-time.ts'

const teikyo = { id: 't', name: 'Teikyo University', country: 'JP' }
const essen = { id: 'e', name: 'University of Duisburg-Essen', country: 'DE' }
const row = (number: number, text: string, organisation: RowToSum['parties'][number]['organisation'], more: Partial<RowToSum> = {}): RowToSum => ({
  row: number, parties: [{ text, organisation, decision: organisation ? 'matched' : 'new' }], kind: 'memorandum', signedOn: { value: '2018', precision: 'year' }, termKind: 'fixed',
  state: 'lapsed', until: '2023-12-31', country: null, problems: [], ...more,
})

test('counts states, countries, kinds, terms, problems and decisions, most frequent first', () => {
  const summary = summarise([
    row(2, 'Teikyo', teikyo), row(3, 'UDE', essen, { state: 'in-force', until: '2028-01-01', signedOn: null, problems: [problem('date-impossible', '31-02-2019')] }),
    row(4, 'Universität Duisburg-Essen', essen, { state: 'expiring', until: '2027-01-01', kind: null, termKind: 'not-stated' }), row(5, 'Nowhere', null, { country: 'Japan', until: '2020-01-01' }),
    row(6, 'Country', null, { skip: 'repeated-header' }),
  ], [{ rows: [3, 4], relation: 'duplicate', key: 'registers.duplicates.one-is-undated', facts: {}, sureness: 0.5 }, { rows: [2, 5], relation: 'related', key: 'registers.duplicates.other-kind', facts: {}, sureness: 0.8 }])
  expect(summary).toMatchObject({
    rows: 4, skipped: 1, states: { 'lapsed': 2, 'in-force': 1, 'expiring': 1 }, decisions: { matched: 3, offered: 0, new: 1 }, duplicates: { groups: 1, rows: 2 },
    lapsed: [{ row: 2, until: '2023-12-31' }, { row: 5, until: '2020-01-01' }], expiring: [{ row: 4, until: '2027-01-01' }],
    unreadableDates: [3], undated: [3], countries: [{ country: 'DE', rows: 2 }, { country: 'JP', rows: 2 }], kinds: [{ kind: 'memorandum', rows: 3 }, { kind: 'unclear', rows: 1 }],
    terms: { 'fixed': 3, 'not-stated': 1, 'until': 0 }, signedFrom: '2018', signedTo: '2018', problems: [{ key: 'registers.problems.date-impossible', rows: 1 }],
  })
})

test('one partner under several names, but not for a comma', () => {
  const summary = summarise([row(2, 'UDE', essen), row(3, 'University of Duisburg-Essen', essen), row(4, 'The University of Duisburg, Essen', essen), row(5, 'Teikyo University', teikyo)], [])
  expect(summary.partnersUnderSeveralNames).toEqual([
    { id: 'e', name: 'University of Duisburg-Essen', texts: [{ text: 'UDE', rows: [2] }, { text: 'University of Duisburg-Essen', rows: [3, 4] }] },
  ])
})

test('a partner that is only offered counts too, as perhaps; a doubtful offer does not', () => {
  const lmu = { id: 'l', name: 'Ludwig-Maximilians-Universität München', country: 'DE' }
  const offered = (number: number, text: string, confidence: number): RowToSum => ({ ...row(number, text, lmu), parties: [{ text, organisation: lmu, decision: 'offered', confidence }] })
  const summary = summarise([row(2, 'LMU München', lmu), offered(3, 'University of Ludwigs-Maximilians- Infectious Diseases', 0.85), offered(4, 'HNU', 0.4)], [])
  expect(summary.partnersUnderSeveralNames).toEqual([
    { id: 'l', name: lmu.name, perhaps: true, texts: [{ text: 'LMU München', rows: [2] }, { text: 'University of Ludwigs-Maximilians- Infectious Diseases', rows: [3] }] },
  ])
})

test('a partner nobody knows, written with a slip of the finger, counts as perhaps; another figure or another word does not', () => {
  const summary = summarise([
    row(2, 'Vocational College of Anyang', null), row(3, 'Vocatonal College of Anyang', null), row(4, 'Anyang Vocational College', null),
    row(5, 'Gymnasium 12 of Karaganda', null), row(6, 'Gymnasium 13 of Karaganda', null), row(7, 'IFRES', null), row(8, 'IFREZ', null), row(9, 'Vocational College of Aksu', null),
  ], [])
  expect(summary.partnersUnderSeveralNames).toEqual([{ id: null, name: 'Vocational College of Anyang', perhaps: true, texts: [
    { text: 'Vocational College of Anyang', rows: [2] }, { text: 'Vocatonal College of Anyang', rows: [3] }, { text: 'Anyang Vocational College', rows: [4] },
  ] }])
})

test('ten thousand unknown partners are compared in moments', () => {
  const spent = processorTime()
  summarise(Array.from({ length: 10_000 }, (_, at) => row(at + 2, `University of ${String.fromCharCode(97 + (at % 26))}${at.toString(36)} City`, null)), [])
  expect(spent()).toBeLessThan(5000)
})

test('a partner in two countries, in the cells or against the organisation itself', () => {
  const summary = summarise([row(2, 'Teikyo', teikyo, { country: 'Singapore' }), row(3, 'UDE', essen, { country: 'Germany' }), row(4, 'HNU', null, { country: 'ULM' })], [])
  expect(summary.contradictingCountries).toEqual([{ partner: 'Teikyo University', countries: [{ country: 'SG', rows: [2] }, { country: 'JP', rows: [] }] }])
})
