// Anyone may ask whether a paper is what was sealed, and hears no more than the parties made public.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { verificationApi } from './api.ts'
import { agreedPdf, draftOf, now, peopleAndPlaces, routes } from './test-signing.ts'
import { type Opened, steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
let sealed: Record<'open' | 'closed', Opened & { file: Buffer; code: string; once: Buffer }>
beforeAll(async () => {
  w = await world(routes, now)
  story = await peopleAndPlaces(w.db)
  sealed = { open: await sealOne('public'), closed: await sealOne('parties') }
})
afterAll(() => w.close())

async function sealOne(visibility: string) {
  const { sargodha, zaozhuang, ayesha, wang } = story
  const { open, clear, sign, paper } = steps(w)
  const it = await open(ayesha, await draftOf(w.db, ayesha, [{ organisationId: sargodha }, { organisationId: zaozhuang }], { visibility }))
  await clear(it, { [sargodha]: ayesha, [zaozhuang]: wang })
  await sign(ayesha, it, sargodha)
  const once = await paper(ayesha, it.id)
  await sign(wang, it, zaozhuang)
  return { ...it, once, file: await paper(wang, it.id), code: it.signing.code }
}
const byCode = (code: string) => (w.as(undefined), w.ask(verificationApi.byCode, { params: { code }, query: { locale: 'zh' } }))
const byFile = (bytes: Buffer) => (w.as(undefined), w.ask(verificationApi.byFile, { file: new Blob([Uint8Array.from(bytes)]) as File }))

describe('by the code on the paper', () => {
  test('a public agreement is named, with its parties and signatures', async () => {
    const { answer } = await byCode(sealed.open.code)
    expect(answer).toMatchObject({ state: 'in-force', public: { title: 'Memorandum of Understanding', parties: ['University of Sargodha', '枣庄学院'], signatures: [{ name: 'عائشہ خان' }, { name: '王丽' }] } })
  })
  test('of another it says only how it stands', async () => {
    const { answer } = await byCode(sealed.closed.code)
    expect(answer).toMatchObject({ about: 'agreement', state: 'in-force', public: null })
    expect(JSON.stringify(answer)).not.toMatch(/Memorandum|Sargodha|王丽/)
  })
  test('it is found as people type it, and a code of nothing finds nothing', async () => {
    expect((await byCode(sealed.open.code.toLowerCase().replaceAll('-', ' '))).status).toBe(200)
    for (const code of ['AAAA-BBBB-CCCC', 'x', '%', sealed.open.code.slice(0, 9)]) expect((await byCode(code)).status, code).toBe(404)
  })
  test('what is not sealed yet is not found', async () => {
    const it = await steps(w).open(story.ayesha, await draftOf(w.db, story.ayesha, [{ organisationId: story.sargodha }, { organisationId: story.zaozhuang }]))
    expect((await byCode(it.signing.code)).status).toBe(404)
  })
})

describe('by the file', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['the sealed file', () => sealed.closed.file, 'sealed'], ['it as the first had signed it', () => sealed.open.once, 'revision'],
    ['it with something behind it', () => Buffer.concat([sealed.open.file, Buffer.from('\n%')]), 'longer'], ['its beginning', () => sealed.open.file.subarray(0, -300), 'shorter'],
    ['one changed byte', () => { const bytes = Buffer.from(sealed.open.file); bytes[bytes.length - 2000]! ^= 1; return bytes }, 'other'],
    ['any other PDF', async () => Buffer.from(await (await agreedPdf('Another text')).arrayBuffer()), 'other'],
  ])('%s', async (_, bytes, finding) => {
    expect((await byFile(await bytes())).answer.finding).toBe(finding)
  })
  test('its signatures are said to be by certificates of this installation', async () => {
    const { answer } = await byFile(sealed.closed.file)
    expect([answer.whole, answer.signatures.map(({ integrity, issuedHere }) => [integrity, issuedHere])]).toEqual([true, [['valid', true], ['valid', true]]])
    expect(answer.sealed).toMatchObject({ public: null })
  })
})
