// A pack of what is not all well: disputed, withdrawn, evidence taken back; and one so long that its document comes in volumes.
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { home, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { perform, takeNext } from '#platform/jobs/work.ts'
import { newId } from '#platform/kinds.ts'
import { reportsApi } from './api.ts'
import { packWork } from './pack-actions.ts'
import { reportWorkers } from './pack-making.ts'
import { words } from './pdf-tools.test-cases.ts'
import { reportRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: string
let commitment: string
beforeAll(async () => {
  here = await openAlliance(reportRoutes(home, writeWorkbook))
  agreement = await here.agreement()
  here.as(here.people.ayesha)
  commitment = (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: seminar() })).answer.commitments[0]!.id
})
afterAll(() => here.close())

const log = async (what: string, onDay = '2025-10-02') => {
  here.as(here.people.ayesha)
  return (await here.ask(activitiesApi.log, { body: { id: newId(), what, onDay, sideId: here.places.sargodha, serves: [{ agreementId: agreement, commitmentId: commitment, amount: 1 }] } })).answer
}
async function packed(): Promise<{ files: Map<string, Buffer>; figures: unknown }> {
  here.as(here.people.ayesha)
  const { id } = (await here.ask(reportsApi.askForPack, { body: {} })).answer[0]!
  await perform(here.db, reportWorkers(writeWorkbook)[0]!, (await takeNext(here.db, [packWork]))!, here.people.ayesha, () => false)
  const files = new Map<string, Buffer>()
  const zip = await fromBufferPromise((await here.ask(reportsApi.openPack, { params: { id } })).bytes)
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return { files, figures: (await here.ask(reportsApi.packs, {})).answer.find((one) => one.id === id)!.figures }
}

test('what is disputed is claimed and not confirmed; what was withdrawn is named with its reason and counts nowhere', async () => {
  const [disputed, withdrawn, confirmed] = [await log('Seminar that the other side disputes'), await log('Seminar logged by mistake'), await log('Seminar both agree on')]
  await here.ask(activitiesApi.withdrawActivity, { params: { id: withdrawn.id }, body: { because: 'It was another university' } })
  const kept = (await here.ask(activitiesApi.addEvidence, { params: { id: confirmed.id }, file: new File([Buffer.from('%PDF-1.7 the list')], 'list.pdf') })).answer
  const wrong = (await here.ask(activitiesApi.addEvidence, { params: { id: confirmed.id }, file: new File([Buffer.from('%PDF-1.7 of another day')], 'wrong.pdf') })).answer
  const piece = wrong.evidence.find(({ title }) => title === 'wrong.pdf')!
  await here.ask(activitiesApi.withdrawEvidence, { params: { id: confirmed.id, evidenceId: piece.id }, body: { because: 'Of another day' } })
  expect(kept.evidence).toHaveLength(1)
  here.as(here.people.wang)
  await here.ask(confirmationsApi.answer, { params: { id: disputed.serves[0]!.claim.id }, body: { answer: 'disputed', reason: 'Nobody of ours was there' } })
  await here.ask(confirmationsApi.answer, { params: { id: confirmed.serves[0]!.claim.id }, body: { answer: 'confirmed' } })
  const { files, figures } = await packed()
  expect(figures).toMatchObject({ claimed: 2, confirmed: 1, disputed: 1, open: 0, withdrawn: 1, files: 1 })
  expect([...files.keys()].filter((name) => name.startsWith('evidence/')).map((name) => name.replace(/^.*\/[0-9a-f]{8} /, ''))).toEqual(['list.pdf'])
  const book = new exceljs.Workbook()
  await book.xlsx.load([...files].find(([name]) => name.endsWith('.xlsx'))![1] as never)
  const rows = (sheet: string) => book.getWorksheet(sheet)!.getSheetValues().slice(2).map((row) => JSON.stringify(row))
  expect(rows('Activities').find((row) => row.includes('disputes'))).toMatch(/[Dd]isputed/)
  expect(rows('Activities').find((row) => row.includes('by mistake'))).toContain('It was another university')
  expect(rows('Evidence').find((row) => row.includes('wrong.pdf'))).toContain('Of another day')
  const text = words([...files].find(([name]) => name.endsWith('.pdf'))![1])
  if (text !== undefined) expect(text.replaceAll(/\s+/g, ' ')).toMatch(/Activities claimed in the period 2 of them confirmed 1 of them not answered yet 0 of them disputed 1 Withdrawn, counted nowhere 1/)
})

test('a long one comes in volumes, and a number says in which volume its rows are', async () => {
  for (let at = 0; at < 170; at++) await log(`Seminar number ${at} of many`, '2025-11-03')
  const { files, figures } = await packed()
  expect(figures).toMatchObject({ claimed: 172, open: 170 })
  const volumes = [...files].filter(([name]) => /^[^/]*\.pdf$/.test(name))
  expect(volumes.map(([name]) => / (\d+)\.pdf$/.exec(name)?.[1])).toEqual(['1', '2'])
  const [first, second] = volumes.map(([, bytes]) => words(bytes)?.replaceAll(/\s+/g, ' '))
  if (!first || !second) return
  expect(first).toMatch(/Files of evidence 1\s*→\s*2/)
  expect(first).toMatch(/volume 1 of 2/)
  // As far as a line of its column goes: where it turns is the typesetter's.
  for (const at of [0, 80, 169]) expect(`${first} ${second}`).toContain(`Seminar number ${at} of`)
})
