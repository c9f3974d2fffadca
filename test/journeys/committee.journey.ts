// Governance between equals, in the browser: six people of two sides constitute a committee, sit, lose their quorum and find it again,
// decide and fail to, approve and sign their minutes one after the other, and veto what was decided in writing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatDay } from '#platform/i18n/format.ts'
import { guest, type Guest, house, place } from './guests.ts'
import { traveller } from './traveller.ts'

let people: Record<'ayesha' | 'bilal' | 'sana' | 'wang' | 'li' | 'zhao', Guest>
let agreement: string
beforeAll(async () => {
  const desk = await house()
  const [ours, theirs] = [await place(desk, 'university', 'PK', 'University of Khunjerab (example)'), await place(desk, 'university', 'CN', 'University of Kashgar (example)', '喀什示例大学')]
  const at = (locale: 'en' | 'ur' | 'zh', name: string, role: 'director' | 'committee-member', organisationId: string) => guest(desk, locale, name, { role, organisationId })
  people = {
    ayesha: await at('en', 'Ayesha', 'director', ours), bilal: await at('ur', 'Bilal', 'committee-member', ours), sana: await at('en', 'Sana', 'committee-member', ours),
    wang: await at('en', 'Wang Li', 'director', theirs), li: await at('en', 'Li Na', 'committee-member', theirs), zhao: await at('zh', 'Zhao Min', 'committee-member', theirs),
  }
  agreement = (await people.ayesha.send('/agreements', { kind: 'memorandum', title: 'Memorandum on a joint centre', signedOn: '2026-01-10', signedPrecision: 'day', termKind: 'fixed', termYears: 5, parties: [{ organisationId: ours }, { organisationId: theirs }] })).id
  const promised = { what: { en: 'Exchange of teachers', ur: 'اساتذہ کا تبادلہ', zh: '教师交流' }, kind: 'exchange', unit: 'persons', target: 4, per: 'once', eachWay: true, dueOn: '2026-02-01' }
  await people.ayesha.send(`/agreements/${agreement}/commitments`, promised)
  await desk.leave()
})
afterAll(async () => { for (const one of Object.values(people ?? {})) await one.leave() })

let body: string
let meeting: string
const press = async ({ page, text }: Guest, key: string, values?: Record<string, unknown>) => page.getByRole('button', { name: text(key, values), exact: true }).first().click()
const inDialog = ({ page }: Guest) => page.getByRole('dialog')
/** A session keeps a line open, so nobody waits until the page is quiet. */
const sit = async ({ page, text }: Guest) => { await page.goto(`/meetings/${meeting}`); await page.getByRole('group', { name: text('committees.where-are-you') }).waitFor() }
const seen = ({ page }: Guest, said: string) => page.getByText(said, { exact: false }).first().waitFor()

/** Picks a person in a field of a dialog. */
async function pick(someone: Guest, label: string, name: string): Promise<void> {
  await inDialog(someone).getByLabel(someone.text(label)).first().fill(name)
  await someone.page.getByRole('option', { name: new RegExp(name) }).first().click()
}

async function seatIn(someone: Guest, side: number, member: string, { office, alternate }: { office?: string; alternate?: string } = {}): Promise<void> {
  const { page, text } = someone
  const seats = page.locator('.side').nth(side).locator('.seats > li')
  const before = await seats.count()
  await page.locator('.side').nth(side).getByRole('button', { name: text('committees.add-seat') }).click()
  await pick(someone, 'committees.member', member)
  if (alternate) await pick(someone, 'committees.alternate', alternate)
  if (office) await inDialog(someone).getByLabel(text('committees.office')).selectOption(office)
  await inDialog(someone).getByRole('button', { name: text('committees.record') }).click()
  await expect.poll(() => seats.count()).toBe(before + 1)
}

test('an unequal committee is refused with the reason, an equal one is constituted', async () => {
  const { ayesha } = people
  const { page, text, go } = ayesha
  await go(`/agreements/${agreement}?lang=en`)
  await page.getByRole('link', { name: text('committees.set-up') }).click()
  await page.getByLabel(text('committees.name')).fill('Joint Coordination Committee')
  await ayesha.accessible('a body being set up')
  await press(ayesha, 'committees.set-up')
  await page.waitForURL(/\/bodies\/[0-9a-f-]{36}$/)
  body = page.url().split('/').at(-1)!
  await seatIn(ayesha, 0, 'Ayesha', { office: 'chair' })
  await seatIn(ayesha, 0, 'Bilal')
  await seatIn(ayesha, 0, 'Sana')
  await seatIn(ayesha, 1, 'Wang Li', { office: 'chair' })
  await seatIn(ayesha, 1, 'Li Na', { alternate: 'Zhao Min' })
  await press(ayesha, 'committees.constitute')
  await seen(ayesha, text('committees.fails-g01', { seats: '3 : 2', sides: 2 }))
  await press(ayesha, 'committees.change-seat-of', { name: 'Sana (example)' })
  await inDialog(ayesha).getByRole('button', { name: text('committees.end-seat') }).click()
  await expect.poll(() => page.locator('.side').first().locator('.seats > li').count()).toBe(2)
  await press(ayesha, 'committees.constitute')
  await page.locator('.page-about').getByText(text('committees.constituted')).waitFor()
  await ayesha.accessible('a body that is constituted')
  await press(ayesha, 'committees.side')
  await inDialog(ayesha).getByLabel(text('committees.side.holiday')).first().fill('2027-08-14')
  await inDialog(ayesha).getByRole('button', { name: text('committees.record') }).click()
  await seen(ayesha, text('committees.side.rests', { days: formatDay('2027-08-14', 'day', 'en') }))
  expect(ayesha.mistakes).toEqual([])
})

test('it is called in the time of its place, its pack is frozen, and a member says that they come', async () => {
  const { ayesha, wang, li } = people
  const { page, text } = ayesha
  await press(ayesha, 'committees.call')
  await inDialog(ayesha).locator('input[type=datetime-local]').fill('2027-06-01T10:00')
  await inDialog(ayesha).getByLabel(text('committees.zone')).fill('Asia/Karachi')
  await inDialog(ayesha).getByLabel(text('committees.city')).fill('Gilgit')
  await inDialog(ayesha).getByRole('button', { name: text('committees.call'), exact: true }).click()
  await page.waitForURL(/\/meetings\//)
  meeting = page.url().split('/').at(-1)!
  await seen(ayesha, text('committees.standing.challenges'))
  for (const title of ['The doctoral programme', 'Admission of the laboratory', 'Longer notice']) {
    await press(ayesha, 'committees.add-item')
    await inDialog(ayesha).getByLabel(text('committees.item-title')).fill(title)
    if (title === 'Longer notice') await inDialog(ayesha).getByLabel(text('committees.matter')).selectOption('rules')
    await inDialog(ayesha).getByRole('button', { name: text('committees.record') }).click()
    await seen(ayesha, title)
  }
  await item(ayesha, 'The doctoral programme').locator('input[type=file]').setInputFiles({ name: 'programme.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 programme') })
  await page.getByRole('link', { name: 'programme.pdf' }).waitFor()
  await press(ayesha, 'committees.change-meeting')
  await inDialog(ayesha).getByLabel(text('committees.venue')).fill('Hall 2')
  await inDialog(ayesha).getByRole('button', { name: text('committees.change-meeting.do') }).click()
  await seen(ayesha, 'Hall 2, Gilgit')
  await ayesha.accessible('a meeting that is called')
  await page.getByRole('link', { name: text('committees.pack') }).click()
  // The number of a side's late promises leads to them.
  await page.locator('.pack-table tbody tr').first().getByRole('link').last().click()
  await page.waitForURL(/side=/)
  await page.locator('.pack-line').getByText('Exchange of teachers').waitFor()
  await press(ayesha, 'committees.pack.freeze')
  await page.getByText(text('committees.pack.live')).waitFor({ state: 'detached' })
  await ayesha.accessible('a pack that is frozen')
  await answerByLetter(li)
  await li.go(`/meetings/${meeting}`)
  await seen(li, li.text('committees.via.link'))
  await seen(li, li.text('committees.so-many-replied', { count: 1, of: 5 }))
  await wang.go(`/meetings/${meeting}`)
  await seen(wang, 'Gilgit')
})

/** By the link of the letter, on a phone that nobody is signed in on. */
async function answerByLetter(someone: Guest): Promise<void> {
  const [desk, phone] = [await house(), await traveller('ur', { phone: true })]
  const { rows } = await desk.read<{ rows: { toAddress: string; body: string; kind: string }[] }>('/letters')
  const letter = rows.find(({ toAddress, kind }) => toAddress === someone.email && kind === 'committees.change')!
  await phone.go(`${new URL(/https?:\S+answer=online/.exec(letter.body)![0]).pathname}?answer=online&lang=ur`)
  await phone.accessible('an invitation without an account, in Urdu')
  await phone.page.getByRole('button', { name: phone.text('committees.invitation.send') }).click()
  await phone.page.getByText(phone.text('committees.invitation.answered', { coming: phone.text('committees.modes.online') })).waitFor()
  expect(phone.mistakes).toEqual([])
  await phone.leave()
  await desk.leave()
}

const item = ({ page }: Guest, title: string) => page.locator('.agenda > li').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Opens a vote on an item and has these people vote, each in their own browser. */
async function votes(title: string, said: string, cast: [Guest, 'for' | 'against' | 'abstain'][], secret = false): Promise<void> {
  const { ayesha } = people
  await item(ayesha, title).getByRole('button', { name: ayesha.text('committees.open-vote') }).click()
  await inDialog(ayesha).getByLabel(ayesha.text('committees.decision-text')).fill(said)
  if (secret) await inDialog(ayesha).getByLabel(ayesha.text('committees.secret')).check()
  await inDialog(ayesha).getByRole('button', { name: ayesha.text('committees.open-vote') }).click()
  for (const [someone, choice] of cast) {
    await someone.page.locator('.ballot-now').getByText(said).waitFor()
    await someone.page.locator('.ballot-now').getByRole('button', { name: someone.text(`committees.choices.${choice}`), exact: true }).click()
    await someone.page.locator('.ballot-now').getByText(someone.text('committees.your-vote-counts')).waitFor()
  }
  await ayesha.page.locator('.ballot-now').getByText(ayesha.text('committees.so-many-voted', { voted: cast.length, of: cast.length })).waitFor()
  await press(ayesha, 'committees.close-vote')
}

test('in session: blocked for want of one side, carried, and a quorum lost and found', async () => {
  const { ayesha, bilal, wang, li, zhao } = people
  await ayesha.go(`/meetings/${meeting}`)
  await press(ayesha, 'committees.open')
  await ayesha.page.getByRole('group', { name: ayesha.text('committees.where-are-you') }).waitFor()
  for (const someone of [ayesha, bilal, wang, li]) {
    await sit(someone)
    await press(someone, someone === ayesha || someone === bilal ? 'committees.i-am.room' : 'committees.i-am.online')
  }
  await seen(ayesha, ayesha.text('committees.can-decide'))
  await item(ayesha, 'The doctoral programme').getByRole('button', { name: ayesha.text('committees.consensus.record-failed') }).click()
  await seen(ayesha, ayesha.text('committees.consensus.failed'))
  await votes('The doctoral programme', 'Open the programme this spring', [[ayesha, 'for'], [bilal, 'for'], [wang, 'against'], [li, 'abstain']])
  await seen(ayesha, ayesha.text('committees.why.want-of-side'))
  await votes('The doctoral programme', 'Open the programme next autumn', [[ayesha, 'for'], [bilal, 'for'], [wang, 'for'], [li, 'for']], true)
  await seen(li, li.text('committees.why.every-side'))
  await ayesha.accessible('a session with a result')
  await bilal.accessible('a session in Urdu')

  await press(wang, 'committees.i-am.away')
  await item(li, 'Admission of the laboratory').getByRole('button', { name: li.text('committees.declare') }).click()
  await inDialog(li).getByLabel(li.text('committees.interest')).fill('My laboratory applies')
  await inDialog(li).getByRole('button', { name: li.text('committees.declare') }).click()
  const laboratory = item(ayesha, 'Admission of the laboratory')
  await laboratory.getByText(ayesha.text('committees.wants.side', { side: 'University of Kashgar (example)' })).waitFor()
  await sit(zhao)
  await press(zhao, 'committees.i-am.online')
  await laboratory.getByText(ayesha.text('committees.wants.side', { side: 'University of Kashgar (example)' })).waitFor({ state: 'detached' })
  await laboratory.getByRole('button', { name: ayesha.text('committees.consensus.record'), exact: true }).click()
  await inDialog(ayesha).getByRole('button', { name: ayesha.text('committees.consensus.record'), exact: true }).click()
  await seen(ayesha, ayesha.text('committees.decision-number', { number: 2 }))
  await agrees('Longer notice')
  await press(ayesha, 'committees.close')
  await seen(ayesha, ayesha.text('committees.minutes.begin'))
  for (const someone of [ayesha, bilal, wang, li, zhao]) expect(someone.mistakes).toEqual([])
})

/** Everybody agrees, and it is written down. */
async function agrees(title: string): Promise<void> {
  const { ayesha } = people
  await item(ayesha, title).getByRole('button', { name: ayesha.text('committees.consensus.record'), exact: true }).click()
  await inDialog(ayesha).getByRole('button', { name: ayesha.text('committees.consensus.record'), exact: true }).click()
  await item(ayesha, title).getByText(ayesha.text('committees.consensus.reached')).waitFor()
}

test('the minutes are approved by one side, then by the other, are sealed, and signed by both', async () => {
  const { ayesha, wang } = people
  await press(ayesha, 'committees.minutes.begin')
  await seen(ayesha, ayesha.text('committees.minutes.quorate'))
  for (const locale of ['zh', 'ru', 'ur'] as const) {
    await ayesha.page.getByLabel(ayesha.text('committees.minutes.add-language')).selectOption(locale)
    await ayesha.page.locator(`.minutes-texts pre[lang=${locale}]`).waitFor()
  }
  await ayesha.page.getByRole('button', { name: `${ayesha.text('web.change')} اردو` }).click()
  await ayesha.page.locator('.minutes-texts textarea').fill('کمیٹی نے پروگرام شروع کرنے کا فیصلہ کیا۔')
  await ayesha.page.locator('.minutes-texts').getByRole('button', { name: ayesha.text('committees.record') }).click()
  await ayesha.page.locator('.minutes-texts textarea').waitFor({ state: 'detached' })
  await ayesha.page.locator('.minutes-texts pre[lang=ur]').getByText('کمیٹی نے پروگرام شروع کرنے کا فیصلہ کیا۔').waitFor()
  await ayesha.accessible('minutes in four languages')
  await press(ayesha, 'committees.minutes.approve')
  await seen(ayesha, ayesha.text('committees.minutes.approved'))
  await seen(ayesha, ayesha.text('committees.checks.g26', { approved: 1, sides: 2 }))
  await wang.go(`/meetings/${meeting}`)
  await seen(wang, wang.text('committees.minutes.not-approved'))
  await press(wang, 'committees.minutes.approve')
  await seen(wang, wang.text('committees.minutes.are-sealed'))
  for (const someone of [wang, ayesha]) await signs(someone)
  await seen(ayesha, ayesha.text('committees.minutes.signed-by-all'))
  await press(wang, 'committees.minutes.correct')
  await inDialog(wang).getByLabel(wang.text('committees.minutes.correction')).fill('Li Na is Professor Li Na.')
  await inDialog(wang).getByRole('button', { name: wang.text('committees.record') }).click()
  await inDialog(wang).waitFor({ state: 'detached' })
  await seen(wang, 'Li Na is Professor Li Na.')
  await press(ayesha, 'committees.minutes.approve')
  await seen(ayesha, ayesha.text('committees.minutes.signed-by', { signed: 0, sides: 2 }))
  await wang.accessible('signed minutes with a correction')
  expect(wang.mistakes).toEqual([])
})

/** With the password once more, on the page as it stands now. */
async function signs(someone: Guest): Promise<void> {
  await someone.go(`/meetings/${meeting}`)
  await press(someone, 'committees.minutes.sign')
  await inDialog(someone).getByLabel(someone.text('signing.password-again')).fill(someone.password)
  await inDialog(someone).getByRole('button', { name: someone.text('committees.minutes.sign'), exact: true }).click()
  await someone.page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('what is proposed in writing is answered, and vetoed by a side with its reason', async () => {
  const { ayesha, wang } = people
  await ayesha.go(`/bodies/${body}`)
  await press(ayesha, 'committees.propose')
  await inDialog(ayesha).getByLabel(ayesha.text('committees.decision-text')).fill('Add a summer school')
  await inDialog(ayesha).getByRole('button', { name: ayesha.text('committees.propose.do') }).click()
  await ayesha.page.waitForURL(/\/procedures\//)
  await press(ayesha, 'committees.choices.for')
  await seen(ayesha, ayesha.text('committees.answered.for'))
  await ayesha.accessible('a decision in writing')
  await wang.go(new URL(ayesha.page.url()).pathname)
  await press(wang, 'committees.veto')
  await inDialog(wang).getByLabel(wang.text('committees.because')).fill('Our senate has to see it first')
  await inDialog(wang).getByRole('button', { name: wang.text('committees.veto') }).click()
  await seen(wang, wang.text('committees.why.vetoed'))
  await seen(wang, 'Our senate has to see it first')
})

test('its rules change by the decision it took about them, and by no other; a special meeting is asked for, and a report laid before it', async () => {
  const { ayesha } = people
  const { page, text, go } = ayesha
  await go(`/bodies/${body}/rules`)
  await page.getByLabel(text('committees.rules.decision')).selectOption({ label: `${text('committees.decision-number', { number: 3 })}: Longer notice` })
  await page.getByLabel(text('committees.rules.notice-days')).fill('21')
  await press(ayesha, 'committees.rules.adopt')
  await page.waitForURL(new RegExp(`/bodies/${body}$`))
  await seen(ayesha, text('committees.rule.notice.is', { agreed: 60, notice: 21 }))
  await press(ayesha, 'committees.special.ask')
  await inDialog(ayesha).getByLabel(text('committees.because')).fill('A grant that ends in June')
  await inDialog(ayesha).getByRole('button', { name: text('committees.special.ask') }).click()
  await seen(ayesha, text('committees.special-asked', { because: 'A grant that ends in June' }))
  await ayesha.accessible('a body whose rules changed')
  await ayesha.send(`/bodies/${body}/meetings`, { startsAt: '2027-09-01T05:00:00.000Z', zone: 'Asia/Karachi' })
  const report = await ayesha.send('/reports', { kind: 'agreement', aboutId: agreement, year: 2026 })
  await go(`/reports/${report.id}`)
  await press(ayesha, 'reports.annual.lay')
  await seen(ayesha, text('reports.annual.laid'))
  await page.getByRole('status').getByRole('link').click()
  await seen(ayesha, text('committees.about.annual-report'))
  expect(ayesha.mistakes).toEqual([])
})
