// Day numbers, with the day that never was.
import { expect, test } from 'vitest'
import { dayOfNumber, numberOfDay } from './day-numbers.ts'

test.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [42789, '2017-02-23'], [42789.75, '2017-02-23'], [2_958_465, '9999-12-31']])(
  '%d is %s', (number, day) => {
    expect(dayOfNumber(number)).toBe(day)
    expect(numberOfDay(day)).toBe(Math.floor(number))
  })

test.each([[0], [-1], [60], [2_958_466], [Number.NaN], [Infinity]])('%d is no day', (number) => expect(dayOfNumber(number)).toBeNull())

test('what is no day, or before 1900, has no number', () => {
  expect(numberOfDay('soon')).toBeNull()
  expect(numberOfDay('1899-12-31')).toBeNull()
})
