// What is piled up comes back as it was, over the edges of its pieces; what is counted and ordered is so however often it was settled.
import { expect, it } from 'vitest'
import { inOrder, Tally } from './ordered.ts'
import { Pile } from './pile.ts'

it('gives each text back, also a larger one than a piece holds', () => {
  const pile = new Pile()
  const texts = Array.from({ length: 3000 }, (_, at) => `${at} Universität 大学 ${'x'.repeat(at % 997)}`)
  texts.push('ж'.repeat(1_500_000), 'after it')
  for (const text of texts) pile.push(text)
  const decoder = new TextDecoder()
  expect(texts.every((text, at) => decoder.decode(pile.at(at)) === text)).toBe(true)
})

it('counts what came and went, and forgets what is none', () => {
  const tally = new Tally()
  for (let round = 0; round < 3; round++) for (let number = -30_000; number < 30_000; number++) tally.add(number * 7, 1)
  for (let number = 0; number < 10; number++) for (let round = 0; round < 3; round++) tally.add(number * 7, -1)
  expect([tally.of(0), tally.of(63), tally.of(70), tally.of(-210_000), tally.of(3)]).toEqual([0, 0, 3, 3, 0])
  const { numbers, counts } = tally.saved()
  expect([numbers.length, counts.every((count) => count === 3), numbers[0]]).toEqual([59_990, true, -210_000])
})

it('orders by hash, whatever its sign, and leaves out what has none', () => {
  const hashes = [5, -2_147_483_648, null, 2_147_483_647, -1, 5]
  expect(inOrder(6, (number) => hashes[number]!)).toEqual({ hashes: Int32Array.of(-2_147_483_648, -1, 5, 5, 2_147_483_647), numbers: Int32Array.of(1, 4, 0, 5, 3) })
})
