// People with offices in a small alliance, and who tells them: for the tests of this room.
import { clock, giveOffice, home, openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { stranger } from '#platform/auth/viewer.ts'
import { tellNew } from './telling.ts'

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
