// Passwords, tokens and what everybody tries first.
import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './passwords.ts'
import { csrfOf, hashOf, newToken, same } from './tokens.ts'
import { isCommon } from './weak-passwords.ts'

test('a password is kept as argon2id and recognised however its accents were typed', async () => {
  const kept = await hashPassword('caf\u00e9 on the silk road')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(kept, 'cafe\u0301 on the silk road')).toBe(true)
  expect(await isPassword(kept, 'cafe on the silk road')).toBe(false)
  expect(await isPassword(null, 'anything at all')).toBe(false)
  expect(await isPassword('not a hash', 'anything at all')).toBe(false)
})

test('a token has 256 bits, and neither its hash nor its csrf word gives it away', () => {
  const token = newToken()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(new Set([token, hashOf(token), csrfOf(token)]).size).toBe(3)
  expect(same(token, token)).toBe(true)
  expect(same(token, newToken())).toBe(false)
})

test.each(['password1234', 'P@ssw0rd2026!', '1234567890', 'qwertyuiop', 'qwertyuiop12', 'aaaaaaaaaaaa', 'abcabcabcabc', '9876543210', '1q2w3e4r5t', 'Pakistan1947', 'jin.wei1990', 'Administrator1'])('%s is tried first', (password) => {
  expect(isCommon(password, ['jin.wei'])).toBe(true)
})

test.each(['lithium under nine peaks', 'Ташкентский вокзал', '红其拉甫山口的春天下雪了吗', 'hvqj-tnrs-wzpk', 'my password is a bridge'])('%s is not', (password) => {
  expect(isCommon(password, ['jin.wei'])).toBe(false)
})
