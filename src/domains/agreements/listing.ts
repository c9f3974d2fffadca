// The register of agreements: searched, filtered, sorted, page by page.
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import { inOurNames } from '#platform/db/camel-rows.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import { isDay, minuteOf, type When } from '#platform/day-zones.ts'
import type { Id, Page } from '#platform/kinds.ts'
import { conditionsOf, hasWords } from './filters.ts'
import type { AgreementLine, Counts, Filter, Kin, ListQuery, State } from './model.ts'
import { partiesColumn } from './parties-of.ts'
import { heldIn, stateOn } from './rules.ts'
import { seenBy } from './seen.ts'
import { askSame } from '#platform/db/statements.ts'
import { correctedQuery } from '#platform/search/vocabulary.ts'
import { bookmark, sorted } from './sorting.ts'
import { stateColumn } from './states.ts'
import { columns } from './tables.ts'

const lineColumns = columns.filter((name) => name !== 'notes' && name !== 'source' && name !== 'recordedBy' && name !== 'recordedAt')
const ourLine = inOurNames(lineColumns, 'agreement')

/** One page. What nothing meets as it was typed is looked for as misspelt. */
export async function listAgreements(db: Reading, viewer: Viewer, query: ListQuery, now: When): Promise<Page<AgreementLine>> {
  const when = momentOf(now)
  const page = await pageFound(db, viewer, query, when)
  if (page.rows.length > 0) return page
  const likely = await likelyOf(db, viewer, query, when)
  return likely === undefined ? page : pageFound(db, viewer, query, when, likely)
}

async function pageFound(db: Reading, viewer: Viewer, query: ListQuery, when: When, likely?: string): Promise<Page<AgreementLine>> {
  const few = query.sort.endsWith('partner') && (query.organisation !== undefined || await areFew(db, viewer, query, when, likely))
  const [rows, total] = await Promise.all([
    askSame(db, ['agreements', viewer.admin || viewer.offices, query, query.state && when, likely, few], () => listQuery(db, viewer, query, when, likely, few)),
    query.total ? countQuery(db, viewer, query, when, likely).executeTakeFirstOrThrow() : undefined,
  ])
  const shown = rows.slice(0, query.limit)
  return { rows: shown.map((row) => lineOf(row, when)), next: rows.length > query.limit ? bookmark(shown.at(-1)!) : null, total: total?.count ?? null }
}

const momentOf = (now: When): When => (isDay(now) ? now : minuteOf(now))

/** The statement behind a page, one row longer than the page so that it shows whether there are more. */
export const listQuery = (db: Reading, viewer: Viewer, query: ListQuery, when: When, likely?: string, few = true) =>
  sorted(narrowed(db, viewer, query, when, likely), { ...query, few }, viewer).select(ourLine)
    .select(partiesColumn.as('parties')).limit(query.limit + 1)

const narrowed = (db: Reading, viewer: Viewer, filter: Filter, when: When, likely?: string) =>
  conditionsOf(filter, viewer, when, likely).reduce((rows, condition) => rows.where(condition), seenBy(db, viewer))

const countQuery = (db: Reading, viewer: Viewer, filter: Filter, when: When, likely?: string) =>
  narrowed(db, viewer, filter, when, likely).select((row) => row.fn.countAll<number>().as('count'))

/** Only when nobody typed it so, the words are read as perhaps misspelt. A query that is like nothing finds nothing. */
async function likelyOf(db: Reading, viewer: Viewer, filter: Filter, when: When): Promise<string | undefined> {
  if (!hasWords(filter.text)) return undefined
  const one = await narrowed(db, viewer, { text: filter.text! }, when).select('agreement.id').limit(1).executeTakeFirst()
  return one ? undefined : await correctedQuery(db, filter.text!) ?? ''
}

/**
 * Whether so few remain that they are all found and then put in order; those of one organisation always are: they may all stand under
 * one name, to which the index of names leads past everyone else's. 12,000 take a sixth of a second so, and two and a half along the index.
 */
async function areFew(db: Reading, viewer: Viewer, filter: Filter, when: When, likely?: string): Promise<boolean> {
  const first = narrowed(db, viewer, filter, when, likely).select('agreement.id').limit(fewAre + 1).as('first')
  const { count } = await db.selectFrom(first).select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count <= fewAre
}
const fewAre = 12_000

type Listed = Awaited<ReturnType<ReturnType<typeof listQuery>['execute']>>[number]
/** Added to the row itself: copying thirty columns a line cost more than everything else here. What else the row holds never leaves the house. */
function lineOf(row: Listed, when: When): AgreementLine {
  const state = stateOn(when, row)
  return Object.assign(row, { state, ...heldIn(state, row) })
}

/** How many stand how, under the same filter. */
export async function countAgreements(db: Reading, viewer: Viewer, filter: Filter, now: When): Promise<Counts> {
  const when = momentOf(now)
  const likely = await likelyOf(db, viewer, filter, when)
  const [rows, countries] = await Promise.all([
    narrowed(db, viewer, filter, when, likely).select([
      stateColumn(when).as('state'), (row) => row.fn.countAll<number>().as('count'), sql<number>`count(*) filter (where problems <> '{}')`.as('lacking'),
    ]).groupBy('state').execute(),
    countriesOf(db, viewer, filter, when, likely),
  ])
  return { ...countsFrom(rows), countries }
}

/** The choice of a country does not narrow the choice of countries. */
const countriesOf = (db: Reading, viewer: Viewer, { country: _country, ...filter }: Filter, when: When, likely?: string) =>
  db.selectFrom(narrowed(db, viewer, filter, when, likely).select(sql<string>`unnest(agreement.countries)`.as('country')).as('one'))
    .select(['country', (row) => row.fn.countAll<number>().as('count')]).groupBy('country').orderBy('count', 'desc').orderBy('country').execute()

/** How an organisation's agreements stand, as far as this viewer sees them. */
export const standingOf = (db: Reading, viewer: Viewer, organisation: Id, when: When): Promise<Counts> =>
  countAgreements(db, viewer, { organisation }, when)

function countsFrom(rows: { state: State; count: number; lacking: number }[]): Omit<Counts, 'countries'> {
  const states = { 'draft': 0, 'in-force': 0, 'expiring': 0, 'lapsed': 0, 'ended': 0, 'unclear': 0, 'not-yet': 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
  return { total: rows.reduce((sum, { count }) => sum + count, 0), states, problems: rows.reduce((sum, { lacking }) => sum + lacking, 0) }
}

/** How agreements are mentioned, by id. */
export async function agreementsNamed(db: Reading, viewer: Viewer, ids: readonly Id[], when: When): Promise<Kin[]> {
  const rows = await seenBy(db, viewer).select(columns).where('agreement.id', '=', anyOf(ids)).execute()
  return rows.map((row) => ({ ...row, state: stateOn(when, row) }))
}
