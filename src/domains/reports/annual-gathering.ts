// Everything that an annual report holds. Of an alliance only what its members share is counted, so that a report never tells some sides of others'
// agreements; every number that has a list brings the first lines of it along.
import { sql } from 'kysely'
import { stateColumn } from '#domains/agreements/store.ts'
import { rulesNow } from '#domains/commitments/rule-model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { indicatorOf, indicators } from '#domains/plans/indicator-rules.ts'
import { chosenBy, ownOf, spanOf, valuesOf } from '#domains/plans/indicator-store.ts'
import { needsCommentary } from '#domains/plans/measure-rules.ts'
import { findPlanFile, listPlans } from '#domains/plans/plan-store.ts'
import { figureLines } from '#domains/plans/figure-store.ts'
import { firstLines } from '#domains/plans/item-store.ts'
import { activitiesByMonth, agreementsIn, type Asked, type Span, type Within } from '#domains/plans/tally-store.ts'
import { challengesOf, openBetween } from '#domains/reviews/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { AnnualContent, AnnualKind } from './annual-model.ts'

export type At = { db: Reading; viewer: Viewer; today: Day }
/** What it is about, resolved: its scope, whose challenges and plans stand in it. */
export type Subject = { kind: AnnualKind; id: Id | null; country: string | null; names: Record<string, string>; scope: Within; alliance: Id | null; agreement: Id | null; plan: Id | null }

/** So many lines of a list stand in a report; the whole list is in Pamir, where the number leads. */
export const linesMost = 200

export async function gatherAnnual(at: At, subject: Subject, year: number): Promise<AnnualContent> {
  const { db, viewer, today } = at
  const span = spanOf(year, today)
  const { scope } = subject
  const [counts, months, countries, values, obstacles, plans] = await Promise.all([
    countsOf(db, viewer, scope, span), activitiesByMonth(db, viewer, scope, span), countriesOf(db, viewer, scope, span), indicatorsOf(at, subject, span), obstaclesIn(db, subject, span), plansOf(at, subject),
  ])
  const own = values.some((one) => one.own !== null) ? await ownOf(db, subject.alliance!) : []
  const asked = values.flatMap(({ code, listed, value, claimed }): Asked[] => {
    const feed = indicatorOf(code)?.feed ?? own.find(({ id }) => id === code)?.feed
    return listed && feed && (value || claimed) ? [{ code, feed }] : []
  })
  const [lists, brought] = await Promise.all([firstLines(db, viewer, scope, span, asked, linesMost), figureLines(db, viewer, scope, span)])
  for (const { code, value } of values) if (value && brought.get(code)?.length) lists[`${code}-confirmed`] = brought.get(code)!.slice(0, linesMost)
  return { about: { kind: subject.kind, id: subject.id, country: subject.country, names: subject.names }, year, ...span, asOf: today, ...counts, months, countries, indicators: values, lists, obstacles, plans, ruleVersion: rulesNow.version }
}

/** Those that the alliance chose, or all that are known; its own ones always. */
async function indicatorsOf(at: At, { scope, alliance }: Subject, span: Span): Promise<AnnualContent['indicators']> {
  const [chosen, own] = alliance ? await Promise.all([chosenBy(at.db, alliance), ownOf(at.db, alliance)]) : [[], []]
  const values = await valuesOf(at, scope, span, chosen.length > 0 ? indicators.filter(({ code }) => chosen.includes(code)) : indicators, own)
  return chosen.length > 0 ? values : values.filter(({ value, claimed, own: mine }) => value !== null || claimed !== null || mine !== null)
}

/** How agreements stand on the last day, how lively they are and how their promises stand, as last worked out. */
async function countsOf(db: Reading, viewer: Viewer, scope: Within, { until }: Span): Promise<Pick<AnnualContent, 'agreements' | 'states' | 'pulses' | 'standings'>> {
  const counted = async (rows: { rows: { name: string | null; n: number }[] }) => Object.fromEntries(rows.rows.map(({ name, n }) => [name ?? 'none', n]))
  const within = sql`scope as materialized (${agreementsIn(db, viewer, scope).select('agreement.id').select(stateColumn(until).as('state'))})`
  const states = await counted(await sql<{ name: string; n: number }>`with ${within} select state as name, count(*)::int as n from scope group by 1`.execute(db as Database))
  const pulses = await counted(await sql<{ name: string; n: number }>`with ${within} select p.pulse as name, count(*)::int as n from scope left join agreement_pulse p on p.agreement_id = scope.id where scope.state in ('in-force', 'expiring') group by 1`.execute(db as Database))
  const standings = await counted(await sql<{ name: string; n: number }>`with ${within} select s.status as name, count(*)::int as n from scope join commitment c on c.agreement_id = scope.id and c.withdrawn_at is null join commitment_standing s on s.commitment_id = c.id where scope.state in ('in-force', 'expiring') group by 1`.execute(db as Database))
  return { agreements: Object.values(states).reduce((sum, n) => sum + n, 0), states, pulses, standings }
}

/** By the countries that agreements touch, in the order of their names; nobody is ranked by how much was signed. */
async function countriesOf(db: Reading, viewer: Viewer, scope: Within, { from, until }: Span): Promise<AnnualContent['countries']> {
  const { rows } = await sql<AnnualContent['countries'][number]>`with scope as materialized (${agreementsIn(db, viewer, scope).select(['agreement.id', 'agreement.countries'])}),
    done as (select s.agreement_id, count(distinct s.activity_id) filter (where s.state = 'confirmed') as confirmed, count(distinct s.activity_id) filter (where s.state in ('open', 'disputed')) as claimed
      from activity_serve s join scope on scope.id = s.agreement_id where s.state <> 'withdrawn' and s.on_day between ${from}::date and ${until}::date group by 1)
    select country, count(*)::int as agreements, coalesce(sum(confirmed), 0)::int as confirmed, coalesce(sum(claimed), 0)::int as claimed
    from scope cross join unnest(scope.countries) country left join done on done.agreement_id = scope.id group by country order by country`.execute(db as Database)
  return rows
}

/** Those that were open at some time in the year. */
async function obstaclesIn(db: Reading, { alliance, agreement }: Subject, { from, until }: Span): Promise<AnnualContent['obstacles']> {
  const rows = openBetween(await challengesOf(db, { alliance, agreement }), from, until)
  const owners = await organisationsById(db, rows.map(({ ownerId }) => ownerId))
  return rows.map(({ recordedBy: _by, recordedAt: _at, changedAt: _changed, ...row }) => {
    const owner = row.ownerId ? owners.get(row.ownerId) : undefined
    return { ...row, owner: owner ? { en: owner.nameEn, zh: owner.nameZh, ru: owner.nameRu, ur: owner.nameUr } : null }
  })
}

/** The approved plans, with how each measure stands on the day of the report and what was said of it. */
async function plansOf({ db, viewer, today }: At, { alliance, agreement, plan }: Subject): Promise<AnnualContent['plans']> {
  const ids = plan ? [plan] : alliance || agreement ? (await listPlans(db, viewer, { alliance: alliance ?? undefined, agreement: agreement ?? undefined })).filter(({ approved }) => approved !== null).map(({ id }) => id) : []
  return Promise.all(ids.map(async (id) => {
    const { content, standings, commentaries } = await findPlanFile(db, viewer, id, today)
    return {
      id, title: content.title as Record<string, string>, measures: content.measures.map(({ id: measureId, what, unit }) => {
        const said = commentaries.find((one) => one.measureId === measureId)
        return { measure: { id: measureId, what, unit }, standing: standings.find(({ subject }) => subject === measureId)!, commentary: said ? { lang: said.lang, words: said.words, writtenAt: said.writtenAt } : null }
      }),
    }
  }))
}

/** Measures that lag and of which nobody has said why, as they stand now. */
export const unexplained = ({ plans }: Pick<AnnualContent, 'plans'>): number => plans.flatMap(({ measures }) => measures)
  .filter(({ standing, commentary }) => needsCommentary(standing, commentary ? [{ measureId: standing.subject, status: standing.status, writtenAt: commentary.writtenAt }] : [])).length
