// An organisation becomes a member: it applies in Urdu, hands its papers in, is checked, has observed, is admitted by a council that votes, and pledges.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Guest, guest, house, place } from './guests.ts'
import { settled, speaks, type Traveller } from './traveller.ts'

let li: Guest
let aisha: Guest
let alliance: string
let sargodha: string
let council: string
let application: string

beforeAll(async () => {
  const admin = await house()
  const host = await place(admin, 'university', 'CN', 'Jiaotong of the path', '交通大学（入会）')
  sargodha = await place(admin, 'university', 'PK', 'Sargodha of the path')
  li = await guest(admin, 'zh', '李娜', { role: 'secretariat', organisationId: host })
  aisha = await guest(admin, 'ur', 'Aisha Khan', { role: 'director', organisationId: sargodha })
  await admin.leave()
  alliance = (await li.send('/alliances', { name: 'Alliance of the path', hostId: host, public: true, slug: `path-${Date.now()}` })).id
  council = (await li.send('/bodies', { kind: 'executive-council', name: { zh: '理事会', ur: 'مجلسِ عاملہ' }, allianceId: alliance, rules: 'executive-council' })).id
  // Who sits in it need not come from anywhere: three people of the story.
  const { viewer } = await li.read<{ viewer: { id: string } }>('/me')
  const { viewer: other } = await aisha.read<{ viewer: { id: string } }>('/me')
  for (const [memberId, office] of [[viewer.id, 'chair'], [other.id, null], [null, null]] as const) await li.send(`/bodies/${council}/seats`, { memberId, office })
  await li.send(`/bodies/${council}/constitution`, {})
  const { rules } = await li.read<{ rules: { rules: object } }>(`/alliances/${alliance}/admission`)
  const pledge = { zh: '我们遵守章程。', ur: 'ہم منشور کی پابندی کریں گے۔' }
  await li.put(`/alliances/${alliance}/membership-rules`, { seen: 0, rules: { ...rules.rules, bodyId: council, pledge } })
  // It has observed for years, so that its time is over when it is found complete.
  await li.send(`/alliances/${alliance}/standings`, { organisationId: sargodha, standing: 'observer', from: { value: '2020-03-01', precision: 'day' } })
})
afterAll(async () => {
  expect([...li.mistakes, ...aisha.mistakes]).toEqual([])
  await Promise.all([li.leave(), aisha.leave()])
})

const button = ({ page, text }: Traveller, key: string) => page.getByRole('button', { name: text(key), exact: true })
const inDialog = ({ page, text }: Traveller, key: string) => page.getByRole('dialog').getByRole('button', { name: text(key), exact: true })
const stands = ({ page, text }: Traveller, step: string) => page.getByRole('heading', { name: text(`memberships.next.${step}`), exact: true }).waitFor()

test('its office applies and hands in its papers', async () => {
  const { page, text } = aisha
  await aisha.go(`/alliances/${alliance}?lang=ur`)
  await page.getByRole('link', { name: text('memberships.apply'), exact: true }).click()
  await page.getByLabel(text('memberships.contact.email')).fill('aisha@example.org')
  await aisha.accessible('an application begun')
  await button(aisha, 'memberships.apply.send').click()
  await page.waitForURL(/\/applications\/[\da-f-]{36}$/)
  application = page.url().split('/').at(-1)!
  await settled(page)
  for (const requirement of ['letter', 'statutes']) {
    await page.locator(`input[data-requirement="${requirement}"]`).setInputFiles({ name: `${requirement}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${requirement}`) })
    await page.getByRole('link', { name: `${requirement}.pdf` }).waitFor()
  }
  await speaks(page, 'ur')
  await aisha.accessible('an application with its papers')
})

test('the secretariat finds it complete and lays it before the council', async () => {
  const { page, text } = li
  const meeting = await li.send(`/bodies/${council}/meetings`, { startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(), zone: 'Asia/Shanghai', city: 'Xi’an' })
  await li.go('/?lang=zh')
  await page.getByRole('link', { name: text('today.turns.membership-check.do'), exact: true }).click()
  await stands(li, 'check')
  await li.accessible('an application to check')
  await button(li, 'memberships.check.complete').click()
  await stands(li, 'council')
  await button(li, 'memberships.lay').click()
  await inDialog(li, 'memberships.lay').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText(text('memberships.owners.council')).first().waitFor()
  // The vote itself has a journey of its own; here it is cast beside the pages.
  const { items } = await li.read<{ items: { id: string; aboutId: string | null }[] }>(`/meetings/${meeting.id}`)
  const item = items.find(({ aboutId }) => aboutId === application)!.id
  await li.send(`/meetings/${meeting.id}/opening`, {})
  for (const one of [li, aisha]) await one.put(`/meetings/${meeting.id}/presence`, { mode: 'online' })
  await li.put(`/meetings/${meeting.id}/items/${item}/consensus`, { outcome: 'failed' })
  const opened = await li.send<{ ballots: { id: string }[] }>(`/meetings/${meeting.id}/items/${item}/ballots`, { text: { zh: '接纳为成员' } })
  for (const one of [li, aisha]) await one.put(`/ballots/${opened.ballots[0]!.id}/vote`, { choice: 'for' })
  await li.send(`/ballots/${opened.ballots[0]!.id}/closing`, {})
})

test('it accepts the pledge, is a member, and stands in the secretariat’s table', async () => {
  const { page, text } = aisha
  await aisha.go('/?lang=ur')
  await page.getByRole('link', { name: text('today.turns.membership-pledge.do'), exact: true }).click()
  await page.getByText('ہم منشور کی پابندی کریں گے۔').waitFor()
  await page.getByLabel(text('memberships.pledge.office')).fill('ڈائریکٹر')
  await aisha.accessible('a pledge')
  await button(aisha, 'memberships.pledge.accept').click()
  await stands(aisha, 'member')
  await li.go(`/alliances/${alliance}/register?lang=zh`)
  await li.page.getByRole('rowheader', { name: 'Sargodha of the path' }).waitFor()
  await li.page.getByText(li.text('alliances.standings.member'), { exact: true }).first().waitFor()
  await speaks(li.page, 'zh')
  await li.accessible('the secretariat’s table')
})
