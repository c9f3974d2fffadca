// When an annual report may be frozen and published, and by when it is due.
import { addDays } from '#domains/agreements/rules.ts'
import type { Day, Instant } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { AnnualKind, AnnualReport, DueCheck } from './annual-model.ts'

/**
 * Days after the end of the year by which it is adopted and published. G34: a joint committee issues an annual report (UK–EU
 * Withdrawal Agreement, art. 164); the 90 days are those of joint programmes (dclead.eu, faculty organisation).
 */
export const dueDays = 90
export const annualRuleVersion = '2026-1'

export function dueOn(year: number): Day {
  return addDays(`${year}-12-31`, dueDays)
}

export function dueCheck({ id: subject, year, publishedAt }: Pick<AnnualReport, 'id' | 'year' | 'publishedAt'>, asOf: Day): DueCheck {
  const [due, published] = [dueOn(year), publishedAt?.slice(0, 10) ?? null]
  const said = (status: DueCheck['status'], key: string): DueCheck => ({ id: 'G34', status, subject, asOf, inputs: { year, dueOn: due, publishedOn: published }, ruleVersion: annualRuleVersion, reason: { key: `reports.due.${key}`, facts: { due, published: published ?? '' } } })
  if (published) return published <= due ? said('pass', 'in-time') : said('warn', 'late')
  return asOf <= `${year}-12-31` ? said('notApplicable', 'year-runs') : asOf <= due ? said('notApplicable', 'until') : said('warn', 'overdue')
}

/** Of these the sides have a say; a member's own report and a ministry's are their own word. */
export const isApproved = (kind: AnnualKind): boolean => kind !== 'organisation' && kind !== 'country'

type Freezable = { mayFreeze: boolean; uncommented: number; agreements: number; year: number; today: Day }
export function whyNotFreeze({ mayFreeze, uncommented, year, today }: Freezable): Reason | undefined {
  if (!mayFreeze) return 'reports.not-yours-to-freeze'
  if (today < `${year}-01-01`) return 'reports.year-to-come'
  return uncommented > 0 ? 'reports.commentary-missing' : undefined
}

type Publishable = Pick<AnnualReport, 'kind' | 'publishedAt'> & { approvedAt: Instant | null; mine: boolean }
export function whyNotPublish({ kind, approvedAt, publishedAt, mine }: Publishable): Reason | undefined {
  if (!mine) return 'reports.not-yours-to-freeze'
  if (publishedAt) return 'reports.published-already'
  return isApproved(kind) && !approvedAt ? 'reports.not-approved' : undefined
}
