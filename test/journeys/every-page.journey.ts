// Every page of the site, as its readers meet it: in their language, in their direction, with nothing in a reader's way.
import { beforeAll, describe, expect, test } from 'vitest'
import { sitePages } from '#web/routes.tsx'
import type { Locale } from '#platform/i18n/locale.ts'
import { signIn, speaks, traveller, type Traveller } from './traveller.ts'

type Ids = { organisation: string; other: string; agreement: string; draft: string; commitment: string; activity: string; claim: string; alliance: string; person: string; run: string; ceremony: string; plan: string; report: string; application: string; review: string; jointUnit: string }
type Governed = { body: string; meeting: string; procedure: string }
let ids: Ids & Governed
let webhook: string
let means: Means
beforeAll(async () => {
  const someone = await traveller('en')
  await signIn(someone)
  ids = await idsOf(someone)
  webhook = await webhookOf(someone, ids.organisation)
  means = await meansOf(someone, ids.alliance)
  await someone.leave()
})

/** What each page with a place in its address is shown with; every other is shown as it is. */
const shownAs = (): Record<string, string> => ({
  '/agreements/$id': `/agreements/${ids.agreement}`, '/agreements/$id/signing': `/agreements/${ids.agreement}/signing`, '/ceremonies/$id': `/ceremonies/${ids.ceremony}`, '/ceremonies/$id/change': `/ceremonies/${ids.ceremony}/change`, '/ceremonies/$id/live': `/ceremonies/${ids.ceremony}/live`, '/organisations/$id/signing': `/organisations/${ids.organisation}/signing`, '/agreements/$id/revision': `/agreements/${ids.agreement}/revision`,
  '/agreements/$id/text': `/agreements/${ids.draft}/text`, '/agreements/$id/text/versions': `/agreements/${ids.draft}/text/versions`,
  '/agreements/$id/term': `/agreements/${ids.agreement}/term`, '/agreements/$id/commitments/new': `/agreements/${ids.agreement}/commitments/new`,
  '/agreements/$id/commitments/$commitment': `/agreements/${ids.agreement}/commitments/${ids.commitment}`, '/activities/$id': `/activities/${ids.activity}`,
  '/confirmations/$id': `/confirmations/${ids.claim}`, '/briefs/$organisationId': `/briefs/${ids.other}`,
  '/bodies/$id': `/bodies/${ids.body}`, '/bodies/$id/rules': `/bodies/${ids.body}/rules`, '/meetings/$id': `/meetings/${ids.meeting}`, '/meetings/$id/pack': `/meetings/${ids.meeting}/pack`, '/procedures/$id': `/procedures/${ids.procedure}`,
  '/alliances/$id': `/alliances/${ids.alliance}`, '/alliances/$id/members': `/alliances/${ids.alliance}/members`, '/alliances/$id/governance': `/alliances/${ids.alliance}/governance`, '/alliances/$id/work': `/alliances/${ids.alliance}/work`, '/alliances/$id/admission': `/alliances/${ids.alliance}/admission`, '/alliances/$id/admission/apply': `/alliances/${ids.alliance}/admission/apply`,
  '/alliances/$id/admission/rules': `/alliances/${ids.alliance}/admission/rules`, '/applications/$id': `/applications/${ids.application}`, '/alliances/$id/register': `/alliances/${ids.alliance}/register`, '/alliances/$id/sub-alliances': `/alliances/${ids.alliance}/sub-alliances`, '/alliances/$id/membership/$organisation': `/alliances/${ids.alliance}/membership/${ids.organisation}`,
  '/settings/webhooks/$id': `/settings/webhooks/${webhook}`,
  '/organisations/$id': `/organisations/${ids.organisation}`, '/organisations/$id/change': `/organisations/${ids.organisation}/change`,
  '/organisations/$id/merge': `/organisations/${ids.organisation}/merge?with=${ids.other}`, '/people/$id': `/people/${ids.person}`,
  '/reports/$id': `/reports/${ids.report}`, '/reports/new': `/reports/new?kind=agreement&about=${ids.agreement}`, '/joint-units/$id': `/joint-units/${ids.jointUnit}`, '/plans/$id': `/plans/${ids.plan}?view=measures`, '/plans/$id/write': `/plans/${ids.plan}/write`, '/indicators/list': `/indicators/list?agreement=${ids.agreement}&of=GOV4&state=claimed`,
  '/calls/$id': `/calls/${means.call}`, '/calls/$id/write': `/calls/${means.call}/write`, '/calls/$id/answers/$organisation': `/calls/${means.call}/answers/${means.member}`, '/calls/$id/readings/$reading': `/calls/${means.call}/readings/${means.reading}`,
  '/reviews/$id': `/reviews/${ids.review}`, '/reviews/new': `/reviews/new?agreement=${ids.agreement}&year=2026`, '/agreements/$id/challenges': `/agreements/${ids.agreement}/challenges`, '/agreements/$id/new-areas': `/agreements/${ids.agreement}/new-areas`,
  '/alliances/$id/dues': `/alliances/${ids.alliance}/dues`, '/alliances/$id/dues/$organisation': `/alliances/${ids.alliance}/dues/${means.member}`, '/alliances/$id/hosting': `/alliances/${ids.alliance}/hosting`, '/dues-years/$id': `/dues-years/${means.duesYear}`, '/alliances/$id/elections': `/alliances/${ids.alliance}/elections`, '/elections/$id': `/elections/${means.election}`,
  '/import/$id': `/import/${ids.run}`, '/search': '/search?q=univ',
})
const paths = () => sitePages.filter(({ open }) => !open).map(({ path }) => shownAs()[path] ?? path)

/** In two languages each page is opened anew, and axe reads it; in the others one walks on from page to page as links lead, in a fifth of the time. */
type Reader = [Locale, { phone?: boolean; dark?: boolean }, 'opens' | 'walks']
describe.each<Reader>([['en', {}, 'opens'], ['ur', { phone: true, dark: true }, 'opens'], ['zh', { phone: true }, 'walks'], ['ru', { dark: true }, 'walks']])('in %s', (locale, wish, how) => {
  test('every page speaks it, and nothing stands in a reader’s way', async () => {
    const someone = await traveller(locale, wish)
    await signIn(someone)
    await someone.go(`/?lang=${locale}`)
    expect(paths().filter((path) => path.includes('$'))).toEqual([])
    const [jumps, wide]: [string[], string[]] = [[], []]
    for (const path of paths()) {
      if (how === 'walks') await someone.walk(path)
      else jumps.push(...await opened(someone, path, locale))
      await speaks(someone.page, locale)
      expect(await widthOver(someone), `${path} is wider than the screen`).toBe(0)
      const tablet = locale === 'ru' ? await widthOverAt(someone, 768) : 0
      if (tablet > 0) wide.push(`${path} by ${tablet} on a tablet`)
      const over = path === '/kit' ? 0 : await widthOverSetWide(someone)
      if (over > 0) wide.push(`${path} by ${over}`)
    }
    expect(wide, 'on a tablet, and on the narrowest screen with letters set wide').toEqual([])
    expect(jumps, 'no page moves under the reader’s eyes').toEqual([])
    expect(someone.mistakes).toEqual([])
    await someone.leave()
  })

  test('the doors speak it too', async () => {
    const someone = await traveller(locale, wish)
    for (const { path } of sitePages.filter(({ open }) => open)) {
      await someone.go(`${path}?token=none`)
      await speaks(someone.page, locale)
      if (how === 'opens') await someone.accessible(`${locale} ${path}`)
    }
    expect(someone.mistakes).toEqual([])
    await someone.leave()
  })
})

test('who reads another language than the machine is met in it, and no page turns over', async () => {
  const [someone, profile] = [await traveller('ur'), '/api/me/profile']
  await signIn(someone)
  const { csrf } = await (await someone.context.request.get('/api/me')).json() as { csrf: string }
  const before = await (await someone.context.request.get(profile)).json() as { name: string; nameNative: unknown; locale: string }
  const say = async (locale: string) => expect((await someone.context.request.put(profile, { headers: { 'x-csrf-token': csrf }, data: { name: before.name, nameNative: before.nameNative, locale } })).status()).toBe(200)
  await say('ru')
  await someone.go('/organisations')
  expect(await someone.page.locator('html').getAttribute('lang')).toBe('ru')
  expect(await someone.jumped()).toBeLessThan(0.05)
  await say(before.locale)
  await someone.leave()
})

test('on a phone a figure keeps its word', async () => {
  const someone = await traveller('ru', { phone: true })
  await signIn(someone)
  await someone.go(`/import/${ids.run}?tab=report&lang=ru`)
  const marks = await someone.page.locator('.figures-table .mark').all()
  expect(marks.length).toBeGreaterThan(0)
  for (const mark of marks) expect(await mark.innerText()).toMatch(/\p{L}/u)
  await someone.leave()
})

/** Says if the page moved while it came: twice, since what a busy machine brought late once is no fault of the page. */
async function opened(someone: Traveller, path: string, locale: Locale): Promise<string[]> {
  let moved = 1
  for (let times = 0; moved > 0.05 && times < 2; times++) {
    await someone.go(path)
    moved = path === '/kit' ? 0 : await someone.jumped()
  }
  await someone.accessible(`${locale} ${path}`)
  return moved > 0.05 ? [`${path} by ${moved.toFixed(3)}`] : []
}

const widthOver = ({ page }: Traveller): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

/** Where the places stand beside the page and leave it least: between a phone and a desk. */
async function widthOverAt(someone: Traveller, width: number): Promise<number> {
  const size = someone.page.viewportSize()!
  await someone.page.setViewportSize({ ...size, width })
  const over = await widthOver(someone)
  await someone.page.setViewportSize(size)
  return over
}

/** Wider letters, words and lines, as a reader may set them: https://www.w3.org/TR/WCAG22/#text-spacing */
const setWide = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
async function widthOverSetWide(someone: Traveller): Promise<number> {
  const size = someone.page.viewportSize()!
  await someone.page.setViewportSize({ width: 320, height: 740 })
  await someone.page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, setWide)
  const over = await widthOver(someone)
  await someone.page.evaluate(() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1) })
  await someone.page.setViewportSize(size)
  return over
}

/** An agreement with a commitment, something that was done for it, and the claim that its other side has still to answer. */
async function promised(send: (path: string, data: object) => Promise<{ id: string }>, sides: string[]): Promise<Pick<Ids, 'agreement' | 'commitment' | 'activity' | 'claim'>> {
  const agreement = await send('/agreements', {
    kind: 'memorandum', title: 'Exchange of teachers', signedOn: '2025-03-01', signedPrecision: 'day', termKind: 'fixed', termYears: 5, parties: sides.map((organisationId) => ({ organisationId })),
  })
  const promises = await send(`/agreements/${agreement.id}/commitments`, { kind: 'exchange', what: { en: 'Exchange of teachers' }, unit: 'persons', target: 2, per: 'year', eachWay: true }) as unknown as { commitments: { id: string }[] }
  const commitmentId = promises.commitments[0]!.id
  const activity = await send('/activities', { what: 'Two teachers came', onDay: '2026-03-02', sideId: sides[0], serves: [{ agreementId: agreement.id, commitmentId, sideId: sides[0], amount: 2 }] }) as unknown as { id: string; serves: { claim: { id: string } }[] }
  return { agreement: agreement.id, commitment: commitmentId, activity: activity.id, claim: activity.serves[0]!.claim.id }
}

/** A plan of an agreement, with an objective, a task and a measure that nothing feeds yet. */
async function planned(context: Traveller['context'], csrf: string, agreementId: string, owner: string): Promise<string> {
  const [title, objectiveId, days] = [{ en: 'Plan of work' }, crypto.randomUUID(), { startsOn: '2025-04-01', endsOn: '2027-03-31' }]
  const headers = { 'x-csrf-token': csrf }
  const { id, changedAt } = await (await context.request.post('/api/plans', { headers, data: { agreementId, title, ...days } })).json() as { id: string; changedAt: string }
  const content = {
    title, ...days, parts: { background: { en: 'Why now' } }, objectives: [{ id: objectiveId, level: 'goal', what: { en: 'Open learning' } }],
    tasks: [{ id: crypto.randomUUID(), objectiveId, what: { en: 'Open the portal' }, owners: [owner], ...days }],
    measures: [{ id: crypto.randomUUID(), objectiveId, what: { en: 'Teachers trained' }, unit: 'persons', targets: [{ on: '2025-12-31', value: 40 }], by: ['side', 'sex'] }],
  }
  await context.request.put(`/api/plans/${id}`, { headers, data: { content, seen: changedAt } })
  return id
}

/** A committee of two, which has called a session, and decides one thing in writing meanwhile. */
async function governed(send: (path: string, data: object) => Promise<{ id: string }>, agreementId: string, personId: string): Promise<Governed> {
  const each = (said: string) => Object.fromEntries(['en', 'zh', 'ru', 'ur'].map((locale) => [locale, said]))
  const body = await send('/bodies', { kind: 'joint-committee', name: { en: 'Joint committee', zh: '联合委员会', ru: 'Совместный комитет', ur: 'مشترکہ کمیٹی' }, agreementId }) as unknown as { id: string; sides: { id: string }[] }
  for (const [place, side] of body.sides.entries()) await send(`/bodies/${body.id}/seats`, { sideId: side.id, memberId: place === 0 ? personId : null, office: 'chair' })
  await send(`/bodies/${body.id}/constitution`, {})
  const meeting = await send(`/bodies/${body.id}/meetings`, { startsAt: new Date(Date.now() + 90 * 86_400_000).toISOString(), zone: 'Asia/Karachi', hostSideId: body.sides[0]!.id, city: 'Sargodha' })
  await send(`/bodies/${body.id}/actions`, { what: '2026', ownerId: personId, dueOn: '2026-01-01' })
  return { body: body.id, meeting: meeting.id, procedure: (await send(`/bodies/${body.id}/procedures`, { text: each('2026'), matter: 'programme' })).id }
}

async function idsOf({ context }: Traveller): Promise<Ids & Governed> {
  const read = async (path: string) => (await context.request.get(`/api${path}`)).json()
  const first = (page: { rows: { id: string }[] }, place = 0) => page.rows[place]!.id
  const me = await read('/me')
  const organisations = await read('/organisations?text=university')
  const send = async (path: string, data: object) => (await context.request.post(`/api${path}`, { headers: { 'x-csrf-token': me.csrf }, data })).json()
  // One acts for a text by an office at one of its sides.
  await send(`/people/${me.viewer.id}/offices`, { role: 'coordinator', organisationId: first(organisations), title: null, startsOn: '2020-01-01', endsOn: null })
  const languages = ['en', 'zh', 'ru', 'ur']
  const draft = await send('/drafts', {
    agreement: { kind: 'memorandum', title: 'Joint centre', parties: [0, 1].map((place) => ({ organisationId: first(organisations, place) })) },
    text: { from: 'template', template: 'joint-centre', languages, authentic: languages, prevailing: null },
  })
  const event = { title: { en: 'Opening', zh: '开幕式', ru: 'Открытие', ur: 'افتتاح' }, heldOn: '2026-05-23', zone: 'Asia/Karachi', hostId: first(organisations), agreements: [draft.id], people: [] }
  const done = await promised(send, [first(organisations), first(organisations, 1)])
  const file = { name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from('Partner,Signed on\nHanyang University,2017\nNobody Knows College,31-02-2018\n') }
  const run = await context.request.post('/api/register-runs', { headers: { 'x-csrf-token': me.csrf }, multipart: { ownerId: first(organisations), file } })
  const alliance = first(await read('/alliances'))
  const contact = { name: 'Ayesha', officeName: 'Director', email: 'ayesha@example.org', locale: 'en' }
  const reported = await send('/reports', { kind: 'organisation', aboutId: first(organisations), year: new Date().getFullYear() })
  const review = await send(`/agreements/${done.agreement}/reviews`, { year: 2026 })
  await send('/challenges', { agreementId: done.agreement, what: { en: '2026', zh: '2026', ru: '2026', ur: '2026' }, since: '2026-01-05' })
  await send(`/agreements/${done.agreement}/new-areas`, { what: { en: '2026', zh: '2026', ru: '2026', ur: '2026' } })
  return {
    review: review.id, ...await governed(send, done.agreement, me.viewer.id),
    report: reported.id, plan: await planned(context, me.csrf, done.agreement, first(organisations)),
    jointUnit: (await send('/joint-units', { agreementId: done.agreement, kind: 'research-centre', foundedOn: '2025-06-01', name: { en: 'Joint centre for batteries', zh: '电池联合中心', ru: 'Совместный центр', ur: 'مشترکہ مرکز' } })).id,
    organisation: first(organisations), other: first(organisations, 1), alliance, application: (await send(`/alliances/${alliance}/applications`, { organisationId: first(organisations), contact })).id,
    draft: draft.id, ceremony: (await send('/ceremonies', event)).id, ...done, person: me.viewer.id, run: (await run.json()).id,
  }
}

/** An address that leads nowhere, with a message that did not arrive there. */
async function webhookOf({ context }: Traveller, organisationId: string): Promise<string> {
  const { csrf } = await (await context.request.get('/api/me')).json()
  const send = async (path: string, data: object) => (await context.request.post(`/api${path}`, { headers: { 'x-csrf-token': csrf }, data })).json()
  const made = await send('/webhooks', { organisationId, url: 'https://hooks.example.invalid/pamir', kinds: ['turn', 'term'], languages: ['en', 'ur'] })
  await send(`/webhooks/${made.webhook.id}/test`, {})
  return made.webhook.id
}

type Means = { call: string; member: string; reading: string; duesYear: string; election: string }
/** A call that asks a member of each kind, and a workbook of it that came back; a year of dues, who hosts, and an election. */
async function meansOf({ context }: Traveller, alliance: string): Promise<Means> {
  const read = async (path: string) => (await context.request.get(`/api${path}`)).json()
  const { csrf, viewer } = await read('/me')
  const headers = { 'x-csrf-token': csrf }
  const send = async (path: string, data: object) => (await context.request.post(`/api${path}`, { headers, data })).json()
  const member = (await read(`/alliances/${alliance}/members?standing=member`)).rows[0].organisation.id as string
  await send(`/people/${viewer.id}/offices`, { role: 'coordinator', organisationId: member, title: null, startsOn: '2020-01-01', endsOn: null })
  const [title, dueOn] = [{ en: 'Figures', zh: '年度数据', ru: 'Показатели', ur: 'اعداد و شمار' }, new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)]
  const call = await send('/calls', { allianceId: alliance, title, dueOn })
  const columns = [{ id: 'c1', kind: 'text', label: title }, { id: 'c2', kind: 'number', label: title }]
  const options = ['o1', 'o2'].map((id) => ({ id, label: title }))
  const questions = ['text', 'number', 'choice', 'date', 'file', 'table'].map((kind, at) => ({ id: `q${at + 1}`, kind, label: title, hint: title, ...(kind === 'choice' ? { options, many: true } : {}), ...(kind === 'table' ? { columns } : {}) }))
  await context.request.put(`/api/calls/${call.id}`, { headers, data: { title, questions, dueOn, seen: call.changedAt } })
  await send(`/calls/${call.id}/opening`, {})
  const buffer = Buffer.from(`Pamir id,name,q1 · x,q2 · x\n${member},,2026,many\n`)
  const reading = await (await context.request.post(`/api/calls/${call.id}/readings`, { headers, multipart: { file: { name: 'x.csv', mimeType: 'text/csv', buffer } } })).json()
  await send(`/alliances/${alliance}/dues/scales`, { fromYear: 2026, currency: 'USD', bands: [{ id: 'b1', name: title, amount: 50_000 }] })
  const year = await send(`/alliances/${alliance}/dues/years`, { year: 2026, dueOn: '2026-01-31' })
  await send(`/dues/${year.lines.find(({ organisation }: { organisation: { id: string } }) => organisation.id === member).id}/payments`, { amount: 10_000, paidOn: '2026-01-10', reference: '2026' })
  await send(`/alliances/${alliance}/hosting/proposals`, { what: 'conference', from: new Date().getFullYear(), years: 3 })
  const day = (on: number) => new Date(Date.now() + on * 86_400_000).toISOString().slice(0, 10)
  const election = await send(`/alliances/${alliance}/elections`, { post: 'president', termFrom: day(90), nominateUntil: day(20), voteUntil: day(40) })
  await send(`/elections/${election.id}/candidates`, { personId: viewer.id, organisationId: member, nominatedBy: member, statement: title })
  return { call: call.id, member, reading: reading.id, duesYear: year.id, election: election.id }
}
