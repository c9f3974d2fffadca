// People with offices in a small alliance, and who tells them: for the tests of this room.
import { clock, giveOffice, home, openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import { tellNew, type Teller } from './telling.ts'

/** Tells what has happened until now: here one clock serves all, so that what is a hundredth of a second old is settled. */
export async function tellAll(db: Database, teller: Teller): Promise<number> {
  await new Promise((done) => setTimeout(done, 10))
  return tellNew(db, { ...teller, clocksDiffer: 0 })
}

/** `third`: what Li is besides the two directors. The clock stands until it is put on. */
export async function openTelling(third: { role: 'director' | 'coordinator'; at: 'lanzhou' | 'zaozhuang' }) {
  const here = await openAlliance()
  const { people, places } = here
  let now = clock
  const teller = { home, clock: () => new Date(now), viewerOf: async (id: string) => Object.values(people).find((one) => one.id === id) ?? { ...stranger, id } }
  await giveOffice(here.db, people.ayesha.id, 'director', places.sargodha)
  await giveOffice(here.db, people.wang.id, 'director', places.zaozhuang)
  await giveOffice(here.db, people.li.id, third.role, places[third.at])
  await tellNew(here.db, teller)
  return { ...here, teller, put: (instant: string) => { now = instant } }
}
