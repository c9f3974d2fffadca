// Who reads a public agreement without being of its sides reads what was agreed, and not how it was negotiated: no remark, proposal, note or reason.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as read } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { agreementsApi } from '#domains/agreements/api.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { flawsOf, verifyArchive } from '#platform/audit/verify.ts'
import { richOf } from '#platform/documents/rich.ts'
import { textsApi as api } from './api.ts'
import { ayesha, elsewhere, story, teacher, wang, zaozhuang } from './story.test-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamir-outsiders-'))
const path = join(folder, 'history.zip')
let here: Awaited<ReturnType<typeof story>>
let p: { id: string }, clauseId: string, versions: string[]
beforeAll(async () => {
  here = await story(agreementRoutes(async () => new Uint8Array()))
  const text = await here.begun()
  p = { id: text.agreementId }
  clauseId = text.clause
  await here.ask(api.handOver, { params: p, body: { toId: zaozhuang, waitingFor: 'comments', note: 'Note: Zugzwang' } })
  await here.ask(api.propose, { params: p, body: { what: 'change', clauseId, wordings: { en: richOf('Two centres: Zugzwang') }, because: 'Because: Zugzwang' } })
  here.as(wang)
  await here.ask(api.comment, { params: p, body: { clauseId, body: 'Remark: Zugzwang' } })
  const [proposal] = (await here.ask(api.read, { params: p })).answer.proposals
  await here.ask(api.answerProposal, { params: { ...p, proposalId: proposal!.id }, body: { accepted: false, because: 'Refused: Zugzwang' } })
  await here.ask(api.word, { params: { ...p, clauseId, lang: 'en' } as never, body: { content: richOf('One centre: Zugzwang'), seen: 1 } })
  await here.ask(api.handOver, { params: p, body: { toId: text.sides.find(({ id }) => id !== zaozhuang)!.id, waitingFor: 'comments', note: 'Note: Zugzwang' } })
  here.as(ayesha)
  await here.ask(api.word, { params: { ...p, clauseId, lang: 'en' } as never, body: { content: richOf('One centre.'), seen: 2 } })
  await here.ask(api.match, { params: { ...p, clauseId, lang: 'zh' } as never, body: { seen: 1 } })
  const { latest } = (await here.ask(api.handOver, { params: p, body: { toId: zaozhuang, waitingFor: 'agreement', note: 'Note: Zugzwang' } })).answer
  here.as(wang)
  expect((await here.ask(api.consent, { params: p, body: { versionId: latest!.id } })).answer.stage).toBe('agreed')
  versions = (await here.ask(api.versions, { params: p })).answer.map(({ id }) => id)
  await here.db.updateTable('agreement').set({ draft: false, visibility: 'public', signedOn: '2026-03-02', signedPrecision: 'day' } as never).where('id', '=', p.id).execute()
})
afterAll(async () => {
  await here.close()
  rmSync(folder, { recursive: true })
})

test('everything that can be asked of it says what was agreed, and nothing else', async () => {
  here.as(elsewhere)
  const [latest, ...before] = versions
  const said = await Promise.all([
    here.ask(api.read, { params: p }), here.ask(api.beside, { params: p }), here.ask(api.comments, { params: p }), here.ask(api.proposals, { params: p }), here.ask(api.versions, { params: p }),
    here.ask(api.version, { params: { ...p, versionId: latest! } }), here.ask(api.changes, { params: { ...p, clauseId } }), here.ask(agreementsApi.history, { params: p }),
  ])
  expect(said.map(({ status }) => status)).toEqual(said.map(() => 200))
  for (const { bytes } of said) expect(bytes.toString()).not.toContain('Zugzwang')
  expect(said[0]!.bytes.toString()).toContain('One centre.')
  expect(said[4]!.answer).toHaveLength(1)
  for (const versionId of before) {
    expect((await here.ask(api.version, { params: { ...p, versionId } })).status).toBe(404)
    expect((await here.ask(api.file, { params: p, query: { form: 'docx', versionId } })).status).toBe(404)
    expect((await here.ask(api.compare, { params: p, query: { from: versionId } })).status).toBe(404)
  }
})

test('whoever holds an office at a side reads all of it, whatever the office', async () => {
  here.as(teacher)
  const said = await Promise.all([here.ask(api.comments, { params: p }), here.ask(api.proposals, { params: p }), here.ask(api.versions, { params: p }), here.ask(agreementsApi.history, { params: p })])
  for (const { bytes } of said) expect(bytes.toString()).toContain('Zugzwang')
})

async function taken(): Promise<string> {
  const { bytes } = await here.ask(agreementsApi.archive, { params: p })
  writeFileSync(path, bytes)
  const zip = await openPromise(path, { autoClose: false })
  for await (const entry of zip.eachEntry()) if (entry.fileName === 'journal.ndjson') return read(await zip.openReadStreamPromise(entry)).finally(() => zip.close())
  return ''
}

test('the archive that such a reader takes holds every entry in its place, those words left out and said to be', async () => {
  here.as(ayesha)
  expect(await taken()).toContain('Zugzwang')
  const whole = (await verifyArchive(path))!
  expect([whole.flaws, whole.unsaid]).toEqual([[], 0])
  here.as(elsewhere)
  const journal = await taken()
  expect([journal.includes('Zugzwang'), readFileSync(path).length > 0]).toEqual([false, true])
  const cut = (await verifyArchive(path))!
  expect([cut.flaws, cut.head, cut.entries, cut.unsaid]).toEqual([[], whole.head, whole.entries, 5])
  // One whose hash was changed is found by the entry behind it.
  const entries = journal.trim().split('\n').map((line) => JSON.parse(line))
  const at = entries.findIndex(({ withheld }) => withheld)
  entries[at].hash = 'a'.repeat(64)
  expect(flawsOf(entries, { about: p.id, entries: entries.length, head: whole.head })).toEqual([{ what: 'not-linked', place: entries[at + 1].place }])
})
