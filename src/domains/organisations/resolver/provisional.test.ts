// What an import made of a text that nobody identified must not stand in the way of the registered organisation.
import { expect, it } from 'vitest'
import { exampleResolver, known } from './example.ts'

const text = 'Univeristy of Caneberra'

it('a provisional record changes nothing of what the registered ones are worth', () => {
  const own = exampleResolver()
  const before = own.resolve({ text })
  expect(before.candidates[0]?.id).toBe('canberra')
  for (let copy = 0; copy < 3; copy++) own.add(known({ id: `copy${copy}`, local: true, provisional: true, names: [text] }))
  const after = own.resolve({ text })
  expect(after).toMatchObject({ decision: before.decision, confidence: before.confidence, organisation: { id: 'canberra', confidence: before.candidates[0]?.confidence } })
  expect(own.resolve({ text: 'University of Canberra, Australia' }).organisation?.id).toBe('canberra')
})

it('is found again by the very text it was made from, and by no other', () => {
  const own = exampleResolver()
  own.add(known({ id: 'made', local: true, provisional: true, names: ['Zarafshan Seminary of Looms'] }))
  expect(own.resolve({ text: 'Zarafshan  seminary of looms' })).toMatchObject({ decision: 'matched', organisation: { id: 'made' }, evidence: [{ rule: 'provisional' }] })
  expect(own.resolve({ text: 'Zarafshan Seminary' }).organisation?.id).not.toBe('made')
  own.add(known({ id: 'made', local: true, names: ['Zarafshan Seminary of Looms'] }))
  expect(own.resolve({ text: 'Zarafshan Seminary of Looms' }).evidence[0]?.rule).toBe('name')
  own.remove('made')
  expect(own.resolve({ text: 'Zarafshan Seminary of Looms' }).decision).not.toBe('matched')
})
