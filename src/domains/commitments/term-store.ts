// How the term of an agreement is found, with everything that was decided about it.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import { mayWrite, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import { dayIn } from '#platform/day-zones.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { acts, type TermAct, type TermFile, usualLadder } from './term-model.ts'
import { ladderOf, nextTerm, noticeOn, presentTerm, type Termed, whyNotAct, whyNotNotice } from './term-rules.ts'
import './tables.ts'

export const termColumns = [
  'draft', 'signedOn', 'signedPrecision', 'startsOn', 'termKind', 'termYears', 'termUntil', 'untilPrecision', 'renewalYears', 'noticeMonths', 'termText',
  'endedOn', 'endedBecause', 'renewedUntil', 'sealedAt', 'holdsFrom', 'holdsUntil', 'openEnded',
] as const satisfies (keyof Termed)[]
type PartyInZone = { organisationId: Id; role: 'party' | 'on-behalf' | 'witness'; zone: string | null }
export type Held = Termed & { id: Id; title: string; titleLang: string | null; titles: Record<string, string>; parties: PartyInZone[] }

export const partiesInZones = sql<PartyInZone[]>`(select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'role', p.role, 'zone', o.time_zone) order by p.place), '[]')
  from agreement_party p join organisation o on o.id = p.organisation_id where p.agreement_id = agreement.id)`

const term = (db: Reading, viewer: Viewer, id: Id) => seenBy(db, viewer).select(termColumns.map((name) => `agreement.${name}` as const))
  .select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles']).select(partiesInZones.as('parties')).where('agreement.id', '=', id)

/** Held until this transaction ends: of a renewal and a notice on the same day, the second meets what the first has done. */
export const holdTerm = async (db: Writing, viewer: Viewer, id: Id): Promise<Held> => found(await term(db, viewer, id).forNoKeyUpdate('agreement').executeTakeFirst())
export const findHeld = async (db: Reading, viewer: Viewer, id: Id): Promise<Held> => found(await term(db, viewer, id).executeTakeFirst())

export const zonesOf = ({ parties }: Held): (string | null)[] => parties.filter(({ role }) => role !== 'witness').map(({ zone }) => zone)
/** The day it is for a side: a notice given before midnight there is of the day before. */
export const dayOf = ({ parties }: Held, side: Id | undefined, now: Instant): Day => dayIn(parties.find(({ organisationId }) => organisationId === side)?.zone ?? null, now)

export const actsOn = (db: Reading, agreementId: Id): Promise<TermAct[]> =>
  db.selectFrom('termAct').selectAll().where('agreementId', '=', agreementId).orderBy('id', 'desc').execute()

export const ladderMonths = async (db: Reading, agreementId: Id): Promise<number[]> =>
  (await db.selectFrom('termLadder').select('months').where('agreementId', '=', agreementId).executeTakeFirst())?.months ?? usualLadder

/** An agreement's term as its page shows it. */
export async function findTerm(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<TermFile> {
  const agreement = await findHeld(db, viewer, id)
  const own = sidesHeld(agreement.parties, viewer)
  const today = dayOf(agreement, own[0], now)
  const { endsOn, renewsOn } = presentTerm(agreement, today)
  const notice = agreement.draft || agreement.endedOn ? null : noticeOn(today, agreement)
  const [taken, months, told, remains] = await Promise.all([actsOn(db, id), ladderMonths(db, id), endsOn ? toldOf(db, id, endsOn) : [] as number[], remaining(db, id)])
  const closed = (act: (typeof acts)[number]) => whyNotAct(act, { agreement, acts: taken, sides: own, today }) ?? (act === 'notice' && notice ? whyNotNotice(notice, agreement) : undefined) ?? null
  return {
    agreementId: id, endsOn, renewsOn, notice, next: endsOn ? nextTerm(agreement, endsOn) : null, ladder: endsOn ? ladderOf(endsOn, months).map((step) => ({ ...step, told: told.includes(step.months) })) : [],
    acts: await shown(db, taken), remains, whyNot: Object.fromEntries(acts.map((act) => [act, closed(act)])) as TermFile['whyNot'], mayChange: mayWrite(agreement.parties, viewer) && own.length > 0,
  }
}

async function shown(db: Reading, taken: readonly TermAct[]): Promise<TermFile['acts']> {
  const [sides, persons, renewals, notices] = await Promise.all([
    organisationsById(db, taken.map(({ sideId }) => sideId)), db.selectFrom('person').select(['id', 'name']).where('id', 'in', [...taken.map(({ actedBy }) => actedBy), taken[0]?.actedBy ?? nobody]).execute(),
    claimsAbout(db, 'renewal', taken.map(({ id }) => id)), claimsAbout(db, 'notice', taken.map(({ id }) => id)),
  ])
  const claims = [...renewals, ...notices]
  return taken.map((act) => {
    const claim = claims.find(({ about }) => about === act.id)
    return { ...act, side: sides.get(act.sideId)!, by: persons.find(({ id }) => id === act.actedBy)?.name ?? null, claim: claim ? { id: claim.id, state: claim.state } : null }
  })
}
const nobody = '00000000-0000-4000-8000-000000000000'

const toldOf = async (db: Reading, agreementId: Id, endsOn: Day): Promise<number[]> =>
  (await db.selectFrom('termReminder').select('months').where('agreementId', '=', agreementId).where('endsOn', '=', endsOn).execute()).map(({ months }) => months)

/** What would remain open if it ended: promises not kept, claims not answered. */
async function remaining(db: Reading, agreementId: Id): Promise<TermFile['remains']> {
  const [commitments, { count }] = await Promise.all([
    db.selectFrom('commitment').leftJoin('commitmentStanding as kept', 'kept.commitmentId', 'commitment.id').select(['commitment.id', 'commitment.what'])
      .where('commitment.agreementId', '=', agreementId).where('commitment.withdrawnAt', 'is', null).where('commitment.fulfilledOn', 'is', null)
      .where((is) => is.or([is('kept.status', 'is', null), is('kept.status', '<>', 'green')])).orderBy('commitment.place').execute(),
    db.selectFrom('confirmation').select((row) => row.fn.countAll<number>().as('count')).where('scope', '=', agreementId).where('state', '=', 'open').executeTakeFirstOrThrow(),
  ])
  return { commitments, claims: count }
}

/** Sides of many agreements, for letters. */
export const sidesBound = ({ parties }: Held): Id[] => sidesOf(parties)
