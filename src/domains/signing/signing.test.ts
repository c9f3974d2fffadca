// The way from opened to sealed: cleared in order, signed here, elsewhere and in ink, sealed by the last, and what is refused on the way.
import { createHash, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementsApi } from '#domains/agreements/api.ts'
import { endOfTerm } from '#domains/agreements/rules.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { signerOf } from '#platform/signatures/cms.ts'
import { readP12 } from '#platform/signatures/certificates.ts'
import { expired, inDate } from '#platform/signatures/p12.fixtures.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import { noPdfsig, pdfsig } from '#platform/signatures/test-paper.ts'
import { world } from '#test/world.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { signHere } from './actions.ts'
import { signingApi } from './api.ts'
import type { SigningFile } from './model.ts'
import { agreedPdf, data, draftBetween, now, password, peopleAndPlaces, routes } from './test-signing.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
beforeAll(async () => {
  w = await world(() => [...routes(), ...agreementRoutes(async () => new Uint8Array())], now)
  story = await peopleAndPlaces(w.db)
})
afterAll(() => w.close())

const as = <T>(viewer: Viewer | undefined, deed: () => T): T => (w.as(viewer), deed())
const opened = async (agreement?: Id) => {
  const id = agreement ?? (await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  const { answer } = await as(story.ayesha, async () => w.ask(signingApi.openWithPdf, { params: { id }, file: await agreedPdf() }))
  return { id, signing: answer as SigningFile }
}
async function clear({ id, signing }: { id: Id; signing: SigningFile }) {
  for (const { id: clearanceId, sideId } of signing.clearances) {
    const viewer = sideId === story.sargodha ? story.ayesha : story.wang
    expect((await as(viewer, () => w.ask(signingApi.answerClearance, { params: { id, clearanceId }, body: { state: 'given' } }))).status).toBe(200)
  }
}
const seatOf = (signing: SigningFile, sideId: Id) => signing.seats.find((seat) => seat.sideId === sideId)!.id
const sign = (viewer: Viewer | undefined, { id, signing }: { id: Id; signing: SigningFile }, sideId: Id, more: object = {}) => as(viewer, () =>
  w.ask(signingApi.sign, { params: { id }, body: { seatId: seatOf(signing, sideId), paperSha256: signing.paperSha256, proof: { password }, ...more } }))
const paper = async (viewer: Viewer, id: Id) => (await as(viewer, () => w.ask(signingApi.paper, { params: { id } }))).bytes

describe('signed here by both', () => {
  test('the last signature seals: real signatures, one file, in force, frozen', async (context) => {
    const it = await opened()
    expect(it.signing.stage).toBe('clearing')
    expect((await sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ error: 'signing.not-cleared' })
    await clear(it)
    const first = await sign(story.ayesha, it, story.sargodha)
    expect(first.answer).toMatchObject({ stage: 'signing', signatures: [{ name: 'عائشہ خان', authority: 'office', signedOn: '2026-03-03', zone: 'Asia/Karachi', hashes: it.signing.hashes }] })
    const last = await sign(story.wang, it, story.zaozhuang, { place: '枣庄' })
    expect(last.answer).toMatchObject({ stage: 'sealed', signatures: [{}, { name: '王丽', place: '枣庄', signedOn: '2026-03-03', zone: 'Asia/Shanghai' }] })
    const { answer: agreement } = await as(story.wang, () => w.ask(agreementsApi.read, { params: { id: it.id } }))
    expect([agreement.standing.state, agreement.signedOn, agreement.sealedAt]).toEqual(['in-force', '2026-03-03', now])
    const file = await paper(story.wang, it.id)
    expect(createHash('sha256').update(file).digest('hex')).toBe((last.answer as SigningFile).sealedSha256)
    expect((await sign(story.wang, it, story.zaozhuang)).answer).toMatchObject({ error: 'signing.is-sealed' })
    const revised = await as(story.ayesha, () => w.ask(agreementsApi.revise, { params: { id: it.id }, body: { kind: 'memorandum', title: 'Another title', parties: agreement.parties.map(({ organisationId }) => ({ organisationId })), seen: agreement.changedAt } }))
    expect([revised.status, revised.answer]).toMatchObject([409, { error: 'agreements.is-sealed' }])
    expect(brokenLink(await chainOf(w.db, it.id))).toBeUndefined()
    if (noPdfsig) context.skip(noPdfsig)
    const checked = pdfsig(file)
    expect([checked.valid, checked.whole]).toEqual([['Signature is Valid.', 'Signature is Valid.'], [false, true]])
  })

  test('at the same instant: both stand, exactly one seals', async () => {
    const it = await opened()
    await clear(it)
    const last = (viewer: Viewer, side: Id) => w.db.transaction().execute((db) => signHere(
      { db, viewer, now, today: now.slice(0, 10), visit: { address: '::1' } } as never, openVault(data), it.id, { seatId: seatOf(it.signing, side), paperSha256: it.signing.paperSha256, title: null, place: null, proof: { password } }))
    const both = await Promise.all([last(story.ayesha, story.sargodha), last(story.wang, story.zaozhuang)]) as SigningFile[]
    expect(both.map(({ stage, signatures }) => [stage, signatures.length]).toSorted()).toEqual([['sealed', 2], ['signing', 1]])
    const what = (await chainOf(w.db, it.id)).map((entry) => entry.what)
    expect(what.filter((one) => one === 'signing.signed' || one === 'signing.sealed' || one === 'agreement.in-force')).toEqual(['signing.signed', 'signing.signed', 'signing.sealed', 'agreement.in-force'])
  })

  test.each([
    ['nobody', () => undefined, {}, 401, 'web.sign-in-first'], ['someone of neither side', () => story.outsider, {}, 404, 'web.not-found'],
    ['a coordinator, who keeps records and does not sign', () => story.secretary, {}, 409, 'signing.only-a-signatory'],
    ['a director with a wrong password', () => story.ayesha, { proof: { password: 'guessed' } }, 403, 'people.wrong-password'],
    ['a director who saw another paper', () => story.ayesha, { paperSha256: 'a'.repeat(64) }, 409, 'signing.changed-meanwhile'],
  ])('%s is refused', async (_, who, more, status, error) => {
    const it = await opened()
    await clear(it)
    const refused = await sign(who(), it, story.sargodha, more)
    expect([refused.status, (refused.answer as { error?: string }).error]).toEqual([status, error])
  })
})

describe('mixed in one agreement', () => {
  test('signed elsewhere, with a certificate of one’s own, then here', async (context) => {
    const it = await opened()
    await clear(it)
    const keyed = await readP12(inDate, 'pamir-test')
    const elsewhere = async (bytes: Uint8Array, at = now, key = keyed) => new File([Buffer.from(await signPdf(bytes, {
      signer: signerOf(key.key, key.certificate, key.chain), field: it.signing.seats.find(({ sideId }) => sideId === story.zaozhuang)!.field, shown: { name: '李东升', nameLang: 'zh', lines: [] }, at: new Date(at),
    }))], 'signed.pdf', { type: 'application/pdf' })
    const body = { seatId: seatOf(it.signing, story.zaozhuang), paperSha256: it.signing.paperSha256, name: '李东升', title: '院长' }
    const upload = (file: File) => as(story.wang, () => w.ask(signingApi.takeSigned, { params: { id: it.id }, body, file }))
    const blank = await paper(story.wang, it.id)
    expect((await upload(new File([Buffer.from(blank)], 'unsigned.pdf'))).answer).toMatchObject({ error: 'signing.upload-unsigned' })
    expect((await upload(await agreedPdf())).answer).toMatchObject({ error: 'signing.upload-another-paper' })
    expect((await upload(await elsewhere(blank, now, await readP12(expired, 'pamir-test')))).answer).toMatchObject({ error: 'signing.upload-expired' })
    // A clock that is set back does not make an expired certificate one that holds: no paper is signed before it is there.
    const old = await readP12(expired, 'pamir-test')
    const whileItHeld = new Date(Date.parse(new X509Certificate(old.certificate).validFrom) + 86_400_000).toISOString()
    expect((await upload(await elsewhere(blank, whileItHeld, old))).answer).toMatchObject({ error: 'signing.upload-wrong-clock' })
    expect((await upload(await elsewhere(blank, '2026-03-09T00:00:00.000Z'))).answer).toMatchObject({ error: 'signing.upload-wrong-clock' })
    const forged = Buffer.from(await (await elsewhere(blank)).arrayBuffer())
    // A digit near the end of the signature itself, before the room that is left.
    const cut = forged.indexOf('0000000000>', blank.length) - 1
    const last = forged.subarray(0, cut).findLastIndex((byte) => byte !== 0x30) - 9
    forged[last] = forged[last] === 0x30 ? 0x31 : 0x30
    expect((await upload(new File([forged], 'forged.pdf'))).answer).toMatchObject({ error: expect.stringMatching(/^signing\.upload-(forged|unreadable)$/) as string })
    const taken = await upload(await elsewhere(blank))
    expect(taken.answer).toMatchObject({ signatures: [{ means: 'uploaded', name: '李东升', checked: { signatures: [{ integrity: 'valid', certificate: { issuer: 'Example University CA' } }] } }] })
    expect((await sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ stage: 'sealed' })
    if (noPdfsig) context.skip(noPdfsig)
    const checked = pdfsig(await paper(story.ayesha, it.id))
    expect(checked.signers.toSorted()).toEqual(['Example University', 'University of Sargodha'])
    expect([checked.valid, checked.whole.toSorted()]).toEqual([['Signature is Valid.', 'Signature is Valid.'], [false, true]])
  })

  test('in ink: the scan goes into the sealed file, under a seal that covers all', async (context) => {
    const it = await opened()
    await clear(it)
    const scan = new File([Buffer.from('%PDF-1.4 a scan of the signed page')], 'scan.pdf')
    const body = { seatId: seatOf(it.signing, story.zaozhuang), paperSha256: it.signing.paperSha256, name: '李东升', place: '枣庄', signedOn: '2026-03-01', seal: '枣庄学院', keptAt: 'Zaozhuang, archive\nSargodha, registry' }
    const ink = (more: object, file: File = scan) => as(story.wang, () => w.ask(signingApi.recordInk, { params: { id: it.id }, body: { ...body, ...more }, file }))
    expect((await ink({ signedOn: '2026-04-01' })).answer).toMatchObject({ error: 'signing.signed-in-future' })
    expect((await ink({}, new File(['plain text'], 'scan.txt'))).status).toBe(415)
    expect((await ink({})).answer).toMatchObject({ signatures: [{ means: 'ink', signedOn: '2026-03-01', seal: '枣庄学院', originals: [{ keptAt: 'Zaozhuang, archive' }, { keptAt: 'Sargodha, registry' }] }] })
    const { answer } = await sign(story.ayesha, it, story.sargodha)
    const file = await paper(story.ayesha, it.id)
    expect([(answer as SigningFile).stage, file.includes('scan of the signed page') || file.length > 10_000]).toEqual(['sealed', true])
    if (noPdfsig) context.skip(noPdfsig)
    const checked = pdfsig(file)
    expect([checked.signers, checked.valid, checked.whole]).toEqual([['University of Sargodha', 'Pamir'], ['Signature is Valid.', 'Signature is Valid.'], [false, true]])
  })

  test('a photograph of a signed page tells nothing of where it was taken', async () => {
    const it = await opened()
    await clear(it)
    const photograph = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 10]), Buffer.from('Sargodha'), Buffer.from([0xff, 0xda, 0, 2, 7, 0xff, 0xd9])])
    const body = { seatId: seatOf(it.signing, story.zaozhuang), paperSha256: it.signing.paperSha256, name: '李东升', place: '枣庄', signedOn: '2026-03-01', keptAt: 'Zaozhuang' }
    const { answer } = await as(story.wang, () => w.ask(signingApi.recordInk, { params: { id: it.id }, body: body as never, file: new File([photograph], 'page.jpg') }))
    const { bytes } = await as(story.wang, () => w.ask(signingApi.signatureFile, { params: { id: it.id, signatureId: (answer as SigningFile).signatures[0]!.id } }))
    expect([bytes.subarray(0, 2).toString('hex'), bytes.includes('Sargodha')]).toEqual(['ffd8', false])
  })

  test('a way in which the other side has signed stays accepted', async () => {
    const it = await opened()
    await clear(it)
    await sign(story.ayesha, it, story.sargodha)
    const accept = (accepts: ('ink' | 'electronic')[]) => as(story.wang, () => w.ask(signingApi.accept, { params: { id: it.id, sideId: story.zaozhuang }, body: { accepts } }))
    expect((await accept(['ink'])).answer).toMatchObject({ error: 'signing.way-is-used' })
    expect((await accept(['ink', 'electronic'])).status).toBe(200)
  })

  test('what one side does not accept the other cannot use', async () => {
    const it = await opened()
    await clear(it)
    await as(story.wang, () => w.ask(signingApi.accept, { params: { id: it.id, sideId: story.zaozhuang }, body: { accepts: ['ink'] } }))
    expect((await sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ error: 'signing.not-accepted' })
    expect((await as(story.ayesha, () => w.ask(signingApi.accept, { params: { id: it.id, sideId: story.zaozhuang }, body: { accepts: ['electronic'] } }))).answer).toMatchObject({ error: 'signing.only-its-side' })
  })
})

describe('around midnight', () => {
  // Karachi is five hours ahead of Greenwich, Shanghai eight, New York five behind in March before the eighth.
  test.each([
    ['the first still yesterday, the last tomorrow', '2026-03-04T15:50:00.000Z', 'Asia/Shanghai', '2026-03-04T16:10:00.000Z', '2026-03-04', '2026-03-05'],
    ['both write the next day already', '2026-03-04T20:30:00.000Z', 'Asia/Shanghai', '2026-03-04T20:40:00.000Z', '2026-03-05', '2026-03-05'],
    ['the first tomorrow, the last, in New York, still today', '2026-03-04T20:30:00.000Z', 'America/New_York', '2026-03-04T21:00:00.000Z', '2026-03-05', '2026-03-04'],
    ['the last in Los Angeles on the day before Greenwich', '2026-03-05T03:00:00.000Z', 'America/Los_Angeles', '2026-03-05T04:00:00.000Z', '2026-03-05', '2026-03-04'],
    ['the last on 29 February, which ends there two hours later', '2028-02-29T10:00:00.000Z', 'Asia/Shanghai', '2028-02-29T15:30:00.000Z', '2028-02-29', '2028-02-29'],
    ['the last on the first of March, while it is 29 February in Greenwich', '2028-02-29T10:00:00.000Z', 'Asia/Shanghai', '2028-02-29T16:30:00.000Z', '2028-02-29', '2028-03-01'],
  ])('%s: it holds from that instant', async (_, first, zone, last, firstOn, lastOn) => {
    await w.db.updateTable('organisation').set({ timeZone: zone }).where('id', '=', story.zaozhuang).execute()
    try {
      w.at(first)
      const it = await opened()
      await clear(it)
      expect((await sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ signatures: [{ signedOn: firstOn }] })
      w.at(last)
      expect((await sign(story.wang, it, story.zaozhuang)).answer).toMatchObject({ stage: 'sealed' })
      const read = async () => (await as(story.wang, () => w.ask(agreementsApi.read, { params: { id: it.id } }))).answer
      const { standing, signedOn, holdsUntil } = await read()
      expect([standing.state, standing.since, signedOn]).toEqual(['in-force', lastOn, lastOn])
      expect(holdsUntil).toBe(endOfTerm(lastOn, 'day', 5))
      const found = (await as(story.wang, () => w.ask(agreementsApi.list, { query: { state: ['in-force'], limit: 100 } as never }))).answer
      expect(found.rows.find(({ id }) => id === it.id)?.state).toBe('in-force')
    } finally {
      w.at(now)
      await w.db.updateTable('organisation').set({ timeZone: 'Asia/Shanghai' }).where('id', '=', story.zaozhuang).execute()
    }
  })
})

test('a signing called off leaves its signatures in the history, and another may be opened', async () => {
  const it = await opened()
  await clear(it)
  await sign(story.ayesha, it, story.sargodha)
  expect((await as(story.outsider, () => w.ask(signingApi.callOff, { params: { id: it.id }, body: { because: 'x' } }))).status).toBe(404)
  expect((await as(story.ayesha, async () => w.ask(signingApi.openWithPdf, { params: { id: it.id }, file: await agreedPdf() }))).answer).toMatchObject({ error: 'signing.open-already' })
  expect((await as(story.wang, () => w.ask(signingApi.callOff, { params: { id: it.id }, body: { because: 'Article 4 must change' } }))).status).toBe(200)
  const again = await opened(it.id)
  expect(again.signing.signatures).toEqual([])
  expect((await sign(story.ayesha, { id: it.id, signing: { ...again.signing, paperSha256: it.signing.paperSha256 } }, story.sargodha)).answer).toMatchObject({ error: 'signing.changed-meanwhile' })
  expect((await chainOf(w.db, it.id)).map(({ what }) => what)).toContain('signing.called-off')
})
