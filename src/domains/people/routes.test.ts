// Offices as a story: invited, joined, acting in one of two names, ended; and what others see of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { platformApi } from '#platform/api.ts'
import { hashPassword } from '#platform/auth/passwords.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { peopleApi } from './api.ts'
import { addTestOrganisation, addTestPerson, type Browser, openTestHouse, tokenSentTo } from './test-house.ts'

let here: Awaited<ReturnType<typeof openTestHouse>>
const secret = 'nine passes and a bridge'
const at = {} as Record<'university' | 'faculty' | 'elsewhere', string>
const as = {} as Record<'administrator' | 'director' | 'stranger' | 'outsider', Browser>
type Shown = { id: string; email: string | null; standing: string | null; offices: { id: string; role: string; endsOn: string | null }[] }

beforeAll(async () => {
  here = await openTestHouse()
  at.university = await addTestOrganisation(here.db, 'University of Sargodha', 'PK')
  at.faculty = await addTestOrganisation(here.db, 'Faculty of Engineering', 'PK', at.university)
  await here.db.updateTable('organisation').set({ nameUr: 'جامعہ سرگودھا' } as never).where('id', '=', at.university).execute()
  at.elsewhere = await addTestOrganisation(here.db, 'Zaozhuang University', 'CN')
  const passwordHash = await hashPassword(secret)
  await addTestPerson(here.db, { name: 'Ada', email: 'administrator@example.org', passwordHash }, { role: 'administrator', at: null })
  await addTestPerson(here.db, { name: 'Daud', email: 'director@example.org', passwordHash }, { role: 'director', at: at.university })
  await addTestPerson(here.db, { name: 'Wei', email: 'stranger@example.org', passwordHash }, { role: 'director', at: at.elsewhere })
  await addTestPerson(here.db, { name: 'Omar', email: 'outsider@example.org', passwordHash })
  for (const name of ['administrator', 'director', 'stranger', 'outsider'] as const) as[name] = await signedIn(`${name}@example.org`)
})
afterAll(() => here.close())

async function signedIn(email: string): Promise<Browser> {
  const browser = here.browser()
  expect((await browser.ask(peopleApi.signIn, { body: { email, password: secret } })).status).toBe(200)
  return browser
}
const whoIs = async (browser: Browser) => (await browser.ask(platformApi.me, {})).answer.viewer as Viewer | null
const invited = { email: 'Saima@example.org', name: 'Saima', locale: 'ur' as const }

test('a director invites a coordinator at a unit; she joins in her own language and acts for it', async () => {
  const sent = await as.director.ask(peopleApi.invite, { body: { ...invited, office: { role: 'coordinator', organisationId: at.faculty } } })
  expect(sent.answer).toMatchObject({ email: 'saima@example.org', standing: 'invited', offices: [{ role: 'coordinator' }] })
  const letter = await here.db.selectFrom('letter').select(['subject', 'body', 'state']).where('toAddress', '=', 'saima@example.org').executeTakeFirstOrThrow()
  expect(letter.subject).toContain('Daud')
  expect(letter.body).toContain('رابطہ کار')
  expect(letter.body).toMatch(/\nhttp:\/\/localhost:3000\/sign-in\/invitation\?token=[\w-]{43}\n/)
  expect(letter.state).toBe('kept')

  const browser = here.browser()
  const token = await tokenSentTo(here.db, 'saima@example.org')
  expect((await browser.ask(peopleApi.lookAtLink, { query: { token } })).answer).toMatchObject({ purpose: 'invitation', name: 'Saima', offices: [{ role: 'coordinator', organisation: { name: 'Faculty of Engineering' } }] })
  expect((await browser.ask(peopleApi.takeLink, { body: { token, name: 'Saima Khan', password: secret, locale: 'ur' } })).status).toBe(200)
  expect(await whoIs(browser)).toMatchObject({ name: 'Saima Khan', locale: 'ur', admin: false, offices: [{ role: 'coordinator', country: 'PK', within: [at.faculty] }] })
  expect((await whoIs(as.director))!.offices[0]!.within.toSorted()).toEqual([at.university, at.faculty].toSorted())
})

test('who holds two offices chooses in whose name they act, and it is written down', async () => {
  const browser = await signedIn('saima@example.org')
  const { id } = (await whoIs(browser))!
  await as.director.ask(peopleApi.giveOffice, { params: { id }, body: { role: 'signatory', organisationId: at.university, title: 'Registrar' } })
  const { offices, acting } = (await whoIs(browser))!
  expect(offices.map(({ role }) => role)).toEqual(['coordinator', 'signatory'])
  expect(acting).toBe(offices[0]!.id)
  expect(offices.map(({ organisationName }) => organisationName), 'in the language of the person').toEqual(['Faculty of Engineering', 'جامعہ سرگودھا'])
  expect((await browser.ask(peopleApi.act, { body: { officeId: offices[1]!.id } })).status).toBe(200)
  await browser.ask(peopleApi.changeProfile, { body: { name: 'Saima Khan', nameNative: 'صائمہ خان', locale: 'ur' } })
  const chain = await chainOf(here.db, id)
  expect(chain.at(-1)).toMatchObject({ what: 'person.changed', who: id, office: offices[1]!.id })
  expect(brokenLink(chain)).toBeUndefined()
  expect((await as.stranger.ask(peopleApi.act, { body: { officeId: offices[1]!.id } })).answer.error).toBe('people.not-your-office')
})

test('an office that ends gives no right from that moment, and stays in the history', async () => {
  const browser = await signedIn('saima@example.org')
  const { id, offices } = (await whoIs(browser))!
  const params = { id: offices.find(({ role }) => role === 'signatory')!.id }
  expect((await here.browser().ask(peopleApi.endOffice, { params, body: {} })).status).toBe(401)
  expect((await as.outsider.ask(peopleApi.endOffice, { params, body: {} })).status).toBe(404)
  expect((await as.stranger.ask(peopleApi.endOffice, { params, body: {} })).answer.error).toBe('people.not-your-organisation')
  expect((await as.director.ask(peopleApi.endOffice, { params, body: { on: '2026-01-31' } })).answer.fields).toEqual({ on: ['people.ends-before-it-starts'] })
  expect((await as.director.ask(peopleApi.endOffice, { params, body: {} })).status).toBe(200)
  expect((await whoIs(browser))!.offices.map(({ role }) => role)).toEqual(['coordinator'])
  expect((await as.director.ask(peopleApi.endOffice, { params, body: {} })).answer.error).toBe('people.office-is-over')
  const file = (await as.director.ask(peopleApi.read, { params: { id } })).answer as unknown as Shown
  expect(file.offices.map(({ role, endsOn }) => [role, endsOn])).toEqual([['signatory', '2026-03-02'], ['coordinator', null]])
  const told = (await as.director.ask(peopleApi.history, { params: { id } })).answer as unknown as { what: string; by: string }[]
  expect(told[0]).toMatchObject({ what: 'office.ended', by: 'Daud' })
})

test('a term that is over, or has not begun, gives no right', async () => {
  const id = await addTestPerson(here.db, { name: 'Past', email: 'past@example.org', passwordHash: await hashPassword(secret) },
    { role: 'director', at: at.university, until: '2026-03-01' }, { role: 'signatory', at: at.university, from: '2026-03-03' }, { role: 'faculty', at: at.university, until: '2026-03-02' })
  expect((await whoIs(await signedIn('past@example.org')))).toMatchObject({ id, offices: [{ role: 'faculty' }] })
})

test('addresses and learners are seen only by those they concern', async () => {
  const student = (await as.director.ask(peopleApi.add, { body: { name: 'Bilal', office: { role: 'student', organisationId: at.faculty } } })).answer as unknown as Shown
  const params = { id: student.id }
  expect((await as.stranger.ask(peopleApi.read, { params })).status).toBe(404)
  expect((await as.outsider.ask(peopleApi.read, { params })).status).toBe(404)
  expect((await as.administrator.ask(peopleApi.read, { params })).answer.standing).toBe('cannot-sign-in')
  const list = async (browser: Browser) => ((await browser.ask(peopleApi.list, { query: { organisationId: at.faculty } })).answer.rows as Shown[])
  expect((await list(as.director)).map(({ email }) => email)).toEqual([null, 'saima@example.org'])
  expect((await list(as.stranger)).map(({ email, standing }) => [email, standing])).toEqual([[null, null]])
  expect(await list(as.outsider)).toEqual([])
  expect((await as.stranger.ask(peopleApi.list, { query: { search: 'director@' } })).answer.rows).toEqual([])
  expect((await as.administrator.ask(peopleApi.list, { query: { search: 'صائمہ' } })).answer.rows).toHaveLength(1)
})

test('an invitation can be sent again, taken back, and never opens more than its sender could give', async () => {
  const id = await addTestPerson(here.db, { name: 'Rector' }, { role: 'faculty', at: at.university }, { role: 'director', at: at.elsewhere })
  const body = { email: 'taken-over@example.org' }
  expect((await as.director.ask(peopleApi.inviteAgain, { params: { id }, body })).answer.error).toBe('people.not-your-organisation')
  expect((await as.administrator.ask(peopleApi.inviteAgain, { params: { id }, body: { email: 'rector@example.org' } })).answer.standing).toBe('invited')
  const first = await tokenSentTo(here.db, 'rector@example.org')
  await as.administrator.ask(peopleApi.inviteAgain, { params: { id }, body: {} })
  const second = await tokenSentTo(here.db, 'rector@example.org')
  const use = (token: string) => here.browser().ask(peopleApi.takeLink, { body: { token, name: 'Rector', password: secret } })
  expect((await use(first)).status).toBe(410)
  expect((await as.administrator.ask(peopleApi.withdrawInvitation, { params: { id } })).answer.standing).toBe('cannot-sign-in')
  expect((await use(second)).status).toBe(410)
})

test('who only ever came by a link has joined: their address is no longer another’s to change', async () => {
  const sent = await as.director.ask(peopleApi.invite, { body: { email: 'linked@example.org', name: 'Linked', locale: 'en', office: { role: 'coordinator', organisationId: at.faculty } } })
  const id = sent.answer.id as string
  const browser = here.browser()
  await browser.ask(peopleApi.askLetter, { body: { email: 'linked@example.org', purpose: 'link', locale: 'en' } })
  const { body } = await here.db.selectFrom('letter').select('body').where('toAddress', '=', 'linked@example.org').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect((await browser.ask(peopleApi.takeLink, { body: { token: /token=([\w-]+)/.exec(body)![1]!, locale: 'en' } })).status).toBe(200)
  expect((await whoIs(browser))!.name).toBe('Linked')
  await browser.ask(peopleApi.signOut, {})
  const again = await as.director.ask(peopleApi.inviteAgain, { params: { id }, body: { email: 'director-of-mine@example.org' } })
  expect([again.status, again.answer.error]).toEqual([409, 'people.has-joined'])
  expect((await as.director.ask(peopleApi.read, { params: { id } })).answer).toMatchObject({ standing: 'joined', email: 'linked@example.org' })
  expect((await here.db.selectFrom('journal').select('data').where('about', '=', id).where('what', '=', 'person.joined').execute()).map(({ data }) => data)).toEqual([{ by: 'link' }])
})

test('a closed account is out at once, and the last administrator cannot be closed', async () => {
  const browser = await signedIn('saima@example.org')
  const { id } = (await whoIs(browser))!
  expect((await as.director.ask(peopleApi.close, { params: { id } })).answer.error).toBe('people.only-an-administrator')
  expect((await as.administrator.ask(peopleApi.close, { params: { id } })).answer.standing).toBe('closed')
  expect(await whoIs(browser)).toBeNull()
  expect((await here.browser().ask(peopleApi.signIn, { body: { email: 'saima@example.org', password: secret } })).status).toBe(403)
  const { id: self } = (await whoIs(as.administrator))!
  expect((await as.administrator.ask(peopleApi.close, { params: { id: self } })).answer.error).toBe('people.last-administrator')
})

test('sessions are listed, ended one by one and all at once', async () => {
  const [desk, phone] = [await signedIn('outsider@example.org'), await signedIn('outsider@example.org')]
  const sessions = (await desk.ask(peopleApi.sessions, {})).answer as unknown as { id: string; current: boolean; how: string; address: string }[]
  expect(sessions).toHaveLength(3)
  expect(sessions.find(({ current }) => current)).toMatchObject({ how: 'password', address: '192.0.2.1' })
  const others = (await phone.ask(peopleApi.sessions, {})).answer as unknown as typeof sessions
  await desk.ask(peopleApi.endSession, { params: { id: others.find(({ current }) => current)!.id } })
  expect(await whoIs(phone)).toBeNull()
  expect((await as.stranger.ask(peopleApi.endSession, { params: { id: sessions[0]!.id } })).status).toBe(404)
  expect((await desk.ask(peopleApi.signOutEverywhere, {})).answer.ended).toBe(2)
  expect(await whoIs(as.outsider)).toBeNull()
  expect(desk.jar.setCookie).toMatch(/^pamir-session=;/)
})

test('one’s own password: the old one is asked for, other browsers are signed out', async () => {
  const [desk, phone] = [await signedIn('stranger@example.org'), await signedIn('stranger@example.org')]
  expect((await desk.ask(peopleApi.setPassword, { body: { password: 'the tenth pass is snow' } })).answer.error).toBe('people.wrong-current-password')
  expect((await desk.ask(peopleApi.setPassword, { body: { current: secret, password: 'the tenth pass is snow' } })).status).toBe(200)
  expect(await whoIs(phone)).toBeNull()
  expect(await whoIs(desk)).not.toBeNull()
})
