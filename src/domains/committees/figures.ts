// Brings the indicators about sessions, decisions and minutes (GOV1, GOV2, GOV3, GOV5) to plans and reports.
import { bringFigures, type Figure } from '#domains/plans/figure-store.ts'
import type { Item } from '#domains/plans/indicator-model.ts'
import { agreementsIn, type Span, type Within } from '#domains/plans/tally-store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { bodiesSeenBy } from './body-store.ts'
import { executedIn, longOverdue, sessionsIn, share, signedInTime } from './figure-rules.ts'

bringFigures(async (db: Reading, viewer: Viewer, scope: Within, span: Span): Promise<Figure[]> => {
  const bodies = await bodiesIn(db, viewer, scope, span)
  const ids = bodies.map(({ id }) => id)
  if (ids.length === 0) return []
  const [meetings, actions] = await Promise.all([
    db.selectFrom('meeting').leftJoin('minutesPaper', (join) => join.onRef('minutesPaper.meetingId', '=', 'meeting.id').on('minutesPaper.addendumId', 'is', null)).select(['meeting.id', 'meeting.bodyId', 'meeting.kind', 'meeting.heldOn', 'meeting.quorate', 'meeting.closedAt', 'minutesPaper.signedAt'])
      .where('meeting.bodyId', '=', anyOf(ids)).where('meeting.state', '=', 'closed').where('meeting.heldOn', '<=', span.until).execute(),
    db.selectFrom('bodyAction').select(['bodyId', 'what', 'decisionId', 'dueOn', 'doneAt']).where('bodyId', '=', anyOf(ids)).where('dueOn', '<=', span.until).execute(),
  ])
  const done = actions.map(({ bodyId, what, decisionId, dueOn, doneAt }) => ({ bodyId, what, decisionId, dueOn, doneOn: doneAt?.slice(0, 10) ?? null }))
  const decisions = [...Map.groupBy(done.filter(({ decisionId }) => decisionId !== null), ({ decisionId }) => decisionId)].map(([, all]) => ({ actions: all }))
  const sessions = bodies.map(({ id, everyMonths, from }) => sessionsIn({ everyMonths, from, heldOn: meetings.flatMap(({ bodyId, heldOn, quorate, kind }) => (bodyId === id && quorate && kind === 'ordinary' && heldOn ? [heldOn] : [])) }, span))
  const [due, held] = [sum(sessions.map((one) => one.due)), sum(sessions.map((one) => one.held))]
  const executed = executedIn(decisions, span)
  const closed = meetings.flatMap(({ heldOn, closedAt, ...one }) => (heldOn && heldOn >= span.from && closedAt ? [{ ...one, heldOn, closedAt }] : []))
  const signed = signedInTime(closed, `${span.until}T23:59:59.999Z`)
  const named = new Map(bodies.map(({ id, name }) => [id, name]))
  const meeting = ({ id, bodyId, heldOn }: { id: Id; bodyId: Id; heldOn: string }) => lineOf('meeting', id, named.get(bodyId)!, heldOn)
  const action = ({ bodyId, what, dueOn }: { bodyId: Id; what: string; dueOn: string }) => lineOf('body', bodyId, { en: what }, dueOn)
  const within = done.filter(({ decisionId, dueOn }) => decisionId !== null && dueOn >= span.from)
  return [
    figure('GOV1', share(held, due), [['held', held], ['due', due]], closed.filter(({ quorate, kind }) => quorate && kind === 'ordinary').map(meeting)), figure('GOV2', share(executed.inTime, executed.due), [['in-time', executed.inTime], ['due', executed.due]], within.map(action)),
    figure('GOV3', longOverdue(done, span.until), [], done.filter((one) => longOverdue([one], span.until) > 0).map(action)), figure('GOV5', share(signed.inTime, signed.due), [['in-time', signed.inTime], ['due', signed.due]], closed.map(meeting)),
  ]
})

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const figure = (code: string, value: number | null, parts: [string, number][], lines: Item[]): Figure => ({ code, value, parts: parts.map(([key, number]) => ({ key, value: number })), lines })
const lineOf = (kind: 'meeting' | 'body', id: Id, titles: Item['titles'], onDay: string): Item => ({ kind, id, what: '', lang: null, titles, onDay, amount: null, agreement: null })

/** Those that sat at some time in the span, with how often they meet by the rules of its last day. */
async function bodiesIn(db: Reading, viewer: Viewer, scope: Within, { from, until }: Span): Promise<{ id: Id; name: Item['titles']; everyMonths: number; from: string }[]> {
  const rows = await bodiesSeenBy(db, viewer).innerJoin('bodyRules', 'bodyRules.bodyId', 'body.id').select(['body.id', 'body.name', 'body.constitutedAt', 'bodyRules.version', 'bodyRules.rules', 'bodyRules.fromAt'])
    .where('body.constitutedAt', 'is not', null).where('body.constitutedAt', '<=', `${until}T23:59:59.999Z`).where((is) => is.or([is('body.dissolvedAt', 'is', null), is('body.dissolvedAt', '>=', `${from}T00:00:00.000Z`)]))
    .where((is) => is.or([is('body.agreementId', 'in', agreementsIn(db, viewer, scope).select('agreement.id')), ...(scope.alliance ? [is('body.allianceId', '=', scope.alliance)] : [])])).orderBy('bodyRules.version').execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => {
    const { rules, constitutedAt, name } = versions.filter(({ fromAt }) => fromAt.slice(0, 10) <= until).at(-1) ?? versions[0]!
    return { id, name: name as Item['titles'], everyMonths: rules.everyMonths, from: constitutedAt!.slice(0, 10) }
  })
}
