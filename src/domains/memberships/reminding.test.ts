// The clock of a pledge: the contact before and after its day, the house with the last step, nobody twice.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveOffice, home, openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { house } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { remindPledges } from './reminding.ts'
import './tables.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
const [alliance, application]: Id[] = [newId(), newId()]
beforeAll(async () => {
  here = await openAlliance([])
  const { lanzhou, sargodha } = here.places
  await giveOffice(here.db, here.people.bilal.id, 'director', lanzhou)
  await sql`insert into alliance (id, organisation_id, host_id, slug, public, changed_at) values (${alliance}, ${lanzhou}, ${lanzhou}, 'silk', true, now())`.execute(here.db)
  const contact = JSON.stringify({ name: 'Ayesha', officeName: null, email: 'office@example.org', locale: 'en' })
  await sql`insert into application (id, alliance_id, organisation_id, applicant, contact, step, step_at, due_on, rules_version, appealed, by_link, begun_by, begun_at, changed_at)
    values (${application}, ${alliance}, ${sargodha}, ${JSON.stringify({ name: 'Sargodha' })}, ${contact}, 'pledge', '2026-05-01T09:00:00Z', '2026-06-30', 0, false, true, ${house.id}, now(), now())`.execute(here.db)
})
afterAll(() => here.close())

test('who has not accepted its pledge is reminded once a step, by a link that opens; then the house is told', async () => {
  const night = (today: string) => here.db.transaction().execute((db) => remindPledges({ db, today, now: `${today}T05:20:00.000Z` }, home))
  expect([await night('2026-06-15'), await night('2026-06-16'), await night('2026-06-16'), await night('2026-07-03'), await night('2026-07-14')]).toEqual([0, 1, 0, 1, 2])
  const { rows } = await here.pool.query<{ kind: string; to_address: string; body: string }>("select kind, to_address, body from letter where kind like 'memberships.pledge-%' order by kind")
  expect(rows.map(({ kind, to_address }) => [kind, to_address])).toEqual([['memberships.pledge-late', 'bilal@example.org'], ...Array(3).fill(['memberships.pledge-reminder', 'office@example.org'])])
  expect(rows.at(-1)!.body).toContain(`${home.publicUrl}/apply/`)
})
