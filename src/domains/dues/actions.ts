// The verbs of dues: a scale in a further version, a year asked, a payment claimed and found, something waived. Their history stands at the alliance's
// year, so that a member's line can be followed.
import { type Head, memberIdsOf } from '#domains/alliances/keeping-store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import type * as z from 'zod'
import { type Installation, writeTo } from './letters.ts'
import type { DuesFile, NewScale, NewYear, Paying, Scale, Settling, YearFile } from './model.ts'
import { bandFor, paysFor, scaleFor, standingOf, whyNotPay, whyNotSettle, whyNotWaive } from './rules.ts'
import { findDues, findHead, findYear, type HeldDue, holdDue, scalesOf } from './store.ts'

async function kept(at: Doing, allianceId: Id): Promise<Head> {
  const head = await findHead(at.db, at.viewer, allianceId)
  demand(whyNotKeep(head.keeping, at.viewer))
  // Two versions, or two years, at once: one after the other.
  await at.db.selectFrom('alliance').select('id').where('id', '=', allianceId).forUpdate().execute()
  return head
}

export async function addScale(at: Doing, allianceId: Id, { fromYear, currency, bands, source }: z.output<typeof NewScale>): Promise<DuesFile> {
  await kept(at, allianceId)
  const version = ((await scalesOf(at.db, allianceId))[0]?.version ?? 0) + 1
  await at.db.insertInto('duesScale').values({ id: newId(), allianceId, version, fromYear, currency, bands: json(bands) as never, source, madeBy: at.viewer.id, madeAt: at.now }).execute()
  await record(at, { what: 'dues.scale-made', about: allianceId, data: { version, fromYear, currency, bands: bands.length } })
  return findDues(at.db, at.viewer, allianceId, at.today)
}

/** Every member is asked on the same terms; one for whom the scale has no band stops it, and is named. */
export async function askYear(at: Doing, home: Installation, allianceId: Id, { year, dueOn }: z.output<typeof NewYear>): Promise<YearFile> {
  const { name } = await kept(at, allianceId)
  const scale = scaleFor(await scalesOf(at.db, allianceId), year)
  if (!scale) throw new Refused('dues.no-scale', { year })
  demand(await at.db.selectFrom('duesYear').select('id').where('allianceId', '=', allianceId).where('year', '=', year).executeTakeFirst() ? 'dues.asked-already' : undefined, { year })
  const id = newId()
  const members = await memberIdsOf(at.db, allianceId)
  if (members.length === 0) throw new Refused('dues.nobody-to-ask')
  await at.db.insertInto('duesYear').values({ id, allianceId, year, scaleId: scale.id, dueOn, askedBy: at.viewer.id, askedAt: at.now }).execute()
  await addDues(at, id, scale, members)
  await record(at, { what: 'dues.asked', about: id, data: { alliance: allianceId, year, dueOn, members: members.length, scale: scale.version } })
  await writeTo(at.db, home, 'asked', members, { alliance: name, year, due: dueOn, path: `/dues-years/${id}`, today: at.today })
  return findYear(at.db, at.viewer, id, at.today)
}

async function addDues(at: Doing, yearId: Id, { bands }: Scale, members: readonly Id[]): Promise<void> {
  const briefs = await organisationsById(at.db, members)
  const rows = members.map((organisationId) => ({ organisationId, brief: found(briefs.get(organisationId)), band: bandFor(bands, found(briefs.get(organisationId))) }))
  const without = rows.filter(({ band }) => !band)
  if (without.length > 0) throw new Refused('dues.no-band', { count: without.length, names: without.slice(0, 3).map(({ brief }) => brief.name).join(', ') })
  await at.db.insertInto('due').values(rows.map(({ organisationId, band }) => ({ id: newId(), yearId, organisationId, band: band!.id, amount: band!.amount, waivedAt: null, waivedBy: null, waivedBecause: null }))).execute()
}

export async function addMember(at: Doing, home: Installation, yearId: Id, organisationId: Id): Promise<YearFile> {
  const { alliance, lines, year, dueOn } = await findYear(at.db, at.viewer, yearId, at.today)
  const head = await kept(at, alliance.id)
  demand(lines.some(({ organisation }) => organisation.id === organisationId) ? 'dues.asked-already' : !(await memberIdsOf(at.db, alliance.id)).includes(organisationId) ? 'dues.not-a-member' : undefined, { year })
  const { scaleId } = await at.db.selectFrom('duesYear').select('scaleId').where('id', '=', yearId).executeTakeFirstOrThrow()
  await addDues(at, yearId, await at.db.selectFrom('duesScale').selectAll().where('id', '=', scaleId).executeTakeFirstOrThrow(), [organisationId])
  await record(at, { what: 'dues.member-asked', about: yearId, data: { alliance: alliance.id, organisation: organisationId } })
  await writeTo(at.db, home, 'asked', [organisationId], { alliance: head.name, year, due: dueOn, path: `/dues-years/${yearId}`, today: at.today })
  return findYear(at.db, at.viewer, yearId, at.today)
}

/** What a member says waits for the treasurer; what the house writes down of others has come in. */
export async function pay(at: Doing, id: Id, { amount, paidOn, reference }: Paying): Promise<YearFile> {
  const held = await holdDue(at.db, at.viewer, id)
  // Of its own organisation an office only says so, like any other.
  const own = held.head.keeps && !paysFor(at.viewer, held.due.organisationId)
  demand(whyNotPay(held.due, at.viewer, held.head.keeps, paidOn, at.today))
  const state = own ? 'confirmed' as const : 'claimed' as const
  const payment = { id: newId(), dueId: id, amount, paidOn, reference, state, claimedBy: at.viewer.id, claimedAt: at.now, settledBy: own ? at.viewer.id : null, settledAt: own ? at.now : null, because: null }
  await at.db.insertInto('duePayment').values(payment).execute()
  return told(at, held, `payment-${state}`, { payment: payment.id, amount, paidOn })
}

export async function settle(at: Doing, id: Id, paymentId: Id, { answer, because }: z.output<typeof Settling>): Promise<YearFile> {
  const held = await holdDue(at.db, at.viewer, id)
  const payment = found(held.payments.find((one) => one.id === paymentId))
  demand(whyNotKeep(held.head.keeping, at.viewer) ?? whyNotSettle(payment, at.viewer))
  await at.db.updateTable('duePayment').set({ state: answer, settledBy: at.viewer.id, settledAt: at.now, because: answer === 'refused' ? because : null }).where('id', '=', paymentId).execute()
  return told(at, held, `payment-${answer}`, { payment: paymentId, amount: payment.amount, because })
}

export async function waive(at: Doing, id: Id, because: string): Promise<YearFile> {
  const held = await holdDue(at.db, at.viewer, id)
  demand(whyNotKeep(held.head.keeping, at.viewer) ?? whyNotWaive(standingOf(held.due, held.payments, held.year.dueOn, at.today)))
  await at.db.updateTable('due').set({ waivedAt: at.now, waivedBy: at.viewer.id, waivedBecause: because }).where('id', '=', id).execute()
  return told(at, held, 'waived', { because })
}

export async function unwaive(at: Doing, id: Id): Promise<YearFile> {
  const held = await holdDue(at.db, at.viewer, id)
  demand(whyNotKeep(held.head.keeping, at.viewer) ?? (held.due.waivedAt ? undefined : 'dues.not-waived'))
  await at.db.updateTable('due').set({ waivedAt: null, waivedBy: null, waivedBecause: null }).where('id', '=', id).execute()
  return told(at, held, 'unwaived', {})
}

async function told(at: Doing, { due, year }: HeldDue, what: string, data: Record<string, unknown>): Promise<YearFile> {
  await record(at, { what: `dues.${what}`, about: year.id, data: { alliance: year.allianceId, organisation: due.organisationId, due: due.id, ...data } })
  return findYear(at.db, at.viewer, year.id, at.today)
}
