// The annual report of a large alliance: 2,000 agreements, 20,000 commitments, 200,000 activities. Seconds and memory for looking at it, freezing it,
// and making each kind of file of it.
import type pg from 'pg'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { addAgreements } from '#domains/agreements/actions.ts'
import { addAlliances, addStandings } from '#domains/alliances/store.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { gatherAnnual, type Subject } from '#domains/reports/annual-gathering.ts'
import { writeBlocks } from '#domains/reports/annual-files.ts'
import { sayAnnual } from '#domains/reports/annual-paper.ts'
import { house as pamir } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { newId } from '#platform/kinds.ts'
import type { House } from '#src/house.ts'
import { placeName, chances } from './seed.ts'

const size = { members: 80, agreements: 2000, each: 10, done: 10 }
const slug = 'bench-annual'
const now = '2026-01-01T00:00:00.000Z'
const year = 2025
const today = '2026-01-15'

export type AnnualSpeed = { agreements: number; commitments: number; activities: number; seconds: Record<'gathered' | 'said' | 'pdf' | 'docx' | 'xlsx', number>; megabytes: number }

export async function annualSpeed({ db, pool }: House, say: (line: string) => void): Promise<AnnualSpeed> {
  const alliance = await largeAlliance({ db, pool }, say)
  const subject: Subject = { kind: 'alliance', id: alliance, country: null, names: { en: 'Large alliance' }, scope: { alliance, shared: true }, alliance, agreement: null, plan: null }
  const at = { db: db as never, viewer: pamir, today }
  const [before, watched] = [process.memoryUsage().rss, watchMemory()]
  const timed = async <T>(run: () => Promise<T> | T): Promise<[T, number]> => { const begun = performance.now(); const made = await run(); return [made, (performance.now() - begun) / 1000] }
  const [content, gathered] = await timed(() => gatherAnnual(at, subject, year))
  const [blocks, said] = await timed(() => sayAnnual(content, 'en', 'https://pamir.example.org'))
  const file = (form: 'pdf' | 'docx' | 'xlsx') => timed(() => writeBlocks({ title: 'Annual report', blocks, locale: 'en', madeAt: now, foot: '' }, form, writeWorkbook))
  const [[, pdf], [, docx], [, xlsx]] = [await file('pdf'), await file('docx'), await file('xlsx')]
  const { rows: [counted] } = await pool.query<{ commitments: string; activities: string }>(`select (select count(*) from commitment c join agreement a on a.id = c.agreement_id where a.source = $1) as commitments, (select count(*) from activity where place = $1) as activities`, [slug])
  return { agreements: content.agreements, commitments: Number(counted!.commitments), activities: Number(counted!.activities), seconds: { gathered, said, pdf, docx, xlsx }, megabytes: (watched() - before) / 1e6 }
}

/** Made once, for its report and for the pack of its council. */
export const largeAlliance = async (here: Pick<House, 'db' | 'pool'>, say: (line: string) => void): Promise<Id> =>
  (await here.db.selectFrom('alliance').select('id').where('slug', '=', slug).executeTakeFirst())?.id ?? await seedAlliance(here, say)

/** The most that this process held at any time, the typesetter's own process apart. */
export function watchMemory(): () => number {
  let most = 0
  const look = () => { most = Math.max(most, process.memoryUsage().rss) }
  const timer = setInterval(look, 20)
  return () => { clearInterval(timer); look(); return most }
}

async function seedAlliance({ db, pool }: Pick<House, 'db' | 'pool'>, say: (line: string) => void): Promise<Id> {
  say(`Making an alliance with ${size.agreements} agreements and ${size.agreements * size.each * size.done} activities (once)…`)
  const chance = chances(20260102)
  const alliance = await db.transaction().execute(async (tx) => {
    const at = { db: tx, viewer: pamir, now }
    const [own, ...members] = await addOrganisations(at, Array.from({ length: size.members + 1 }, (_, place) => ({ kind: 'university' as const, country: chance.of(['CN', 'PK', 'RU', 'KZ', 'KG', 'TJ', 'UZ']), names: [{ text: `${placeName(chance)} ${place}`, lang: 'en', kind: 'display' as const }] })))
    const id = newId()
    await addAlliances(tx, [{ id, organisationId: own!, slug, parentId: null, hostId: null, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: now }])
    const unknown = { fromOn: null, fromPrecision: null, untilOn: null, untilPrecision: null, source: null, example: false }
    await addStandings(tx, members.map((organisationId) => ({ id: newId(), allianceId: id, organisationId, standing: 'member' as const, ...unknown, recordedBy: pamir.id, recordedAt: now })))
    await addAgreements(at, Array.from({ length: size.agreements }, (_, place) => {
      const first = chance.number(size.members)
      return { kind: 'memorandum' as const, title: `Cooperation ${place}`, source: slug, visibility: 'alliance' as const, signedOn: '2023-05-01', signedPrecision: 'day' as const, termKind: 'fixed' as const, termYears: 5, parties: [{ organisationId: members[first]! }, { organisationId: members[(first + 1 + chance.number(size.members - 1)) % size.members]! }] }
    }))
    return id
  })
  await fill(pool)
  return alliance
}

/** Written by the database itself, half of it confirmed. */
async function fill(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0; set synchronous_commit = off')
    for (const text of steps) await client.query(text)
  } finally { client.release(true) }
}

const nobody = "'00000000-0000-4000-8000-000000000000'"
const steps = [
  `insert into commitment (id, agreement_id, place, kind, what, unit, target, per, origin, starts_on, recorded_by, recorded_at, changed_at)
    select gen_random_uuid(), a.id, n, (array['seminar', 'exchange', 'training', 'supervision', 'other'])[1 + n % 5], jsonb_build_object('en', 'Promise ' || n), (array['events', 'persons', 'persons', 'theses', 'publications'])[1 + n % 5],
      n, 'year', 'text', a.holds_from, a.recorded_by, a.recorded_at, a.recorded_at from agreement a, generate_series(1, ${size.each}) n where a.source = '${slug}'`,
  `create unlogged table bench_annual as select gen_random_uuid() as id, gen_random_uuid() as claim, c.id as commitment_id, c.agreement_id, a.party_ids[1] as side, a.party_ids[2] as other, date '2024-01-01' + (random() * 730)::int as on_day,
      case when random() < 0.5 then 'confirmed' else 'open' end as state from commitment c join agreement a on a.id = c.agreement_id and a.source = '${slug}', generate_series(1, ${size.done}) n`,
  `insert into activity (id, what, lang, on_day, place, online, side_id, recorded_by, recorded_at) select id, 'Seminar', 'en', on_day, '${slug}', false, side, ${nobody}, now() from bench_annual`,
  'insert into activity_serve (activity_id, place, agreement_id, commitment_id, amount, on_day, state) select id, 0, agreement_id, commitment_id, 1, on_day, state from bench_annual',
  'insert into activity_number (activity_id, place, organisation_id, in_person, online) select id, 0, side, 12, 3 from bench_annual union all select id, 1, other, 4, 9 from bench_annual',
  `insert into confirmation (id, kind, about, scope, state, claimed_by, claimed_at) select claim, 'activity', id, agreement_id, state, ${nobody}, now() from bench_annual`,
  `insert into confirmation_side (confirmation_id, place, organisation_id, answer) select claim, 0, side, 'claims' from bench_annual union all select claim, 1, other, state from bench_annual`,
  'drop table bench_annual; analyze',
]
