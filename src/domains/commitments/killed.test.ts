// A real process is killed while it keeps a finished upload as evidence: afterwards the evidence is there, told and its upload taken, or none of
// it, and whoever sends it again has it once.
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { uploadsApi } from '#platform/uploads/api.ts'
import { activitiesApi } from './api.ts'
import { clock, openAlliance } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id
beforeAll(async () => {
  here = await openAlliance()
  agreement = await here.agreement()
  here.as(here.people.ayesha)
})
afterAll(() => here.close())

/** Says when it begins, keeps the upload, says when it has. */
const script = `
  const { openDatabase } = await import('#platform/db/database.ts'), { keepUpload } = await import('./src/domains/commitments/evidence-actions.ts')
  const { where, at, activity, upload } = JSON.parse(process.argv[1])
  const { db } = openDatabase(where)
  await db.selectFrom('agreement').select('id').limit(1).execute()
  console.log('begins')
  await db.transaction().execute((tx) => keepUpload({ ...at, db: tx }, activity, upload))
  console.log('kept')
  process.exit(0)`

/** Kills it so many milliseconds after it began; nothing: lets it finish. */
async function keepAndKill(activity: Id, upload: Id, after: number | null): Promise<void> {
  const at = { viewer: here.people.ayesha, now: clock, today: clock.slice(0, 10) }
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify({ where: here.where, at, activity, upload })], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const gone = once(child, 'exit')
  if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
  await gone
}

const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(4_000_000)])
const sha256 = createHash('sha256').update(bytes).digest('hex')
async function finished(): Promise<Id> {
  const id = newId()
  await here.ask(uploadsApi.begin, { body: { id, name: 'seminar.pdf', size: bytes.length, sha256 } })
  for (let offset = 0; offset < bytes.length;) ({ offset } = (await here.ask(uploadsApi.piece, { params: { id }, query: { offset }, file: new Blob([new Uint8Array(bytes.subarray(offset, offset + 1_000_000))]) })).answer)
  return id
}

/** What belongs together, each as found. */
async function partsOf(activity: Id, upload: Id) {
  const evidence = await here.db.selectFrom('evidence').innerJoin('file', 'file.id', 'evidence.fileId').select('file.sha256').where('activityId', '=', activity).execute()
  const { takenFor } = await here.db.selectFrom('upload').select('takenFor').where('id', '=', upload).executeTakeFirstOrThrow()
  const pieces = await here.db.selectFrom('uploadPiece').select('starts').where('uploadId', '=', upload).execute()
  const chain = await chainOf(here.db, agreement)
  const told = chain.filter(({ what, data }) => what === 'activity.evidence-added' && data['activity'] === activity)
  expect([brokenLink(chain), told.length, evidence.every((one) => one.sha256 === sha256)]).toEqual([undefined, evidence.length, true])
  return [evidence.length === 1, takenFor === activity, pieces.length === 0, told.length === 1]
}

test('killed at any moment, it is kept or not begun, and sent again it is kept once', async () => {
  const outcomes: boolean[] = []
  for (const after of [0, 8, 16, 30, 45, 70, 110, 180, null]) {
    const activity = (await here.ask(activitiesApi.log, { body: { what: 'Seminar', lang: 'en', onDay: '2026-02-20', sideId: here.places.sargodha, serves: [{ agreementId: agreement, commitmentId: null }] } as never })).answer.id
    const upload = await finished()
    await keepAndKill(activity, upload, after)
    const parts = await partsOf(activity, upload)
    expect(new Set(parts).size, `killed after ${after} ms: ${parts.join(' ')}`).toBe(1)
    outcomes.push(parts[0]!)
    for (let again = 0; again < 2; again++) expect((await here.ask(activitiesApi.keepUpload, { params: { id: activity }, body: { upload } })).status).toBe(200)
    expect(await partsOf(activity, upload)).toEqual([true, true, true, true])
  }
  // Both were really met: some were killed before they were done, and what was left alone was done.
  expect([outcomes[0], outcomes.at(-1)]).toEqual([false, true])
}, 180_000)
