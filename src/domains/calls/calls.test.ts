// A call through its doors: written, opened to every member, answered from an account, by a link and by a workbook that came back; closed and opened again.
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import exceljs from 'exceljs'
import fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { sniff } from '#adapters/spreadsheets/sniff.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { giveOffice, home, openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { mergeOrganisations, undoMerge } from '#domains/organisations/merging.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { mountForm } from '#platform/http/forms.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import * as pages from '#web/public/pages.ts'
import { callsApi as api } from './api.ts'
import { remindWaiting } from './jobs.ts'
import { Question } from './model.ts'
import { callRoutes } from './routes.ts'
import { callStandingsOf } from './store.ts'
import { callAddress, callForm } from './visit.ts'

const spreadsheets = { sniff, readTable, writeWorkbook }
const now = '2026-03-02T09:00:00.000Z'
let here: Awaited<ReturnType<typeof openAlliance>>
let alliance: Id
let [sargodha, zaozhuang, lge, lanzhou]: Id[] = []

beforeAll(async () => {
  here = await openAlliance(callRoutes(home, spreadsheets))
  ;[sargodha, zaozhuang, lge, lanzhou] = [here.places.sargodha, here.places.zaozhuang, here.places.lge, here.places.lanzhou]
  alliance = newId()
  // Lanzhou is the alliance's own organisation: Li keeps its records.
  await sql`insert into alliance (id, organisation_id, slug, public, changed_at) values (${alliance}, ${lanzhou}, 'silk', true, now())`.execute(here.db)
  for (const id of [sargodha!, zaozhuang!, lge!]) await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${alliance}, ${id}, 'member', ${house.id}, now())`.execute(here.db)
  await giveOffice(here.db, here.people.wang.id, 'director', zaozhuang!)
})
afterAll(() => here.close())

const as = (viewer: Viewer) => here.as(viewer)
const questions = [
  { id: 'q1', kind: 'number', label: { en: 'Students sent' }, unit: 'persons', least: 0, required: true }, { id: 'q2', kind: 'choice', label: { en: 'Will you come?' }, options: [{ id: 'o1', label: { en: 'Yes', zh: '参加' } }, { id: 'o2', label: { en: 'No' } }], required: true },
  { id: 'q3', kind: 'date', label: { en: 'First day' } }, { id: 'q4', kind: 'table', label: { en: 'Events' }, columns: [{ id: 'c1', kind: 'text', label: { en: 'Name' } }, { id: 'c2', kind: 'number', label: { en: 'People' } }] }, { id: 'q5', kind: 'file', label: { en: 'Report' } },
].map((one) => Question.parse(one))

const liViewer = (): Viewer => ({ ...here.people.li, offices: here.people.li.offices.map((office) => ({ ...office, role: 'secretariat' as const })) })
async function opened(): Promise<Id> {
  as(liViewer())
  const begun = (await here.ask(api.begin, { body: { allianceId: alliance, title: { en: 'Yearly figures' }, dueOn: '2026-03-16' } })).answer
  const written = (await here.ask(api.write, { params: { id: begun.id }, body: { title: begun.title, questions, dueOn: '2026-03-16', seen: begun.changedAt } })).answer
  expect((await here.ask(api.open, { params: { id: begun.id } })).answer).toMatchObject({ asked: 3, answered: 0 })
  expect(written.questions).toHaveLength(5)
  return begun.id
}
const form = (id: Id, organisationId: Id) => here.ask(api.form, { params: { id, organisationId } })

test('nobody sees it before it opens; then each member sees its own line, and its office is written to', async () => {
  as(liViewer())
  const begun = (await here.ask(api.begin, { body: { allianceId: alliance, title: { en: 'Draft' }, dueOn: '2026-03-16' } })).answer
  expect((await here.ask(api.open, { params: { id: begun.id } })).answer.error).toBe('calls.asks-nothing')
  as(here.people.wang)
  expect((await here.ask(api.read, { params: { id: begun.id } })).status).toBe(404)
  const id = await opened()
  as(here.people.wang)
  const file = (await here.ask(api.read, { params: { id } })).answer
  expect([file.mayManage, file.members.map(({ organisation }) => organisation.id), file.history]).toEqual([false, [zaozhuang], []])
  expect((await form(id, sargodha!)).status).toBe(404)
  expect((await here.ask(api.results, { params: { id } })).status).toBe(404)
  expect((await here.ask(api.close, { params: { id } })).answer.error).toBe('alliances.only-its-secretariat-may')
  const { rows } = await here.pool.query<{ to_address: string; body: string }>("select to_address, body from letter where kind = 'calls.opened'")
  expect(rows.map(({ to_address }) => to_address)).toEqual(['wang@example.org'])
  expect(rows[0]!.body).toContain(`${home.publicUrl}/calls/${id}/answers/${zaozhuang}`)
  const turns = await turnsOf(here.db, here.people.wang, { whose: 'yours', sides: [zaozhuang!], today: '2026-03-02', now, limit: 5 })
  expect(turns.rows.filter(({ kind }) => kind === 'today.call').map(({ about, due }) => [about, due])).toEqual([[id, '2026-03-16']])
})

test('what is begun is kept; what is wrong is told question by question; one answer is one answer, a further one replaces it', async () => {
  const id = await opened()
  as(here.people.wang)
  const params = { id, organisationId: zaozhuang! }
  expect((await here.ask(api.draft, { params, body: { values: { q1: 'about ten' } } })).answer.draft).toEqual({ q1: 'about ten' })
  expect((await here.ask(api.answer, { params, body: { id: newId(), values: { q1: 'about ten', q5: [newId()] } } })).answer.fields).toEqual({ q1: ['calls.not-a-number'], q2: ['calls.is-required'], q5: ['calls.file-not-here'] })
  const { answer: file } = await here.ask(api.attach, { params, file: Object.assign(new Blob(['%PDF-1.7 x']), { name: 'report.pdf' }) })
  const [answerId, values] = [newId(), { q1: 12, q2: ['o1'], q4: [{ c1: 'Seminar', c2: 41 }], q5: [file.id] }]
  for (const _ of [1, 2]) expect((await here.ask(api.answer, { params, body: { id: answerId, values } })).answer.answers).toHaveLength(1)
  const again = (await here.ask(api.answer, { params, body: { id: newId(), values: { ...values, q1: 13 } } })).answer
  expect([again.draft, again.answers.map((one) => one.values['q1'])]).toEqual([null, [13, 12]])
  expect((await here.ask(api.file, { params: { ...params, fileId: file.id } })).bytes.toString()).toBe('%PDF-1.7 x')
  as(here.people.bilal)
  expect((await here.ask(api.answer, { params: { id, organisationId: sargodha! }, body: { id: newId(), values } })).answer.error).toBe('calls.only-its-record-keepers')
  as(liViewer())
  expect((await here.ask(api.results, { params: { id } })).answer.rows.map((row) => [row.organisation.id === zaozhuang, row.state, row.values['q1'] ?? null])).toEqual([[false, 'open', null], [false, 'open', null], [true, 'answered', 13]])
  expect(await callStandingsOf(here.db, liViewer(), alliance, '2026-04-01')).toEqual(expect.arrayContaining([expect.objectContaining({ organisationId: sargodha, late: expect.any(Number) })]))
  expect((await here.ask(api.close, { params: { id } })).answer.closedAt).not.toBeNull()
  as(here.people.wang)
  expect((await here.ask(api.answer, { params, body: { id: newId(), values } })).answer.error).toBe('calls.is-closed')
  as(liViewer())
  expect((await here.ask(api.reopen, { params: { id } })).answer.closedAt).toBeNull()
  expect((await chainOf(here.db, id)).map(({ what }) => what)).toEqual(['call.begun', 'call.written', 'call.opened', 'call.answered', 'call.answered', 'call.closed', 'call.reopened'])
})

test('the words of an open call can be made clearer; what it asks stands', async () => {
  const id = await opened()
  const { answer: call } = await here.ask(api.read, { params: { id } })
  const body = { title: call.title, questions: call.questions.map((one) => ({ ...one, label: { ...one.label, zh: '问题' } })), dueOn: '2026-04-01', seen: call.changedAt }
  here.at('2026-03-02T09:05:00.000Z')
  const clearer = (await here.ask(api.write, { params: { id }, body })).answer
  expect([clearer.dueOn, clearer.questions[0]!.label.zh]).toEqual(['2026-04-01', '问题'])
  expect((await here.ask(api.write, { params: { id }, body: { ...body, questions: body.questions.slice(1), seen: clearer.changedAt } })).answer.error).toBe('calls.questions-stand')
  expect((await here.ask(api.write, { params: { id }, body })).answer.error).toBe('calls.changed-meanwhile')
  here.at(now)
})

test('a workbook goes out with locked ids and comes back: whole rows are answers, others are begun, nothing is lost, others’ rows are not touched', async () => {
  const id = await opened()
  const workbook = await here.ask(api.workbook, { params: { id }, query: { locale: 'zh' } })
  const book = new exceljs.Workbook()
  await book.xlsx.load(workbook.bytes as never)
  const [answers, events] = [book.worksheets[0]!, book.worksheets[1]!]
  expect((answers as unknown as { sheetProtection: object }).sheetProtection).toBeTruthy()
  const fileAt = [3, 4, 5, 6, 7].find((column) => String(answers.getCell(1, column).value).startsWith('q5'))!
  expect(answers.getCell(2, fileAt).value).toBe(`文件请在页面上发送：${home.publicUrl}/calls/${id}/answers/${String(answers.getCell('A2').value)}`)
  expect([answers.getCell('A2').protection?.locked ?? true, answers.getCell('C2').protection?.locked]).toEqual([true, false])
  expect((answers as unknown as { dataValidations: { model: Record<string, { type: string }> } }).dataValidations.model['D2']?.type).toBe('list')
  const rowOf = (organisation: Id) => [2, 3, 4].find((row) => answers.getCell(row, 1).value === organisation)!
  const fill = (organisation: Id, cells: exceljs.CellValue[]) => cells.forEach((value, at) => { answers.getCell(rowOf(organisation), 3 + at).value = value })
  fill(sargodha!, [20, '参加', new Date(Date.UTC(2026, 4, 23))])
  fill(zaozhuang!, ['a dozen or so', 'No', '03/04/2026'])
  const place = Array.from({ length: 20 }, (_, at) => at + 2).find((row) => events.getCell(row, 1).value === sargodha)!
  events.getCell(place, 3).value = 'Seminar'
  events.getCell(place, 4).value = 41
  const file = () => Object.assign(new Blob([bytes as never]), { name: 'figures.xlsx' })
  const bytes = await book.xlsx.writeBuffer()
  as({ ...here.people.kim })
  const stranger = (await here.ask(api.bring, { params: { id }, file: file() })).answer
  expect(stranger.rows.map(({ organisationId, change }) => [organisationId, change])).toEqual(expect.arrayContaining([[null, 'stranger'], [lge, 'empty']]))
  as(liViewer())
  const reading = (await here.ask(api.bring, { params: { id }, file: file() })).answer
  // What may be chosen stands on a sheet of its own, and is nobody's row.
  expect(reading.rows.map(({ change }) => change).toSorted()).toEqual(['empty', 'incomplete', 'new'])
  const read = (organisation: Id) => reading.rows.find(({ organisationId }) => organisationId === organisation)!
  expect(read(sargodha!)).toMatchObject({ change: 'new', unread: [], values: { q1: 20, q2: ['o1'], q3: '2026-05-23', q4: [{ c1: 'Seminar', c2: 41 }] } })
  expect(read(zaozhuang!)).toMatchObject({ change: 'incomplete', values: { q2: ['o2'] } })
  expect(read(zaozhuang!).unread.map(({ question, text, why }) => [question, text, why])).toEqual([['q1', 'a dozen or so', 'calls.not-a-number'], ['q3', '03/04/2026', 'calls.day-two-ways']])
  expect((await form(id, sargodha!)).answer.answers).toEqual([])
  const taken = await here.ask(api.take, { params: { id, readingId: reading.id }, body: {} })
  expect(taken.answer.takenAt).not.toBeNull()
  expect((await here.ask(api.take, { params: { id, readingId: reading.id }, body: {} })).answer.error).toBe('calls.taken-already')
  expect((await form(id, sargodha!)).answer.answers[0]).toMatchObject({ via: 'workbook', values: { q1: 20 } })
  const begun = (await form(id, zaozhuang!)).answer
  expect([begun.draft, begun.unread.length, begun.answers]).toEqual([{ q2: ['o2'] }, 2, []])
  const again = (await here.ask(api.bring, { params: { id }, file: file() })).answer
  expect(again.rows.find(({ organisationId }) => organisationId === sargodha)!.change).toBe('same')
  expect((await here.ask(api.bring, { params: { id }, file: Object.assign(new Blob(['not a call']), { name: 'x.csv' }) })).status).toBeGreaterThanOrEqual(409)
})

test('two organisations become one: the answer follows, and goes back when that is undone', async () => {
  const id = await opened()
  as(here.people.wang)
  await here.ask(api.answer, { params: { id, organisationId: zaozhuang! }, body: { id: newId(), values: { q1: 1, q2: ['o1'] } } })
  const at = { viewer: house, now, today: '2026-03-02', visit: undefined as never }
  const merged = await here.db.transaction().execute((db) => mergeOrganisations({ ...at, db }, sargodha!, zaozhuang!))
  as(liViewer())
  expect((await here.ask(api.read, { params: { id } })).answer.asked).toBe(2)
  expect((await form(id, sargodha!)).answer.answers).toHaveLength(1)
  await here.db.transaction().execute((db) => undoMerge({ ...at, db }, merged.id))
  expect((await here.ask(api.read, { params: { id } })).answer).toMatchObject({ asked: 3, answered: 1 })
})

test('those who have not answered are reminded on the day, once', async () => {
  const id = await opened()
  const count = async () => (await here.pool.query<{ n: number }>("select count(*)::int as n from journal where about = $1 and what = 'call.reminded'", [id])).rows[0]!.n
  const night = (today: string) => here.db.transaction().execute((db) => remindWaiting({ db, today, now: `${today}T05:10:00.000Z` }, home))
  await night('2026-03-10')
  expect(await count()).toBe(0)
  await night('2026-03-13')
  await night('2026-03-13')
  expect(await count()).toBe(1)
})

test('a link opens one member’s form without an account, takes its answer, and is over when it is taken back', async () => {
  const id = await opened()
  const { answer: { address, call } } = await here.ask(api.ask, { params: { id }, body: { organisationId: lge!, via: 'link', locale: 'ur' } })
  const path = new URL(address!).pathname
  const site = callForm({ db: here.db, pages, instance: 'Pamir', origin: home.publicUrl, clock: () => new Date(now) })
  const doors = fastify()
  await doors.register(cookie)
  await doors.register(multipart)
  await mountForm(doors, callAddress, site)
  const shown = await doors.inject({ url: `${path}?lang=en` })
  expect([shown.statusCode, shown.body.includes('Students sent'), shown.body.includes('Students sent (persons)')]).toEqual([200, true, true])
  const send = (fields: Record<string, string>) => doors.inject({ method: 'POST', url: `${path}?lang=en`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() })
  const wrong = await send({ q1: 'many', name: 'Kim' })
  expect([wrong.statusCode, wrong.body.includes('That is no number.'), wrong.body.includes('value="Kim"')]).toEqual([422, true, true])
  const missing = await send({ q1: '۱۲', name: 'Kim', office: 'Registrar' })
  expect([missing.statusCode, missing.body.includes('An answer is needed here.')]).toEqual([422, true])
  expect((await send({ q1: '۱۲', q2: 'o2', 'q4.0.c1': 'Fair', 'q4.0.c2': '7', name: 'Kim', office: 'Registrar' })).statusCode).toBe(303)
  expect((await form(id, lge!)).answer.answers[0]).toMatchObject({ via: 'link', by: 'Kim', officeName: 'Registrar', values: { q1: 12, q2: ['o2'], q4: [{ c1: 'Fair', c2: 7 }] } })
  const link = (await here.ask(api.read, { params: { id } })).answer.members.find(({ organisation }) => organisation.id === lge)!.links[0]!
  expect([link.usedAt !== null, call.members.length]).toEqual([true, 3])
  // A file comes by a form of its own, before the answer; a further answer keeps it until it is taken out.
  const hand = (fields: Record<string, string>, content?: string) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    if (content !== undefined) body.append('sent', new Blob([content]), 'report.pdf')
    return doors.inject({ method: 'POST', url: `${path}?lang=en`, payload: body as never })
  }
  expect((await hand({ deed: 'file', question: 'q5' }, '#!/bin/sh')).statusCode).toBe(422)
  expect((await hand({ deed: 'file', question: 'q5' })).statusCode).toBe(422)
  expect((await hand({ deed: 'file', question: 'q1' }, '%PDF-1.7 y')).statusCode).toBeGreaterThanOrEqual(400)
  expect((await hand({ deed: 'file', question: 'q5' }, '%PDF-1.7 y')).statusCode).toBe(303)
  const there = await doors.inject({ url: `${path}?lang=en` })
  expect([there.body.includes('report.pdf'), there.body.includes('value="12"')]).toEqual([true, true])
  await send({ q1: '13', q2: 'o2', name: 'Kim', office: 'Registrar' })
  const [further] = (await form(id, lge!)).answer.answers
  const [brought] = further!.values['q5'] as Id[]
  expect(further!.values).toMatchObject({ q1: 13, q5: [brought] })
  as(liViewer())
  expect((await here.ask(api.file, { params: { id, organisationId: lge!, fileId: brought! } })).bytes.toString()).toBe('%PDF-1.7 y')
  await send({ deed: 'no-file', question: 'q5', file: brought! })
  await send({ q1: '14', q2: 'o2', name: 'Kim', office: 'Registrar' })
  expect((await form(id, lge!)).answer.answers.map(({ values }) => values['q5'] ?? null)).toEqual([null, [brought], null])
  await here.ask(api.revoke, { params: { id, linkId: link.id } })
  expect((await doors.inject({ url: path })).statusCode).toBe(404)
  expect((await doors.inject({ url: '/k/unknown' })).statusCode).toBe(404)
  await doors.close()
})
