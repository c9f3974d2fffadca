// What is learned is right on what it was not learned from; what is mined and measured is what it says.
import { expect, it } from 'vitest'
import { known } from '../example.ts'
import { ExactDictionary } from './exact.ts'
import { labelledOf } from './labelled.ts'
import { calibrationError, scoreOf } from './measure.ts'
import { mineWords } from './mine-words.ts'
import { growForest, scoreOf as scored } from './trees.ts'

const options = { trees: 40, leaves: 8, rate: 0.2, rows: 0.9, columns: 1, seed: 3 }

it('trees learn what no weighted sum can say: one or the other, not both', () => {
  const point = (at: number) => [(at * 37 % 101) / 101, (at * 53 % 103) / 103] as const
  const yes = (at: number) => Number(point(at)[0] > 0.5 !== point(at)[1] > 0.5)
  const rows = Array.from({ length: 600 }, (_, at) => at)
  const forest = growForest({ values: Float32Array.from(rows.flatMap(point)), width: 2, yes: Uint8Array.from(rows, yes), weight: new Float32Array(600).fill(1) }, options)
  const later = Array.from({ length: 300 }, (_, at) => 600 + at)
  const right = later.filter((at) => Number(scored(forest, point(at)) > 0) === yes(at))
  expect(right.length / later.length).toBeGreaterThan(0.95)
})

it('mines the word for university from parallel names, and leaves the places to themselves', () => {
  const places = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Omega', 'Sigma']
  const words = mineWords(places.map((place) => known({ id: place, names: [`${place} Seminary of Weaving`, ['label', `Tkackaskola ${place}`, 'xx']] })))
  expect(Object.keys(words)).toEqual(['tkackaskola'])
})

const row = (affiliation: string, ids: string, unfair = '') => labelledOf({ affiliation, ror_ids: ids, ror_ids_current: '', stale_newer_ids: unfair })

it('a wrong answer costs both precision and recall, and one that only became right later nothing', () => {
  const rows = [{ labelled: row('a', 'x;y'), answer: 'y' }, { labelled: row('b', 'x'), answer: 'z' }, { labelled: row('c', ''), answer: null }, { labelled: row('d', 'x', 'n'), answer: 'n' }]
  expect(scoreOf(rows)).toEqual({ texts: 4, precision: 0.5, recall: 0.5, f1: 0.5, leftAlone: 1 })
})

it('confidence that is as high as it is often right has no error', () => {
  const rows = [0, 1].map((at) => ({ labelled: row(`t${at}`, at ? 'x' : 'y'), answer: { id: 'x', confidence: 0.5, matched: false } }))
  expect(calibrationError(rows)).toBeCloseTo(0)
  expect(calibrationError(rows.slice(0, 1))).toBeCloseTo(0.5)
})

it('the exact dictionary takes the longest name that one organisation has', () => {
  const exact = new ExactDictionary([known({ id: 'a', names: ['Osh University'] }), known({ id: 'b', names: ['Osh University of Weaving'] }), known({ id: 'c', names: ['Twin College'] }), known({ id: 'd', names: ['Twin College'] })])
  expect([exact.resolve('Faculty, OSH University of weaving, KG', null), exact.resolve('Twin College', null)]).toEqual(['b', null])
})
