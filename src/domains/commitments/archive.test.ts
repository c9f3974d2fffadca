// The exported history of an agreement holds the evidence of what was done, and says of what was withdrawn that it is not there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementsApi } from '#domains/agreements/api.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { verifyArchive } from '#platform/audit/verify.ts'
import { activitiesApi } from './api.ts'
import { openAlliance } from './fixtures.test-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamir-evidence-'))
let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance(agreementRoutes(async () => new Uint8Array())) })
afterAll(async () => {
  await here.close()
  rmSync(folder, { recursive: true })
})

test('evidence goes with the history; changed it is found, withdrawn it is said to be withheld', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  const { answer: activity } = await here.ask(activitiesApi.log, { body: { what: 'Seminar on cathodes', lang: 'en', sideId: here.places.sargodha, onDay: '2026-02-20', serves: [{ agreementId: id }] } as never })
  const params = { id: activity.id }
  const { answer: shown } = await here.ask(activitiesApi.addEvidence, { params, file: new File([Buffer.from('%PDF-1.7 the programme')], 'programme.pdf') })
  const path = join(folder, 'history.zip')
  const take = async () => { const { bytes } = await here.ask(agreementsApi.archive, { params: { id } }); writeFileSync(path, bytes); return bytes }
  const bytes = await take()
  expect(await verifyArchive(path)).toMatchObject({ files: 1, withheld: 0, flaws: [], manifest: { files: [{ name: 'programme.pdf' }] } })
  const at = bytes.indexOf('the programme')
  bytes[at] = 'T'.charCodeAt(0)
  writeFileSync(path, bytes)
  expect((await verifyArchive(path))!.flaws).toEqual([{ what: 'file-changed', place: 0, name: 'programme.pdf' }])
  await here.ask(activitiesApi.withdrawEvidence, { params: { ...params, evidenceId: shown.evidence[0]!.id }, body: { because: 'Another day' } })
  await take()
  expect(await verifyArchive(path)).toMatchObject({ files: 0, withheld: 1, flaws: [] })
})
