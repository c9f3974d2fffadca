// Applying and confirming a contact as a browser without an account and without script meets it: forms, a file, letters with links, what is refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stranger } from '#platform/auth/viewer.ts'
import { mountForm } from '#platform/http/forms.ts'
import { locales } from '#platform/i18n/locale.ts'
import { newId } from '#platform/kinds.ts'
import * as pages from '#web/public/pages.ts'
import { admissionApi, membersApi } from './api.ts'
import { seenBy } from './admission-store.ts'
import { home, type Memberships, now, openMemberships } from './fixtures.test-cases.ts'
import { tellApplicants } from './public-actions.ts'
import { proposedRules } from './rule-model.ts'
import { applicationAddress, applicationForm, applyAddress, applyForm, contactAddress, contactForm } from './visit.ts'

let w: Memberships
let clock = now
let token = ''
beforeAll(async () => {
  w = await openMemberships([], (server, { db }) => {
    const ground = { db, pages, home, clock: () => new Date(clock) }
    void mountForm(server, applyAddress, applyForm(ground))
    void mountForm(server, applicationAddress, applicationForm(ground))
    void mountForm(server, contactAddress, contactForm(ground))
  })
})
afterAll(() => w.close())

const get = async (url: string) => { const { statusCode, body } = await w.server.inject({ url }); return { status: statusCode, body } }
const post = async (url: string, fields: Record<string, string>) => { const { statusCode, body } = await w.server.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() }); return { status: statusCode, body } }
const send = async (url: string, fields: Record<string, string>, file?: Blob) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', file ?? new Blob([]), file ? 'letter.pdf' : '')
  const { statusCode, body } = await w.server.inject({ method: 'POST', url, payload: form as never })
  return { status: statusCode, body }
}
const letters = () => w.db.selectFrom('letter').selectAll().orderBy('id').execute()
const applying = { organisation: 'Batken College', country: 'KG', city: 'Batken', website: '', name: 'Nurlan', office: 'Rector', email: 'nurlan@example.org', letter: 'We would learn.' }

test('only an alliance that opened itself has a page to apply on, in four languages', async () => {
  expect([(await get('/a/silk/apply')).status, (await get('/a/none/apply')).status]).toEqual([404, 404])
  w.as(w.li)
  await w.ask(admissionApi.adopt, { params: { id: w.alliance }, body: { seen: 0, rules: { ...proposedRules, open: true, observerMonths: 0, pledge: { en: 'We keep the charter.' } } } })
  for (const locale of locales) {
    const { status, body } = await get(`/a/silk/apply?lang=${locale}`)
    expect(status).toBe(200)
    expect(body).not.toMatch(/<script|>memberships\.|"memberships\./)
  }
})

test('what is missing is said at its field, and what was typed stays', async () => {
  const { status, body } = await post('/a/silk/apply?lang=en', { ...applying, email: 'nobody', website: 'batken', organisation: '' })
  expect(status).toBe(422)
  for (const words of ['This is no e-mail address.', 'This is no web address.', 'Something has to be said here.', 'value="Nurlan"']) expect(body).toContain(words)
})

test('an application without an account is kept, told by a letter with a link, and seen by no other stranger', async () => {
  const { status, body } = await post('/a/silk/apply?lang=ur', applying)
  expect([status, body.includes('Batken College')]).toEqual([200, true])
  const [letter] = await letters()
  expect([letter!.toAddress, letter!.locale, letter!.kind]).toEqual(['nurlan@example.org', 'ur', 'memberships.application'])
  token = /\/apply\/(\S+)/.exec(letter!.body)![1]!
  expect(await seenBy(w.db, stranger).select('application.id').execute()).toEqual([])
  expect((await get(`/apply/${'x'.repeat(43)}`)).status).toBe(404)
  for (const locale of locales) expect((await get(`/apply/${token}?lang=${locale}`)).body).not.toMatch(/<script|>memberships\.|"memberships\./)
})

test('its papers go in by the same page; an empty one, one of another kind and one nobody asked for are refused', async () => {
  const pdf = new Blob(['%PDF-1.7 letter'])
  expect((await send(`/apply/${token}?lang=en`, { deed: 'hand-in', requirement: 'letter' })).body).toContain('No file was chosen.')
  expect((await send(`/apply/${token}?lang=en`, { deed: 'hand-in', requirement: 'letter' }, new Blob(['MZ\0\0']))).status).toBe(422)
  for (const requirement of ['letter', 'statutes']) expect((await send(`/apply/${token}?lang=en`, { deed: 'hand-in', requirement }, pdf)).status).toBe(303)
  expect((await get(`/apply/${token}?lang=en`)).body).toContain('letter.pdf')
})

test('the secretariat says who it is, and each further step is told by a letter', async () => {
  w.as(w.li)
  const { applications } = (await w.ask(admissionApi.admission, { params: { id: w.alliance } })).answer
  const params = { id: applications[0]!.id }
  expect((await w.ask(admissionApi.check, { params, body: { outcome: 'complete' } })).answer.error).toBe('memberships.identify-first')
  expect((await w.ask(admissionApi.identify, { params, body: { organisationId: null } })).answer.organisation).toMatchObject({ nameEn: 'Batken College', country: 'KG' })
  await w.ask(admissionApi.check, { params, body: { outcome: 'complete' } })
  expect((await w.ask(admissionApi.decide, { params, body: { outcome: 'admitted', on: '2026-03-02', said: 'Council' } })).answer.step).toBe('pledge')
  clock = '2026-03-02T10:00:00.000Z'
  w.at(clock)
  // In the tests both clocks stand at the moment of the application: the step comes after it.
  await w.db.updateTable('application').set({ stepAt: clock }).execute()
  expect(await w.db.transaction().execute((db) => tellApplicants(db, home, clock))).toBe(1)
  expect(await w.db.transaction().execute((db) => tellApplicants(db, home, clock))).toBe(0)
  expect((await letters()).length).toBe(2)
})

test('and the pledge is accepted by the link, in the name that is given', async () => {
  const { body } = await get(`/apply/${token}?lang=en`)
  expect(body).toContain('We keep the charter.')
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(body)![1]!
  expect((await post(`/apply/${token}?lang=en`, { deed: 'pledge', name: '', office: '', hash })).status).toBe(422)
  expect((await post(`/apply/${token}?lang=en`, { deed: 'pledge', name: 'Nurlan B.', office: 'Rector', hash: '0'.repeat(64) })).body).toContain('not those that you read')
  expect((await post(`/apply/${token}?lang=en`, { deed: 'pledge', name: 'Nurlan B.', office: 'Rector', hash })).status).toBe(303)
  expect((await get(`/apply/${token}?lang=en`)).body).toContain('The organisation is a member')
  clock = '2026-12-01T10:00:00.000Z'
  expect((await get(`/apply/${token}`)).status).toBe(404)
})

test('a contact is confirmed by one press behind the link of a letter, once', async () => {
  const params = { id: w.alliance, organisationId: w.places.zaozhuang }
  w.as(w.wang)
  await w.ask(membersApi.confirm, { params, body: { contact: { name: 'Wang Li', email: 'wang@example.org', locale: 'zh' } } })
  w.as(w.li)
  await w.ask(membersApi.askContacts, { params: { id: w.alliance }, body: { organisationIds: [w.places.zaozhuang] } })
  const link = /\/contact\/(\S+)/.exec((await letters()).at(-1)!.body)![1]!
  for (const locale of locales) expect((await get(`/contact/${link}?lang=${locale}`)).body).not.toMatch(/<script|>memberships\.|"memberships\./)
  expect((await get(`/contact/${link}`)).body).toContain('lang="zh-Hans"')
  expect((await post(`/contact/${link}?lang=zh`, { name: 'Wang Li', email: 'no', by: '' })).status).toBe(422)
  expect((await post(`/contact/${link}?lang=zh`, { name: 'Wang Li', office: '', email: 'new@example.org', remarks: '', by: 'Li Na' })).status).toBe(303)
  expect((await get(`/contact/${link}?lang=en`)).body).toContain('This was confirmed on')
  expect((await w.ask(membersApi.member, { params })).answer).toMatchObject({ contact: { email: 'new@example.org' }, confirmed: { state: 'confirmed' } })
  expect((await get(`/contact/${newId()}`)).status).toBe(404)
})
