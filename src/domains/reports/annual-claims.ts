// What a side that is asked to approve an annual report sees of it, and whose turn it is.
import { sql } from 'kysely'
import { claimsOf } from '#domains/confirmations/actions.ts'
import type { ClaimShown } from '#domains/confirmations/model.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import { locales } from '#platform/i18n/locale.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import { titleOfAnnual } from './annual-paper.ts'
import { seenBy } from './annual-store.ts'

type Known = { about: Id; scope: Id }
const seen = async (db: Reading, viewer: Viewer, { scope }: Known): Promise<boolean> => Boolean(await seenBy(db, viewer).select('id').where('id', '=', scope).executeTakeFirst())
const held = async (db: Writing, viewer: Viewer, { scope }: Known): Promise<boolean> => Boolean(await seenBy(db, viewer).select('id').where('id', '=', scope).forUpdate().executeTakeFirst())

claimsOf('annual-report', { seen, held, shown: annualShown })

async function annualShown(db: Reading, { about }: Known): Promise<ClaimShown> {
  const { content, hash, frozenAt } = found(await db.selectFrom('annualReport').select(['content', 'hash', 'frozenAt']).where('id', '=', about).executeTakeFirst())
  const line = (key: string, values: ClaimShown['lines'][number]['values']) => ({ label: `reports.claim.${key}`, key: `reports.claim.${key}.value`, values })
  return {
    title: Object.fromEntries(locales.map((locale) => [locale, titleOfAnnual(content, locale)])), lang: null, evidence: [], within: { to: `/reports/${about}`, key: 'reports.annual.to' },
    lines: [line('frozen', { on: frozenAt.slice(0, 10) }), line('agreements', { agreements: content.agreements }), line('hash', { hash })],
  }
}

bringTurns(async (db, viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const ours = whose === 'yours' ? sql<boolean>`w.organisation_id = any(${own})` : sql<boolean>`w.organisation_id <> all(${own}) and exists (select from confirmation_side o where o.confirmation_id = q.id and o.answer = 'claims' and o.organisation_id = any(${own}))`
  const rows = await seenBy(db, viewer).innerJoin('confirmation as q', (join) => join.onRef('q.about', '=', 'annualReport.id').on('q.kind', '=', 'annual-report')).innerJoin('confirmationSide as w', 'w.confirmationId', 'q.id')
    .where('w.answer', '=', 'open').where('q.state', 'in', ['open', 'disputed']).where(ours)
    .select(['q.id as about', 'w.organisationId as sideId', 'q.claimedAt as since', sql<Record<string, string>>`annual_report.content->'about'->'names'`.as('title'), 'annualReport.year', sql<number>`(count(*) over ())::int`.as('count')])
    .orderBy('q.claimedAt').orderBy('q.id').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ count: _count, since, year, ...row }) => ({ ...row, since: since as Instant, kind: 'confirmations.annual-report', agreementId: null, due: null, facts: { year: String(year) }, to: `/confirmations/${row.about}` })),
  }
})
