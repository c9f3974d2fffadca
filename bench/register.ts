// How fast a register comes in: 10,000 rows with partners that are mostly known, read, resolved and imported.
import { spreadsheets } from '#src/sheets.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { openDesk } from '#domains/organisations/desk.ts'
import { asForeground, askForImport, beginRun } from '#domains/registers/actions.ts'
import { registerWorkers } from '#domains/registers/jobs.ts'
import type { Database } from '#platform/db/database.ts'
import { performAsked } from '#platform/jobs/work.ts'
import { type Chance, chances, placeName } from './seed.ts'

export async function importSpeed(db: Database, rows: number): Promise<{ read: number; imported: number; perSecond: number }> {
  const desk = openDesk(db, { inside: true })
  await desk.ready()
  const services = { desk, spreadsheets }
  const names = await db.selectFrom('organisation').select(['name', 'city', 'country']).where('status', '<>', 'merged').orderBy('id').limit(20_000).execute()
  const bytes = new TextEncoder().encode(register(chances(Date.now()), names, rows))
  const [ownerId] = await db.transaction().execute((tx) => addOrganisations(asForeground(tx), [{ kind: 'university', names: [{ text: `Owner of the register ${Date.now()}`, lang: 'en', kind: 'display' }] }]))
  await desk.learn([ownerId!])
  const run = await db.transaction().execute((tx) => beginRun(asForeground(tx), spreadsheets, { name: 'register.csv', type: 'text/csv', bytes }, { ownerId: ownerId! }))
  const begun = performance.now()
  await performAsked(db, run.workId!, registerWorkers(services), () => {})
  const read = performance.now()
  const importing = await db.transaction().execute((tx) => askForImport(asForeground(tx), run.id))
  await performAsked(db, importing.workId!, registerWorkers(services), () => {})
  const ended = performance.now()
  await desk.close()
  return { read: rows / ((read - begun) / 1000), imported: rows / ((ended - read) / 1000), perSecond: rows / ((ended - begun) / 1000) }
}

type Named = { name: string; city: string | null; country: string | null }

/** Names as people write them: whole, with the place, with a letter wrong, and now and then one nobody knows. */
function register(chance: Chance, names: Named[], rows: number): string {
  const lines = Array.from({ length: rows }, () => {
    const { name, city, country } = chance.of(names)
    const partner = chance.number(20) === 0 ? `${placeName(chance)} Seminary ${chance.number(1e6)}` : chance.number(10) === 0 ? name.slice(0, -2) + name.slice(-1) : `${name}, ${city}, ${country}`
    const day = `${String(1 + chance.number(28)).padStart(2, '0')}-${String(1 + chance.number(12)).padStart(2, '0')}-${2000 + chance.number(26)}`
    return [`"${partner}"`, day, chance.of(['5 Years', '3 years', 'Auto-renewable after 5 years', '']), chance.of(['MoU', 'Agreement', 'LoI'])].join(',')
  })
  return ['Name of University,Date of Signing,Duration,Type', ...lines].join('\n')
}
