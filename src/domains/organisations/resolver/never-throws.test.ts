// Any text at all is answered, in bounded time: cells come from files nobody checked.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exampleResolver } from './example.ts'
import { processorTime } from '#test/processor-time.ts'

const resolver = exampleResolver()
const fragments = fc.constantFrom('University of ', ' and ', ' for ', '(', ')', ', ', ';', '\n', 'Vienna', 'USA', '大学', 'Университет', 'جامعہ', '&amp;', '<a href', 'L.M.U.', '28/12/2020', 'received on ', "'", '—')
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.array(fragments, { maxLength: 200 }).map(parts => parts.join('').slice(0, 2000)))

it('never throws and always ends soon', () => {
  fc.assert(fc.property(texts, text => {
    const spent = processorTime()
    resolver.resolve({ text })
    resolver.resolveCell(text, { country: text, city: text, ownerName: text })
    resolver.suggest(text, { limit: 5 })
    expect(spent()).toBeLessThan(2000)
  }), { numRuns: 150 })
})

it('ends soon on what would trap a careless pattern', () => {
  const spent = processorTime()
  for (const piece of ['a. ', ' (', 'and ', ' for ', 'under the ', 'received ', '-', ' ', '(A), ', 'University and ', '& ', '<', 'on behalf of its ']) {
    resolver.resolveCell(piece.repeat(2000 / piece.length), { ownerName: piece.repeat(100) })
  }
  expect(spent()).toBeLessThan(5000)
})
