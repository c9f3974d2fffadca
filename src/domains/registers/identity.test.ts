// A register that comes again: the same agreement stays the same agreement.
import { expect, test } from 'vitest'
import { likeness, matchRows, type Coming, type Known } from './identity.ts'

const known: Known[] = [
  { agreementId: 'a', rors: ['02ht5pq60'], partner: 'kabul university', date: '2017', cells: { Partner: 'Kabul University', Year: '2017' } },
  { agreementId: 'b', rors: [], partner: 'university of hamburg', date: '2018', cells: { Partner: 'University of Hamburg', Year: '2018' } },
  { agreementId: 'c', rors: [], partner: 'university of hamburg', date: '2013', cells: { Partner: 'University of Hamburg', Year: '2013' } },
  { agreementId: 'd', rors: [], partner: 'univeristy of caneberra', date: '2018-09-17', cells: { Partner: 'Univeristy of Caneberra', Year: '17-09-2018' } },
]
const row = (row: number, partner: string, date: string, agreementId: string | null = null): Coming =>
  ({ row, agreementId, ror: null, partner: partner.toLowerCase(), date, cells: { Year: date, Partner: partner } })

test('the same file again is the same agreements, whatever the order of rows and columns', () => {
  const { matches, gone } = matchRows([row(2, 'University of Hamburg', '2013'), row(3, 'University of Hamburg', '2018'), row(4, 'Kabul University', '2017')], known)
  expect([...matches].map(([at, match]) => [at, match.agreementId, match.differences.length])).toEqual([[2, 'c', 0], [3, 'b', 0], [4, 'a', 0]])
  expect(gone).toEqual(['d'])
})

test('a corrected date or a corrected name is the same agreement, with its difference', () => {
  const { matches } = matchRows([row(2, 'Kabul University', '2018'), row(3, 'University of Canberra', '2018-09-17'), row(4, 'University of Hamburg', '2018')], known)
  expect(matches.get(2)).toEqual({ agreementId: 'a', differences: [{ column: 'Year', before: '2017', after: '2018' }] })
  expect(matches.get(3)?.agreementId).toBe('d')
})

test('Pamir’s own id in the row decides, and a row added is new', () => {
  const { matches } = matchRows([row(2, 'Universität Hamburg', '2014', 'c'), row(3, 'University of Vienna', '2018')], known)
  expect(matches.get(2)?.agreementId).toBe('c')
  expect(matches.has(3)).toBe(false)
})

test('two rows that are equal are two agreements, and the third is new', () => {
  const twice = [known[0]!, { ...known[0]!, agreementId: 'a2' }]
  const rows = [2, 3, 4].map((at) => row(at, 'Kabul University', '2017'))
  expect([...matchRows(rows, twice).matches.values()].map(({ agreementId }) => agreementId)).toEqual(['a', 'a2'])
})

test('likeness is 1 for the same text and 0 for nothing in common', () => {
  expect([likeness('abcd', 'abcd'), likeness('abcd', 'wxyz')]).toEqual([1, 0])
})

test('another list of the same owner is another list: what it does not name is not gone, and nothing is overwritten', () => {
  const other: Coming[] = [{ row: 2, agreementId: null, ror: null, partner: 'kabul university', date: '2021', cells: { University: 'Kabul University', 'Valid until': '2021', Contact: 'x' } }]
  expect(matchRows(other, known)).toEqual({ matches: new Map(), gone: [] })
})

test('an organisation stated by its identifier is a difference only when it is another', () => {
  const stated = (ror: string) => matchRows([{ ...row(2, 'Kabul University', '2017', 'a'), ror }], known).matches.get(2)?.differences
  expect(stated('02ht5pq60')).toEqual([])
  expect(stated('04s1nv328')).toEqual([{ column: 'ROR', before: '02ht5pq60', after: '04s1nv328' }])
})
