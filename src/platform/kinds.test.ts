// The small kinds every room shares.
import { expect, test } from 'vitest'
import * as z from 'zod'
import { newId, ShortText } from './kinds.ts'

test.each([
  ['Gulnora', 'Gulnora'], ['  Gulnora \n', 'Gulnora'], ['Gulnora\r\nBcc: all@example.org', 'Gulnora Bcc: all@example.org'],
  ['two\u2028lines', 'two lines'], ['tab\tand bell\u0007', 'tab and bell'], ['می\u200cخواهم', 'می\u200cخواهم'],
])('%j is one line', (given, kept) => expect(ShortText.parse(given)).toBe(kept))

test('nothing but a line break is nothing', () => {
  expect(ShortText.safeParse('\r\n').success).toBe(false)
  expect(z.toJSONSchema(ShortText)).toMatchObject({ type: 'string', minLength: 1, maxLength: 500 })
})

test('what is made one after another sorts so, also within a millisecond', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
