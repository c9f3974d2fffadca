// A built index says the same as the one it was saved from, goes on learning, and is refused when it is another's or damaged.
import { expect, it } from 'vitest'
import { exampleResolver, known } from './example.ts'
import { Resolver } from './resolver.ts'

const texts = ['University of Wiscosin-Madison,USA', '武汉理工大学', 'Федеральный университет Казань', 'XJTU', 'Nobody knows this one', 'National University of Science and Technology']
const bytes = Buffer.concat([...exampleResolver().saved('2026-05-01T00:00:00.000Z', 'here 1')])
const loaded = () => Resolver.from(bytes, 'here 1')!.resolver

it('answers as before', () => {
  const [before, after] = [exampleResolver(), loaded()]
  for (const text of texts) expect(after.resolve({ text })).toEqual(before.resolve({ text }))
  expect(after.suggest('wisc', { limit: 5 }).map(({ id }) => id)).toEqual(before.suggest('wisc', { limit: 5 }).map(({ id }) => id))
  expect(after.size).toBe(before.size)
})

it('learns what is added, renamed and removed afterwards', () => {
  const own = loaded()
  own.add(known({ id: 'osh', country: 'KG', local: true, names: ['Osh College of Handicrafts'] }))
  expect(own.resolve({ text: 'Osh College of Handicrafts' })).toMatchObject({ decision: 'matched', organisation: { id: 'osh' } })
  expect(own.suggest('osh coll', { limit: 3 })[0]?.id).toBe('osh')
  own.add(known({ id: 'vienna', country: 'AT', names: ['Danube Institute of Waltzing'] }))
  expect(own.resolve({ text: 'Danube Institute of Waltzing' }).organisation?.id).toBe('vienna')
  own.remove('osh')
  expect(own.resolve({ text: 'Osh College of Handicrafts' }).decision).not.toBe('matched')
})

it('is refused when it is of another database, cut off, or no index', () => {
  expect(Resolver.from(bytes, 'there 2')).toBeNull()
  expect(Resolver.from(bytes.subarray(0, bytes.length - 5000), 'here 1')).toBeNull()
  expect(Resolver.from(new TextEncoder().encode('no index at all'), 'here 1')).toBeNull()
})
