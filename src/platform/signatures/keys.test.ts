// Keys that organisations bring, and how they are kept.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describe as said, readP12 } from './certificates.ts'
import { expired, inDate, notYet } from './p12.fixtures.ts'
import { openVault } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamir-vault-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a PKCS#12 file', () => {
  test.each([
    ['in today’s manner', inDate, 'Example University', '2029-01-01T00:00:00.000Z'], ['that has expired', expired, 'Example University', '2018-01-01T00:00:00.000Z'],
    ['in the old manner', notYet, 'Example Institute', '2125-06-18T16:38:28.000Z'],
  ])('%s gives its certificate, its key and the authority above', async (_, bytes, subject, until) => {
    const keyed = await readP12(bytes, 'pamir-test')
    expect(said(keyed.certificate)).toMatchObject({ subject, until, selfSigned: false })
    expect(keyed.chain.map((one) => said(one).selfSigned)).toEqual([true])
  })

  test('does not open with another password, and what is none says so', async () => {
    for (const bytes of [inDate, notYet]) await expect(readP12(bytes, 'guessed')).rejects.toMatchObject({ reason: 'web.p12-password-wrong', status: 422 })
    await expect(readP12(Buffer.from('a certificate'), 'pamir-test')).rejects.toMatchObject({ reason: 'web.p12-not-readable' })
    await expect(readP12(inDate.subarray(0, 400), 'pamir-test')).rejects.toMatchObject({ reason: 'web.p12-not-readable' })
  })
})

describe('the vault', () => {
  test('gives back what was locked, for what it was locked for and nothing else', () => {
    const vault = openVault(folder)
    const box = vault.lock(Buffer.from('a private key'), 'Sargodha')
    expect(vault.unlock(box, 'Sargodha').toString()).toBe('a private key')
    expect(box.includes('private')).toBe(false)
    expect(() => vault.unlock(box, 'Zaozhuang')).toThrow()
    box[box.length - 1]! ^= 1
    expect(() => vault.unlock(box, 'Sargodha')).toThrow()
  })

  test('its secret is its owner’s alone, made once, and another one does not fit', () => {
    const file = join(folder, 'config', 'signing.secret')
    const box = openVault(folder).lock(Buffer.from('a private key'), 'Sargodha')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const first = readFileSync(file, 'utf8')
    expect(openVault(folder).unlock(box, 'Sargodha').toString()).toBe('a private key')
    writeFileSync(file, `${'ab'.repeat(32)}\n`)
    expect(() => openVault(folder).unlock(box, 'Sargodha')).toThrow(expect.objectContaining({ reason: 'web.key-of-another-secret' }))
    writeFileSync(file, first)
  })
})
