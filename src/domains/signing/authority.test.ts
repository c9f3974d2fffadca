// Who may sign: a faculty by a delegation on file, equals with equals, clearances in their order, and the certificates of organisations.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expired, inDate, notYet } from '#platform/signatures/p12.fixtures.ts'
import { noPdfsig, pdfsig } from '#platform/signatures/test-paper.ts'
import { world } from '#test/world.ts'
import { authorityApi, signingApi } from './api.ts'
import type { SigningFile } from './model.ts'
import { draftBetween, draftOf, now, peopleAndPlaces, routes } from './test-signing.ts'
import { steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
let go: ReturnType<typeof steps>
beforeAll(async () => {
  w = await world(routes, now)
  story = await peopleAndPlaces(w.db)
  go = steps(w)
})
afterAll(() => w.close())
const keepers = () => ({ [story.sargodha]: story.ayesha, [story.zaozhuang]: story.wang })
const scan = () => new File(['%PDF-1.4 the letter of delegation'], 'letter.pdf')

describe('a faculty', () => {
  const withFaculty = () => draftOf(w.db, story.ayesha, [{ organisationId: story.sargodha, unit: 'Faculty of Medicine' }, { organisationId: story.zaozhuang }])
  const delegate = (more: object) => go.as(story.ayesha, () =>
    w.ask(authorityApi.addDelegation, { params: { id: story.sargodha }, file: scan(), body: { unit: 'Faculty of Medicine', givenBy: 'The Vice Chancellor', sinceOn: '2026-01-01', ...more } }))

  test('signs only with written authority, valid that day and for this kind', async () => {
    const it = await go.open(story.ayesha, await withFaculty())
    await go.clear(it, keepers())
    const reason = async () => ((await go.as(story.ayesha, () => w.ask(signingApi.panel, { params: { id: it.id } }))).answer.signing!.checks.find(({ id, subject }) => id === 'authority' && subject === story.sargodha))
    expect(await reason()).toMatchObject({ status: 'blocks', reason: 'signing.checks.authority-missing', ruleVersion: 'authority 2026-1', inputs: { unit: 'Faculty of Medicine', kind: 'memorandum' } })
    expect((await go.sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ error: 'signing.no-authority' })
    await delegate({ untilOn: '2026-02-28' })
    expect(await reason()).toMatchObject({ status: 'blocks', reason: 'signing.checks.authority-over' })
    await delegate({ kinds: 'exchange' })
    expect((await go.sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ error: 'signing.no-authority' })
    const { answer: delegations } = await delegate({ kinds: 'memorandum,exchange', untilOn: '2026-12-31' })
    expect(delegations.map(({ state }) => state).toSorted()).toEqual(['holds', 'holds', 'over'])
    expect((await go.sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ signatures: [{ authority: 'delegation' }] })
  })

  test.each([['nobody', () => undefined, 401], ['a coordinator', () => story.secretary, 409], ['a director elsewhere', () => story.outsider, 409]])('%s records no delegation', async (_, who, status) => {
    const refused = await go.as(who(), () => w.ask(authorityApi.addDelegation, { params: { id: story.sargodha }, file: scan(), body: { givenBy: 'Me', sinceOn: '2026-01-01' } }))
    expect(refused.status).toBe(status)
  })
})

test('signatories of unequal rank are pointed out, with the rule and its source, and may sign', async () => {
  const it = await go.open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  const rank = (side: string, viewer: typeof story.ayesha, value: 'head' | 'dean') => go.as(viewer, () =>
    w.ask(signingApi.nameSeat, { params: { id: it.id, seatId: it.signing.seats.find(({ sideId }) => sideId === side)!.id }, body: { name: 'X', title: null, rank: value } }))
  await rank(story.sargodha, story.ayesha, 'head')
  const { answer } = await rank(story.zaozhuang, story.wang, 'dean')
  expect(answer.checks.filter(({ id }) => id === 'rank')).toEqual([{
    id: 'rank', status: 'warns', subject: story.zaozhuang, inputs: { rank: 'dean', others: 'head' }, ruleVersion: 'rank 2026-1', reason: 'signing.checks.rank-unequal', source: expect.stringContaining('http') as string,
  }])
  await go.clear(it, keepers())
  expect((await go.sign(story.ayesha, it, story.sargodha)).status).toBe(200)
})

describe('clearances', () => {
  test('an organisation adds its own step and puts one in the place of its country’s; they come in order', async () => {
    const adjust = (body: object) => go.as(story.ayesha, () => w.ask(authorityApi.adjustRule, { params: { id: story.sargodha }, body: body as never }))
    await adjust({ step: 'legal', place: 10, effect: 'block', answeredBy: 'Legal adviser', usualDays: 5 })
    const { answer } = await adjust({ replaces: 'pk-foreign-office', step: 'foreign-office', place: 60, effect: 'warn', onlyAbroad: true })
    expect(answer.map(({ step, effect, version }) => `${step} ${effect} ${version}`)).toEqual(['legal block own 1', 'ministry warn PK 2026-1', 'foreign-office warn own 2'])
    const it = await go.open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
    const own = it.signing.clearances.filter(({ sideId }) => sideId === story.sargodha)
    expect(own.map(({ step, turn, effect }) => [step, turn, effect])).toEqual([['legal', true, 'block'], ['foreign-office', false, 'warn']])
    const answerTo = (viewer: typeof story.ayesha | undefined, at: number, state: 'given' | 'refused' = 'given') => go.as(viewer, () =>
      w.ask(signingApi.answerClearance, { params: { id: it.id, clearanceId: own[at]!.id }, body: { state, note: 'Seen' } }))
    expect((await answerTo(story.ayesha, 1)).answer).toMatchObject({ error: 'signing.not-its-turn' })
    expect((await answerTo(story.wang, 0)).answer).toMatchObject({ error: 'signing.only-its-side' })
    expect((await answerTo(undefined, 0)).status).toBe(401)
    w.at('2026-03-06T09:00:00.000Z')
    expect((await answerTo(story.secretary, 0, 'refused')).answer.clearances.find(({ id }) => id === own[0]!.id)).toMatchObject({ state: 'refused', days: 3, who: 'Bilal' })
    expect((await go.sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ error: 'signing.clearance-refused' })
    await go.as(story.ayesha, () => w.ask(signingApi.takeBackAnswer, { params: { id: it.id, clearanceId: own[0]!.id } }))
    await answerTo(story.ayesha, 0)
    // What only warns keeps nobody from signing.
    expect((await go.sign(story.ayesha, it, story.sargodha)).status).toBe(200)
    w.at(now)
  })
})

describe('a certificate that is brought', () => {
  const bring = (bytes: Buffer, word = 'pamir-test', viewer = story.wang) => go.as(viewer, () =>
    w.ask(authorityApi.bringCertificate, { params: { id: story.zaozhuang }, file: new File([Uint8Array.from(bytes)], 'own.p12'), body: { password: word } }))

  test('is refused when it has expired, does not hold yet, opens with another password, or is none', async () => {
    const director = { ...story.wang, offices: story.wang.offices.map((office) => ({ ...office, role: 'director' as const })) }
    expect((await bring(inDate)).answer).toMatchObject({ error: 'signing.only-a-director' })
    for (const [bytes, word, error] of [[expired, 'pamir-test', 'signing.certificate-expired'], [notYet, 'pamir-test', 'signing.certificate-not-yet'], [inDate, 'x', 'web.p12-password-wrong'], [Buffer.from('no'), 'x', 'web.p12-not-readable']] as const) {
      expect((await bring(bytes, word, director)).answer).toMatchObject({ error })
    }
    expect((await bring(inDate, 'pamir-test', director)).answer).toMatchObject({ origin: 'brought', subject: 'Example University', issuer: 'Example University CA', state: 'holds', chain: ['Example University CA'] })
  })

  test('signs from then on, its key nowhere to be read, and refuses once it is over', async (context) => {
    const it = await go.open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
    await go.clear(it, keepers())
    w.at('2030-01-01T09:00:00.000Z')
    expect((await go.sign(story.wang, it, story.zaozhuang)).answer).toMatchObject({ error: 'signing.certificate-expired' })
    w.at(now)
    const { answer } = await go.sign(story.wang, it, story.zaozhuang)
    expect((answer as SigningFile).sides.find(({ id }) => id === story.zaozhuang)!.certificate).not.toHaveProperty('lockedKey')
    const [row] = await w.db.selectFrom('signingCertificate').selectAll().where('organisationId', '=', story.zaozhuang).execute()
    // PKCS#8 of an elliptic key names its curve.
    expect(row!.lockedKey.includes(Buffer.from('2a8648ce3d030107', 'hex'))).toBe(false)
    if (noPdfsig) context.skip(noPdfsig)
    expect(pdfsig(await go.paper(story.wang, it.id)).signers).toEqual(['Example University'])
  })
})
