// The small sums of a text: numbers, variables, differences.
import { expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import { richOf } from '#platform/documents/rich.ts'
import { piecesBetween } from './differences.ts'
import { inHan, inOrder } from './numbering-rules.ts'
import { isEmpty, parted, variablesIn, written } from './variable-rules.ts'

const clause = (articleId: string | null, place: number, more = {}) => ({ id: newId(), articleId, place, numbered: true, removedAt: null, ...more })

test('articles and clauses are numbered as they stand; preambles and what was removed are not counted', () => {
  const [preamble, one, two] = [clause(null, 0, { numbered: false }), clause(null, 1), clause(null, 2)]
  const within = [clause(preamble.id, 0), clause(one.id, 0), clause(one.id, 1, { removedAt: '2026-03-02' }), clause(one.id, 2), clause(two.id, 0)]
  expect(inOrder([...within, two, one, preamble]).map(({ number }) => number)).toEqual([null, null, '1', '1.1', '1.2', '2', '2.1'])
})

test.each([[1, '一'], [10, '十'], [12, '十二'], [20, '二十'], [34, '三十四'], [101, '101']])('%i is %s', (number, han) => expect(inHan(number)).toBe(han))

test('variables are found, written out, and stay as they are where nobody knows them', () => {
  const rich = [{ kind: 'list' as const, ordered: false, items: [[{ text: '{party.a.name} and {party.b.name}' }]] }, ...richOf('in {centre.name} {not a variable}')]
  expect(variablesIn(rich)).toEqual(['party.a.name', 'party.b.name', 'centre.name'])
  expect(written(rich, { 'party.a.name': 'Sargodha' })).toEqual([
    { kind: 'list', ordered: false, items: [[{ text: 'Sargodha and {party.b.name}' }]] }, ...richOf('in {centre.name} {not a variable}')])
  expect(parted('By {party.a.name}.')).toEqual([{ text: 'By ' }, { variable: 'party.a.name' }, { text: '.' }])
  expect([isEmpty(richOf(' ')), isEmpty([]), isEmpty(richOf('x'))]).toEqual([true, true, false])
})

test('what changed is told by words, in Chinese by characters, and a variable stays whole', () => {
  const said = (before: string, after: string) => piecesBetween(richOf(before), richOf(after)).map(({ text, mark }) => ({ same: text, added: `+${text}`, removed: `-${text}` })[mark])
  expect(said('The centre opens in March.', 'The centre opens in May.')).toEqual(['The centre opens in ', '-March', '+May', '.'])
  expect(said('双方每年互派两名教师。', '双方每年互派三名教师。')).toEqual(['双方每年互派', '-两', '+三', '名教师。'])
  expect(said('By {party.a.name}', 'By {party.b.name}')).toEqual(['By ', '-{party.a.name}', '+{party.b.name}'])
  expect(piecesBetween(null, richOf('New'))).toEqual([{ text: 'New', mark: 'added' }])
})
