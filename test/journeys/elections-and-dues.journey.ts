// A member’s year in an alliance: its dues are asked, said to be paid and found; its director stands for a post, members vote secretly, and the house counts.
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startEmbedded } from '#platform/db/embedded.ts'
import { type Guest, guest, hand, house, place } from './guests.ts'
import { settled, speaks, type Traveller } from './traveller.ts'

let li: Guest
let aisha: Guest
let alliance: string
let year: string
let election: string
/** The other member's vote, and its leave. */
let votes: (candidateId: string | null) => Promise<unknown>
let leave: () => Promise<void>
const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  const admin = await house()
  const host = await place(admin, 'university', 'CN', 'Host of the post', '职务主办大学')
  const [sargodha, almaty] = [await place(admin, 'university', 'PK', 'Sargodha of the post'), await place(admin, 'university', 'KZ', 'Almaty of the post')]
  ;[li, aisha] = await Promise.all([guest(admin, 'zh', '李文', { role: 'secretariat', organisationId: host }), guest(admin, 'ur', 'Aisha', { role: 'director', organisationId: sargodha })])
  const other = await hand(admin, 'Aliya', { role: 'director', organisationId: almaty })
  await admin.leave()
  alliance = (await li.send('/alliances', { name: 'Alliance of the post', hostId: host })).id
  for (const organisationId of [sargodha, almaty]) await li.send(`/alliances/${alliance}/standings`, { organisationId, standing: 'member' })
  await li.send(`/alliances/${alliance}/dues/scales`, { fromYear: 2026, currency: 'USD', bands: [{ id: 'b1', name: { zh: '全体', ur: 'سب' }, amount: 50_000 }] })
  year = (await li.send(`/alliances/${alliance}/dues/years`, { year: 2026, dueOn: day(20) })).id
  election = (await li.send(`/alliances/${alliance}/elections`, { post: 'president', termFrom: day(90), nominateUntil: day(1), voteUntil: day(20) })).id
  const { viewer } = await aisha.read<{ viewer: { id: string } }>('/me')
  await aisha.send(`/elections/${election}/candidates`, { personId: viewer.id, organisationId: sargodha, nominatedBy: sargodha })
  votes = (candidateId) => other.send(`/elections/${election}/votes`, { organisationId: almaty, candidateId })
  leave = other.leave
})
afterAll(async () => {
  expect([...li.mistakes, ...aisha.mistakes]).toEqual([])
  await Promise.all([li.leave(), aisha.leave(), leave()])
})

const button = ({ page, text }: Traveller, key: string) => page.getByRole('button', { name: text(key), exact: true })
const inDialog = ({ page, text }: Traveller, key: string) => page.getByRole('dialog').getByRole('button', { name: text(key), exact: true })

test('from the alliance’s page a member says that it paid, and the treasurer finds it', async () => {
  const { page, text } = aisha
  await aisha.go(`/alliances/${alliance}?lang=ur`)
  await page.getByRole('link', { name: text('dues.of-year', { year: '2026' }) }).click()
  await settled(page)
  await page.getByRole('button', { name: text('dues.pay') }).click()
  await inDialog(aisha, 'dues.save').click()
  await page.getByText(text('dues.states.claimed'), { exact: true }).waitFor()
  await speaks(page, 'ur')
  await li.go(`/dues-years/${year}?lang=zh`)
  await button(li, 'dues.find').click()
  await li.page.locator('.mark', { hasText: li.text('dues.states.paid') }).waitFor()
  await li.page.getByRole('heading', { name: li.text('dues.history'), exact: true }).waitFor()
  await li.accessible('a year of dues')
}, 60_000)

test('she stands; when nominations are over both members vote, and the house counts', async () => {
  const { page, text } = aisha
  await aisha.go(`/elections/${election}?lang=ur`)
  await page.getByRole('button', { name: text('elections.accept') }).click()
  await page.getByText(text('elections.stands'), { exact: true }).waitFor()
  await nominationsAreOver()
  await li.go(`/elections/${election}?lang=zh`)
  await button(li, 'elections.open').click()
  await button(li, 'elections.count').waitFor()
  await votes(null)
  await aisha.go(`/elections/${election}?lang=ur`)
  await page.getByRole('radio', { name: aisha.name }).check()
  await aisha.accessible('a ballot')
  await button(aisha, 'elections.vote').click()
  await page.getByText(text('elections.has-voted-short'), { exact: true }).nth(1).waitFor()
  await li.go(`/elections/${election}?lang=zh`)
  await button(li, 'elections.count').click()
  await inDialog(li, 'elections.count').click()
  await li.page.locator('.mark', { hasText: li.text('elections.elected') }).waitFor()
  await li.accessible('an election counted')
}, 60_000)

/** No vote opens before nominations are over, and no journey waits until tomorrow: the day is moved where it is kept. */
async function nominationsAreOver(): Promise<void> {
  const { where } = await startEmbedded(join(inject('data'), 'database'), { attach: true })
  const client = new pg.Client(where)
  await client.connect()
  try { await client.query('update election set nominate_until = current_date - 1 where id = $1', [election]) } finally { await client.end() }
}
