// How the term of an agreement is found, with everything that was decided about it.
import { sql } from 'kysely'
import { seenWith, type Sight, sightOf } from '#domains/agreements/store.ts'
import { dayOf, mayWrite, isInner, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import { ask } from '#platform/db/statements.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { acts, type TermAct, type TermFile, usualLadder } from './term-model.ts'
import { ladderOf, nextTerm, noticeOn, presentTerm, type Termed, whyNotAct, whyNotNotice } from './term-rules.ts'
import './tables.ts'

export const termColumns = [
  'draft', 'signedOn', 'signedPrecision', 'startsOn', 'termKind', 'termYears', 'termUntil', 'untilPrecision', 'renewalYears', 'noticeMonths', 'termText',
  'endedOn', 'endedBecause', 'renewedUntil', 'sealedAt', 'dayZone', 'holdsFrom', 'holdsUntil', 'openEnded',
] as const satisfies (keyof Termed)[]
type Bound = { organisationId: Id; role: 'party' | 'on-behalf' | 'witness' }
export type Held = Termed & { id: Id; title: string; titleLang: string | null; titles: Record<string, string>; parties: Bound[] }

const partiesBound = sql<Bound[]>`(select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'role', p.role) order by p.place), '[]') from agreement_party p where p.agreement_id = agreement.id)`

const term = (db: Reading, sight: Sight, id: Id) => seenWith(db, sight).select(termColumns.map((name) => `agreement.${name}` as const))
  .select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles']).select(partiesBound.as('parties')).where('agreement.id', '=', id)

/** Held until this transaction ends: of a renewal and a notice on the same day, the second meets what the first has done. */
export const holdTerm = async (db: Writing, viewer: Viewer, id: Id): Promise<Held> => found(await term(db, sightOf(viewer), id).forNoKeyUpdate('agreement').executeTakeFirst())
export const findHeld = async (db: Reading, viewer: Viewer, id: Id): Promise<Held> => found(await term(db, sightOf(viewer), id).executeTakeFirst())

export const actsOn = (db: Reading, agreementId: Id): Promise<TermAct[]> =>
  db.selectFrom('termAct').selectAll().where('agreementId', '=', agreementId).orderBy('id', 'desc').execute()

/** An agreement's term as its page shows it. */
export async function findTerm(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<TermFile> {
  const { acted, months, reminders, open, claims, ...agreement } = found((await ask(db, 'term', { ...sightOf(viewer), id }, ({ id, ...sight }) => term(db, sight, id).select(beside)))[0])
  const own = sidesHeld(agreement.parties, viewer)
  const today = dayOf(now, agreement)
  const { endsOn, renewsOn } = presentTerm(agreement, today)
  const notice = agreement.draft || agreement.endedOn ? null : noticeOn(today, agreement)
  const taken = acted ? await actsOn(db, id) : []
  const told = reminders.filter(([of]) => of === endsOn).map(([, months]) => months)
  const closed = (act: (typeof acts)[number]) => whyNotAct(act, { agreement, acts: taken, sides: own, today }) ?? (act === 'notice' && notice ? whyNotNotice(notice, agreement) : undefined) ?? null
  return {
    agreementId: id, dayZone: agreement.dayZone, endsOn, renewsOn, notice, next: endsOn ? nextTerm(agreement, endsOn) : null, ladder: endsOn ? ladderOf(endsOn, months ?? usualLadder).map((step) => ({ ...step, told: told.includes(step.months) })) : [],
    acts: acted ? await shown(db, taken, isInner(agreement.parties, viewer)) : [], remains: { commitments: open, claims }, whyNot: Object.fromEntries(acts.map((act) => [act, closed(act)])) as TermFile['whyNot'], mayChange: mayWrite(agreement.parties, viewer) && own.length > 0,
  }
}

/** Why a side acted so is for the sides. */
async function shown(db: Reading, taken: readonly TermAct[], inner: boolean): Promise<TermFile['acts']> {
  const [sides, persons, renewals, notices] = await Promise.all([
    organisationsById(db, taken.map(({ sideId }) => sideId)), db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf(taken.map(({ actedBy }) => actedBy))).execute(),
    claimsAbout(db, 'renewal', taken.map(({ id }) => id)), claimsAbout(db, 'notice', taken.map(({ id }) => id)),
  ])
  const claims = [...renewals, ...notices]
  return taken.map((act) => {
    const claim = claims.find(({ about }) => about === act.id)
    return { ...act, reason: inner ? act.reason : null, side: sides.get(act.sideId)!, by: persons.find(({ id }) => id === act.actedBy)?.name ?? null, claim: claim ? { id: claim.id, state: claim.state } : null }
  })
}

/** What stands beside a term: whether somebody has acted on it, its ladder, who was told, and what would remain open if it ended: promises not kept, claims not answered. */
const beside = [
  sql<boolean>`exists (select from term_act a where a.agreement_id = agreement.id)`.as('acted'), sql<number[] | null>`(select l.months from term_ladder l where l.agreement_id = agreement.id)`.as('months'),
  sql<[endsOn: Day, months: number][]>`(select coalesce(json_agg(json_build_array(r.ends_on, r.months)), '[]') from term_reminder r where r.agreement_id = agreement.id)`.as('reminders'),
  sql<TermFile['remains']['commitments']>`(select coalesce(json_agg(json_build_object('id', c.id, 'what', c.what) order by c.place), '[]') from commitment c left join commitment_standing k on k.commitment_id = c.id
    where c.agreement_id = agreement.id and c.withdrawn_at is null and c.fulfilled_on is null and (k.status is null or k.status <> 'green'))`.as('open'),
  sql<number>`(select count(*) from confirmation q where q.scope = agreement.id and q.state = 'open')`.as('claims'),
] as const

/** Sides of many agreements, for letters. */
export const sidesBound = ({ parties }: Held): Id[] => sidesOf(parties)
