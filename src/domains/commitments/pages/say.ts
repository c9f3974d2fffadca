// How promises, amounts and reasons are said in the reader's language.
import { titleOf } from '#domains/confirmations/rules.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { What, Why } from '../model.ts'

export function useSay() {
  const [text, locale] = [useText(), useLocale()]
  const day = (on: unknown) => (typeof on === 'string' ? formatDay(on, 'day', locale) : '—')
  return {
    text, locale, day,
    what: (what: What | Record<string, string>) => titleOf({ title: what as What }, locale),
    why: ({ key, facts }: Why) => text(key, { ...facts, on: day(facts['on']), since: day(facts['since']) }),
    amount: (unit: string, amount: number) => text(`commitments.claim.measures.${unit}`, { amount }),
    promised: ({ unit, target, per, eachWay }: { unit: string; target: number; per: string; eachWay: boolean }) =>
      `${text(`commitments.claim.measures.${unit}`, { amount: target })} · ${text(`commitments.claim.per.${per}${eachWay ? '-each-way' : ''}`)}`,
  }
}
