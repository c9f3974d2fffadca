// Which step of a reminder has come.
import { expect, test } from 'vitest'
import { spanOf, stepReached } from './reminding.ts'

const steps = [14, 3, -3, -14]
const on = (today: string, since = '2026-01-01') => stepReached('2026-06-30', steps, { since, today })

test('the last step that has come counts; before the first there is none', () => {
  expect(['2026-06-15', '2026-06-16', '2026-06-26', '2026-06-27', '2026-06-30', '2026-07-03', '2026-07-14'].map((day) => on(day))).toEqual([undefined, 14, undefined, 3, 3, -3, -14])
})

test('who was asked after a step is not reminded of it the next night; what was missed by weeks is left in peace', () => {
  expect([on('2026-06-20', '2026-06-18'), on('2026-06-28', '2026-06-18'), on('2026-07-21'), on('2026-07-22')]).toEqual([undefined, 3, -14, undefined])
})

test('the span holds every day at which a step may have come', () => {
  expect(spanOf(steps, '2026-06-30')).toEqual({ from: '2026-06-09', until: '2026-07-14' })
})
