// The deeds of this room in the history of an agreement, in words.
import type { Tells } from '#domains/agreements/pages/told-above.ts'

const deeds = new Set([
  'commitment.recorded', 'commitment.revised', 'commitment.withdrawn', 'commitment.proposed', 'activity.logged', 'activity.withdrawn', 'activity.evidence-added', 'activity.evidence-withdrawn',
  'term.renewal-proposed', 'term.renewal-drafted', 'term.let-lapse', 'term.notice-given', 'term.ladder-changed', 'term.reminded', 'agreement.lapsed', 'office.handed-over',
  'claim.confirmed', 'claim.disputed', 'claim.made-again', 'claim.withdrawn', 'claim.asked', 'claim.link-revoked',
])

export const tells: Tells = (what, data, { text, locale, day }) => {
  if (!deeds.has(what)) return undefined
  const said = (name: string) => (data[name] === undefined || data[name] === null ? '' : String(data[name]))
  const named = data['what'] as string | Partial<Record<string, string>> | undefined
  const title = typeof named === 'object' ? named[locale] ?? named['en'] ?? Object.values(named)[0] ?? '' : named ?? ''
  return text(`commitments.history.${what}`, {
    what: title, because: said('because') || said('reason'), name: said('name'), officeName: said('officeName'), words: said('words'), to: said('to'), url: said('url'),
    via: said('via') || 'account', kind: said('kind') || 'other', on: day(data['onDay'] ?? data['effectiveOn'] ?? data['until']), from: day(data['from']), months: Array.isArray(data['months']) ? data['months'].join(', ') : said('months'), decided: said('decided') || 'nothing',
    role: said('role') && text(`people.roles.${said('role')}`), note: said('note'), count: Number(data['count'] ?? 0), stripped: Array.isArray(data['stripped']) ? data['stripped'].length : 0,
  })
}
