// The small kinds every room shares.
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ShortText } from './kinds.ts'

test.each([
  ['Gulnora', 'Gulnora'], ['  Gulnora \n', 'Gulnora'], ['Gulnora\r\nBcc: all@example.org', 'Gulnora Bcc: all@example.org'],
  ['two\u2028lines', 'two lines'], ['tab\tand bell\u0007', 'tab and bell'], ['می\u200cخواهم', 'می\u200cخواهم'],
])('%j is one line', (given, kept) => expect(ShortText.parse(given)).toBe(kept))

test('nothing but a line break is nothing', () => {
  expect(ShortText.safeParse('\r\n').success).toBe(false)
  expect(z.toJSONSchema(ShortText)).toMatchObject({ type: 'string', minLength: 1, maxLength: 500 })
})
