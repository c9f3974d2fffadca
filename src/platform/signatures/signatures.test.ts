// Signatures in a PDF: poppler's `pdfsig` finds each of them valid, our own checker agrees, and a changed byte is found by both.
import { createHash } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { describe as said } from './certificates.ts'
import { checkPdf } from './check.ts'
import { makeLeaf } from './issue.ts'
import { signPdf } from './sign.ts'
import { authority, noPdfsig, paper, pdfsig, signatories, signedBy, signer } from './test-paper.ts'

const now = new Date('2026-03-02T09:00:00Z')
let signed: Uint8Array
beforeAll(async () => { signed = await signedBy(4) })
const integrity = async (bytes: Uint8Array) => (await checkPdf(bytes, now)).signatures.map((one) => `${one.integrity}, then ${one.after}`)

describe('an independent checker', () => {
  test('finds four signatures in four scripts valid, and the last to cover the whole document', (context) => {
    if (noPdfsig) context.skip(noPdfsig)
    const { valid, whole, signers } = pdfsig(signed)
    expect(valid).toEqual(Array.from({ length: 4 }, () => 'Signature is Valid.'))
    expect(whole).toEqual([false, false, false, true])
    expect(signers).toEqual(signatories.map(({ of }) => of))
  })

  test('finds one changed byte', (context) => {
    if (noPdfsig) context.skip(noPdfsig)
    expect(pdfsig(flip(signed, 700)).valid).toEqual(Array.from({ length: 4 }, () => 'Digest Mismatch.'))
  })
})

describe('our own checker', () => {
  test('agrees, and says who, by which certificate, and when', async () => {
    const { signatures, whole, sha256 } = await checkPdf(signed, now)
    expect(signatures.map((one) => [one.signer, one.certificate?.subject, one.integrity, one.validThen, one.after]))
      .toEqual(signatories.map(({ name, of }, place) => [name, of, 'valid', 'in-date', place === 3 ? 'nothing' : 'signatures']))
    expect([whole, sha256, signatures[0]!.statedAt]).toEqual([true, createHash('sha256').update(signed).digest('hex'), '2026-03-02T09:00:00.000Z'])
  })

  test('finds a changed byte wherever it is', async () => {
    expect(await integrity(flip(signed, 700))).toEqual(['changed', 'changed', 'changed', 'changed'].map((word, place) => `${word}, then ${place === 3 ? 'nothing' : 'signatures'}`))
  })

  test('finds what was added after the last signature, and pages changed between two', async () => {
    expect((await integrity(Buffer.concat([signed, Buffer.from('\n% more\n')]))).at(-1)).toBe('valid, then content')
    const pdf = await PDF.load(await signedBy(1))
    pdf.getPage(0)!.drawText('and 1,000,000 a year', { x: 60, y: 700, size: 12 })
    const leaf = await makeLeaf(await authority(), signatories[1]!.of, 'CN', new Date('2026-01-01'))
    const again = await signPdf(await pdf.save({ incremental: true }), { signer: signer(leaf), field: 'party-2', shown: { ...signatories[1]!, lines: [] }, at: now })
    expect(await integrity(again)).toEqual(['valid, then content', 'valid, then nothing'])
  })

  test('finds a signature by another key than that of the certificate it names', async () => {
    const root = await authority()
    const [own, other] = [await makeLeaf(root, 'University of Sargodha', 'PK', new Date('2026-01-01')), await makeLeaf(root, 'Somebody', null, new Date('2026-01-01'))]
    const forged = await signPdf(await paper(), { signer: signer({ ...own, key: other.key }), field: 'party-1', shown: { ...signatories[0]!, lines: [] }, at: now })
    expect(await integrity(forged)).toEqual(['forged, then nothing'])
  })

  test('finds a signature that leaves out part of the document', async () => {
    const text = Buffer.from(signed).toString('latin1')
    const [whole, gap, resume] = /\[0 (\d+) +(\d+)/.exec(text)!
    const partial = Buffer.from(text.replace(whole, `[0 ${String(Number(gap) - 40).padEnd(gap!.length)} ${resume}`), 'latin1')
    expect((await integrity(partial))[0]).toMatch(/^partial/)
  })

  test('tells a certificate that had expired, or did not hold yet, when it signed', async () => {
    const root = await authority()
    for (const [at, then] of [['2020-01-01', 'not-yet'], ['2031-01-01', 'expired'], ['2027-01-01', 'in-date']] as const) {
      const leaf = await makeLeaf(root, 'University of Sargodha', 'PK', new Date('2026-01-01'))
      const bytes = await signPdf(await paper(), { signer: signer(leaf), field: 'party-1', shown: { ...signatories[0]!, lines: [] }, at: new Date(at) })
      expect((await checkPdf(bytes, now)).signatures[0]!.validThen).toBe(then)
    }
  })

  test('refuses what is no PDF, and finds nothing in one that nobody signed', async () => {
    await expect(checkPdf(Buffer.from('%PDF-1.7 and then nothing'), now)).rejects.toMatchObject({ reason: 'web.pdf-not-readable' })
    expect((await checkPdf(await paper(), now)).signatures).toEqual([])
  })
})

test('a signature changes nothing of what stood before it', async () => {
  const two = await signedBy(2)
  const leaf = await makeLeaf(await authority(), 'X', null, new Date('2026-01-01'))
  const three = await signPdf(two, { signer: signer(leaf), field: 'party-3', shown: { ...signatories[2]!, lines: [] }, at: now })
  expect(Buffer.from(three.subarray(0, two.length)).equals(Buffer.from(two))).toBe(true)
  await expect(signPdf(three, { signer: signer(leaf), field: 'party-3', shown: { ...signatories[2]!, lines: [] }, at: now })).rejects.toThrow('signed already')
})

test('the authority of an installation says what it is', async () => {
  const root = await authority()
  const leaf = await makeLeaf(root, '枣庄学院', 'CN', new Date('2045-06-01'))
  expect(said(leaf.certificate)).toMatchObject({ subject: '枣庄学院', issuer: 'Pamir, this installation only', until: said(root.certificate).until, selfSigned: false })
})

function flip(bytes: Uint8Array, place: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[place]! ^= 1
  return changed
}
