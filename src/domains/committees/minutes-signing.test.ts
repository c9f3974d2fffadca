// Sealed minutes as a file that each side signs: by its chair and nobody else, with real signatures that an independent reader finds valid,
// each over all that came before; a correction afterwards is a file of its own, and the minutes stay byte for byte.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { hashPassword } from '#platform/auth/passwords.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { sealedUnder, verifyFile } from '#domains/signing/verification-store.ts'
import { checkPdf } from '#platform/signatures/check.ts'
import { noPdfsig, pdfsig } from '#platform/signatures/test-paper.ts'
import { world } from '#test/world.ts'
import { meetingsApi as api } from './api.ts'
import { minutesChecks } from './meeting-rules.ts'
import { readyMade } from './ready-rules.ts'
import { committeeRoutes } from './routes.ts'
import { signsFor } from './signing-rules.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
let body: Awaited<ReturnType<typeof committee>>
let meeting: Id
let once: Buffer
const password = 'correct horse battery'
let clock = Date.parse('2026-06-01T05:00:00.000Z')
const as = <T>(viewer: Viewer, deed: () => T): T => { clock += 60_000; w.at(new Date(clock).toISOString()); w.as(viewer); return deed() }
const one = () => ({ params: { id: meeting } })
const look = async () => (await as(story.li, () => w.ask(api.meeting, one()))).answer.minutes!
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now)
  story = await peopleAndPlaces(w.db)
  await w.db.updateTable('person').set({ passwordHash: await hashPassword(password) }).execute()
  await w.db.updateTable('person').set({ nameNative: '王丽' }).where('id', '=', story.wang.id).execute()
  body = await committee(w, story)
  meeting = (await w.ask(api.call, { params: { id: body.id }, body: { startsAt: '2026-06-01T05:00:00.000Z', zone: 'Asia/Karachi' } })).answer.id
  await as(story.ayesha, () => w.ask(api.open, one()))
  for (const each of [story.ayesha, story.wang]) await as(each, () => w.ask(api.presence, { ...one(), body: { mode: 'room' } }))
  await as(story.ayesha, () => w.ask(api.close, one()))
  await as(story.wang, () => w.ask(api.draftMinutes, one()))
  const russian = await as(story.ayesha, () => w.ask(api.writeMinutes, { ...one(), body: { locale: 'ru', text: null } }))
  expect(russian.answer.minutes!.texts.find(({ locale }) => locale === 'ru')!.text).toContain('Протокол')
  await as(story.ayesha, () => w.ask(api.writeMinutes, { ...one(), body: { locale: 'ur', text: 'کمیٹی نے پروگرام شروع کرنے کا فیصلہ کیا۔' } }))
})
afterAll(() => w.close())

const approve = (viewer: Viewer, sideId: Id) => look().then(({ now: hash }) => as(viewer, () => w.ask(api.approveMinutes, { ...one(), body: { sideId, hash } })))
const sign = async (viewer: Viewer, sideId: Id, more: { addendumId?: Id; paperSha256?: string; proof?: object } = {}) => {
  const { papers } = await look()
  const paper = papers.find(({ addendumId }) => addendumId === (more.addendumId ?? null))
  return as(viewer, () => w.ask(api.signMinutes, { ...one(), body: { sideId, paperSha256: paper?.headSha256 ?? '0'.repeat(64), proof: { password }, ...more } as never }))
}
const file = async (addendumId?: Id) => (await as(story.li, () => w.ask(api.minutesPaper, { ...one(), query: addendumId ? { addendumId } : {} }))).bytes

test('there is nothing to sign before every side has approved', async () => {
  await approve(story.ayesha, body.ours)
  expect([(await look()).papers, (await sign(story.ayesha, body.ours)).status]).toEqual([[], 404])
  await approve(story.wang, body.theirs)
  expect((await look()).papers).toMatchObject([{ addendumId: null, signatures: [], signedAt: null }])
})

test('the chair signs for the side, with a password once more, and the paper that was read', async () => {
  expect((await sign(story.bilal, body.ours)).answer).toMatchObject({ error: 'committees.only-who-arranges' })
  expect((await sign(story.wang, body.ours)).answer).toMatchObject({ error: 'committees.only-its-chair' })
  expect((await sign(story.ayesha, body.ours, { proof: { password: 'guessed' } })).answer).toMatchObject({ error: 'people.wrong-password' })
  expect((await sign(story.niran, body.ours)).status).toBe(404)
  const read = (await look()).papers[0]!.headSha256
  expect((await sign(story.ayesha, body.ours)).answer.minutes!.papers[0]).toMatchObject({ signedAt: null, signatures: [{ sideId: body.ours, name: 'Ayesha' }] })
  once = Buffer.from(await file())
  expect((await sign(story.wang, body.theirs, { paperSha256: read })).answer).toMatchObject({ error: 'committees.paper-changed' })
  expect((await sign(story.ayesha, body.ours)).answer).toMatchObject({ error: 'committees.signed-already' })
  expect((await look()).checks.find(({ id }) => id === 'g28')).toMatchObject({ status: 'warn', inputs: { signed: 1, sides: 2 } })
})

test('the last signature makes it whole: both are valid to an independent reader, and what they cover is what was approved', async (context) => {
  expect((await sign(story.wang, body.theirs)).answer.minutes!.papers[0]).toMatchObject({ signedAt: expect.any(String), maySign: [] })
  const { papers, checks } = await look()
  expect(checks.find(({ id }) => id === 'g28')).toMatchObject({ status: 'pass' })
  const bytes = await file()
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(papers[0]!.headSha256)
  const checked = await checkPdf(new Uint8Array(bytes), new Date(clock))
  expect([checked.whole, checked.signatures.map(({ integrity, certificate }) => [integrity, certificate?.subject.includes('Zaozhuang') || certificate?.subject.includes('Sargodha')])]).toEqual([true, [['valid', true], ['valid', true]]])
  if (noPdfsig) return context.skip(noPdfsig)
  const said = pdfsig(bytes)
  expect([said.valid, said.whole.at(-1)]).toEqual([['Signature is Valid.', 'Signature is Valid.'], true])
})

test('afterwards only corrections: approved and signed by both as a file of their own, the minutes as they were', async () => {
  const before = await file()
  const { answer } = await as(story.wang, () => w.ask(api.addAddendum, { ...one(), body: { sideId: body.theirs, text: 'Li is Professor Li.' } }))
  const addendumId = answer.minutes!.addenda[0]!.id
  expect((await sign(story.wang, body.theirs, { addendumId })).status).toBe(404)
  await as(story.ayesha, () => w.ask(api.approveAddendum, { params: { id: meeting, addendumId }, body: { sideId: body.ours } }))
  await sign(story.ayesha, body.ours, { addendumId })
  expect((await sign(story.wang, body.theirs, { addendumId })).answer.minutes!.papers.map(({ signedAt }) => signedAt !== null)).toEqual([true, true])
  const checked = await checkPdf(new Uint8Array(await file(addendumId)), new Date(clock))
  expect(checked.signatures.map(({ integrity }) => integrity)).toEqual(['valid', 'valid'])
  expect((await file()).equals(before)).toBe(true)
})

test('anyone learns by its code or file whether it is genuine and what was corrected since, and not whose it is', async () => {
  const [minutes, correction] = (await look()).papers
  const told = await sealedUnder(w.db, minutes!.code!.toLowerCase().replaceAll('-', ' '), 'en', now)
  expect(told).toMatchObject({ about: 'minutes', sides: 2, signed: 2, signedAt: expect.any(String), corrections: [{ number: 1 }] })
  expect(await sealedUnder(w.db, correction!.code!, 'en', now)).toMatchObject({ about: 'correction', number: 1, signed: 2 })
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`Sargodha|Zaozhuang|Ayesha|${meeting}|${body.id}|${minutes!.id}`))
  const bytes = await file()
  expect(bytes.toString('latin1')).toContain(`/verify/${minutes!.code}`)
  const find = async (some: Buffer) => { const { finding, sealed } = await verifyFile(w.db, some, 'en', now); return [finding, sealed?.about] }
  expect(await find(bytes)).toEqual(['sealed', 'minutes'])
  expect(await find(await file(correction!.addendumId!))).toEqual(['sealed', 'correction'])
  expect(await find(once)).toEqual(['revision', 'minutes'])
  expect(await find(Buffer.concat([bytes, Buffer.from('\n%')]))).toEqual(['longer', 'minutes'])
  expect(await find(bytes.subarray(0, -300))).toEqual(['shorter', 'minutes'])
  const changed = Buffer.from(bytes)
  changed[changed.length - 2000]! ^= 1
  expect(await find(changed)).toEqual(['other', undefined])
})

test('without a chair whoever speaks for the side signs; without sides, the chair alone', () => {
  const seat = (sideId: string | null, memberId: string, office: 'chair' | 'secretary' | null) => ({ id: memberId, sideId, memberId, office, alternateId: null, endedAt: null, voting: true })
  const judged = (seats: ReturnType<typeof seat>[], sides = ['a', 'b']) => ({ body: { constitutedAt: now, dissolvedAt: null }, sides: sides.map((id) => ({ id, organisationId: null })), seats, keeps: false })
  const viewer = (id: string) => ({ ...story.li, id, offices: [], admin: false })
  expect(signsFor(judged([seat('a', 'x', 'secretary'), seat('b', 'y', 'chair'), seat('b', 'z', 'secretary')]), viewer('x'))).toEqual(['a'])
  expect(signsFor(judged([seat('b', 'y', 'chair'), seat('b', 'z', 'secretary')]), viewer('z'))).toEqual([])
  expect([signsFor(judged([seat(null, 'y', 'chair')], []), viewer('y')), signsFor(judged([seat(null, 'y', 'chair'), seat(null, 'z', null)], []), viewer('z'))]).toEqual([[null], []])
})

test('they are in time when the last side signed in time, however long ago that is', () => {
  const rules = readyMade['joint-coordination-committee']
  const of = (last: string, seen = '2027-01-01T00:00:00.000Z') => minutesChecks({ rules, version: 1, asOf: seen }, {
    meeting: { closedAt: '2026-06-01T10:00:00.000Z' }, draftedAt: '2026-06-02T00:00:00.000Z', texts: [], approvals: [], hash: '', sides: [{ id: 'a' }, { id: 'b' }], facts: { decisions: 0, attendance: 1 }, signatures: [{ sideId: 'a', at: '2026-06-05T00:00:00.000Z' }, { sideId: 'b', at: last }], addenda: 0, sealed: true,
  }, seen).find(({ id }) => id === 'g24')!.status
  expect([of('2026-06-30T10:00:00.000Z'), of('2026-07-03T10:00:00.000Z')]).toEqual(['pass', 'warn'])
})
