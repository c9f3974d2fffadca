// The verbs of hosting: proposed by the rotation or by hand, agreed to or declined by the host, changed places by agreement of both.
import { memberIdsOf } from '#domains/alliances/keeping-store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Refused } from '#platform/refusals.ts'
import type * as z from 'zod'
import type { Answering, Assigning, HostingFile, Proposing, Swapping, Turn } from './hosting-model.ts'
import { nextHosts, whyNotAnswer, whyNotAnswerSwap, whyNotSwap } from './hosting-rules.ts'
import { findRota, holdSwap, holdTurn, turnsOf } from './hosting-store.ts'
import { findHead } from './store.ts'

async function kept(at: Doing, allianceId: Id): Promise<Id[]> {
  demand(whyNotKeep((await findHead(at.db, at.viewer, allianceId)).keeping, at.viewer))
  await at.db.selectFrom('alliance').select('id').where('id', '=', allianceId).forUpdate().execute()
  const members = await memberIdsOf(at.db, allianceId)
  if (members.length === 0) throw new Refused('dues.nobody-to-ask')
  return members
}

/** Years that have a host keep it; the rotation counts them as had. */
export async function proposeHosts(at: Doing, allianceId: Id, { what, from, years }: z.output<typeof Proposing>): Promise<HostingFile> {
  const members = await kept(at, allianceId)
  const briefs = await organisationsById(at.db, members)
  const stands = (await turnsOf(at.db, allianceId)).filter((turn) => turn.what === what && turn.answer !== 'declined')
  const taken = new Set(stands.map(({ year }) => year))
  const placed = members.map((id) => ({ id, country: briefs.get(id)?.country ?? null }))
  const made: Pick<Turn, 'year' | 'organisationId' | 'answer'>[] = []
  for (let year = from; year < from + years; year++) {
    if (taken.has(year)) continue
    const [next] = nextHosts(placed, [...stands, ...made], year, 1)
    made.push({ year, organisationId: next!.organisationId, answer: null })
  }
  if (made.length === 0) throw new Refused('dues.years-have-hosts')
  await addTurns(at, allianceId, what, made)
  await record(at, { what: 'hosting.proposed', about: allianceId, data: { what, from, years: made.length } })
  return findRota(at.db, at.viewer, allianceId)
}

const addTurns = (at: Doing, allianceId: Id, what: Turn['what'], turns: readonly { year: number; organisationId: Id; note?: string | null }[]) => at.db.insertInto('hostingTurn').values(turns.map(({ year, organisationId, note = null }) =>
  ({ id: newId(), allianceId, what, year, organisationId, note, proposedBy: at.viewer.id, proposedAt: at.now, answer: null, answeredBy: null, answeredAt: null, because: null }))).execute()

export async function assignHost(at: Doing, allianceId: Id, { what, year, organisationId, note }: z.output<typeof Assigning>): Promise<HostingFile> {
  const members = await kept(at, allianceId)
  demand(!members.includes(organisationId) ? 'dues.not-a-member' : (await turnsOf(at.db, allianceId)).some((turn) => turn.what === what && turn.year === year && turn.answer !== 'declined') ? 'dues.years-have-hosts' : undefined)
  await addTurns(at, allianceId, what, [{ year, organisationId, note }])
  await record(at, { what: 'hosting.assigned', about: allianceId, data: { what, year, organisation: organisationId } })
  return findRota(at.db, at.viewer, allianceId)
}

export async function answerTurn(at: Doing, id: Id, { answer, because }: z.output<typeof Answering>): Promise<HostingFile> {
  const turn = await holdTurn(at.db, at.viewer, id)
  demand(whyNotAnswer(turn, at.viewer))
  await at.db.updateTable('hostingTurn').set({ answer, because: answer === 'declined' ? because : null, answeredBy: at.viewer.id, answeredAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: `hosting.${answer}`, about: turn.allianceId, data: { turn: id, what: turn.what, year: turn.year, organisation: turn.organisationId, because } })
  return findRota(at.db, at.viewer, turn.allianceId)
}

export async function askSwap(at: Doing, id: Id, { otherId, because }: z.output<typeof Swapping>): Promise<HostingFile> {
  const [turn, other] = [await holdTurn(at.db, at.viewer, id), await holdTurn(at.db, at.viewer, otherId)]
  demand(turn.allianceId === other.allianceId ? whyNotSwap(turn, other, at.viewer, Number(at.today.slice(0, 4))) : 'dues.nothing-to-swap')
  demand(await at.db.selectFrom('hostingSwap').select('id').where('answer', 'is', null).where((is) => is.or([is('turnId', 'in', [id, otherId]), is('otherId', 'in', [id, otherId])])).executeTakeFirst() ? 'dues.swap-waits' : undefined)
  const swap = { id: newId(), turnId: id, otherId, askedFor: turn.organisationId, askedOf: other.organisationId, because, askedBy: at.viewer.id, askedAt: at.now, answer: null, answeredBy: null, answeredAt: null }
  await at.db.insertInto('hostingSwap').values(swap).execute()
  await record(at, { what: 'hosting.swap-asked', about: turn.allianceId, data: { swap: swap.id, what: turn.what, year: turn.year, other: other.year, organisation: turn.organisationId, because } })
  return findRota(at.db, at.viewer, turn.allianceId)
}

/** Both have agreed, and so to their new years as well. What changed meanwhile is not swapped. */
export async function answerSwap(at: Doing, id: Id, { answer }: z.output<typeof Answering>): Promise<HostingFile> {
  const { swap, turn, other } = await holdSwap(at.db, at.viewer, id)
  demand(whyNotAnswerSwap(swap, at.viewer))
  const stands = turn.organisationId === swap.askedFor && other.organisationId === swap.askedOf && turn.answer !== 'declined' && other.answer !== 'declined'
  demand(answer === 'agreed' && !stands ? 'dues.changed-meanwhile' : undefined)
  await at.db.updateTable('hostingSwap').set({ answer, answeredBy: at.viewer.id, answeredAt: at.now }).where('id', '=', id).execute()
  if (answer === 'agreed') {
    const agreed = { answer: 'agreed' as const, answeredBy: at.viewer.id, answeredAt: at.now }
    await at.db.updateTable('hostingTurn').set({ organisationId: swap.askedOf, ...agreed }).where('id', '=', turn.id).execute()
    await at.db.updateTable('hostingTurn').set({ organisationId: swap.askedFor, ...agreed }).where('id', '=', other.id).execute()
  }
  await record(at, { what: `hosting.swap-${answer}`, about: turn.allianceId, data: { swap: id, what: turn.what, year: turn.year, other: other.year, organisation: swap.askedOf } })
  return findRota(at.db, at.viewer, turn.allianceId)
}
