// Text and drawings on paper are dark enough to be read by weak eyes and weak printers.
import { expect, test } from 'vitest'
import { ink } from './chart.ts'
import { contrast } from './contrast.ts'

test('the known ends', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
})
test.each(['lapis', 'jade', 'quiet'] as const)('%s can be read as text', (name) => expect(contrast(ink[name], '#FFFFFF')).toBeGreaterThanOrEqual(4.5))
