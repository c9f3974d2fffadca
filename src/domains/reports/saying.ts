// How a report says titles, days, amounts and reasons in one language.
import { titleIn } from '#domains/agreements/model.ts'
import type { Commitment, Why } from '#domains/commitments/model.ts'
import { titleOf } from '#domains/confirmations/rules.ts'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { formatDay, formatNumber, formatShare } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Locale } from '#platform/kinds.ts'

type Titled = Parameters<typeof titleIn>[0]

export function speaker(locale: Locale) {
  const text = translator(locale)
  const day = (on: unknown, precision: 'day' | 'month' | 'year' | null = 'day') => (typeof on === 'string' ? formatDay(on, precision ?? 'day', locale, 'short') : '—')
  const measure = (unit: string, amount: number) => text(`commitments.claim.measures.${unit}`, { amount })
  return {
    locale, text, day, measure,
    share: (share: number | null) => (share === null ? '—' : formatShare(share, locale)),
    number: (value: number) => formatNumber(value, locale, { maximumFractionDigits: 2 }),
    title: (agreement: Titled) => titleIn(agreement, locale),
    name: (organisation: OrganisationBrief | undefined) => (organisation ? nameIn(organisation, locale) : '—'),
    what: (what: Commitment['what'] | Record<string, string>) => titleOf({ title: what as Commitment['what'] }, locale),
    why: ({ key, facts }: Why) => text(key, { ...facts, on: day(facts['on']), since: day(facts['since']) }),
    promised: ({ unit, target, per, eachWay }: Pick<Commitment, 'unit' | 'target' | 'per' | 'eachWay'>) =>
      `${measure(unit, target)} · ${text(`commitments.claim.per.${per}${eachWay ? '-each-way' : ''}`)}`,
  }
}
export type Speaker = ReturnType<typeof speaker>

/** In a name of a file, whatever it runs on. */
export const fileName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ').trim().slice(0, 100)
export const between = (day: Day, from: Day | null, until: Day | null): boolean => (from === null || day >= from) && (until === null || day <= until)
