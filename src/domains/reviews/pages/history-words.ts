// The deeds of this room in the history of an agreement, in words.
import type { Tells } from '#domains/agreements/pages/told-above.ts'

const deeds = new Set([
  'challenge.recorded', 'challenge.changed', 'challenge.resolved', 'new-area.proposed', 'new-area.taken-up', 'new-area.set-aside',
  'review.begun', 'review.written', 'review.laid', 'review.reopened', 'review.disputed', 'review.agreed', 'review.carried-out',
])

export const tells: Tells = (what, data, { text, locale }) => {
  if (!deeds.has(what)) return undefined
  const said = (name: string) => (data[name] === undefined || data[name] === null ? '' : String(data[name]))
  const named = (data['what'] ?? {}) as Partial<Record<string, string>>
  return text(`reviews.history.${what}`, {
    what: named[locale] ?? named['en'] ?? Object.values(named)[0] ?? '', because: said('because'), state: said('state') || 'other', year: said('year'), outcome: said('outcome') && text(`reviews.outcomes.${said('outcome')}`),
  })
}
