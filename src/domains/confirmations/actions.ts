// The verbs of a claim: made by the room above with its own deed; confirmed, disputed, made again, withdrawn here. Each answer
// stands in the history of the claim's scope, and is news there: `claim.confirmed`, `claim.disputed`, `claim.made-again`, `claim.withdrawn`.
import { sql } from 'kysely'
import { type Hand, record } from '#platform/audit/journal.ts'
import { askPlanned, askSql } from '#platform/db/statements.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { kindOf } from './claim-store.ts'
import type { Answering, Claim, ClaimFile, Side, Via, Visitor } from './model.ts'
import { answerableBy, claimantOf, stateOf, whyNotAnswer, whyNotClaimAgain } from './rules.ts'
import { fileOf, holdClaim } from './store.ts'

export { claimsOf } from './claim-store.ts'

/** What is claimed, by which side, and which sides are to answer. */
export type NewClaim = { kind: string; about: Id; scope: Id; side: Id; others: readonly Id[] }

/** Makes claims; the caller records the deed by which they come about. Their ids come back in the same order. */
export async function makeClaims({ db, viewer, now }: Hand, claims: readonly NewClaim[]): Promise<Id[]> {
  if (claims.length === 0) return []
  const rows = claims.map(({ kind, about, scope, side, others }) => ({ id: newId(), kind, about, scope, side, others: others.filter((other) => other !== side) }))
  await askSql(db, 'claims made', { claims: JSON.stringify(rows), by: viewer.id, office: viewer.acting, now }, ({ claims, by, office, now }) => sql`with claim as (select * from jsonb_to_recordset(${claims}::jsonb) as c(id uuid, kind text, about uuid, scope uuid, side uuid, others uuid[])),
    made as (insert into confirmation (id, kind, about, scope, state, claimed_by, claimed_office, claimed_at)
      select id, kind, about, scope, 'open', ${by}, ${office}, ${now} from claim)
    insert into confirmation_side (confirmation_id, place, organisation_id, answer)
      select id, 0, side, 'claims' from claim
      union all select id, other.place, other.organisation_id, 'open' from claim, unnest(others) with ordinality other(organisation_id, place)`)
  return rows.map(({ id }) => id)
}

/** An answer from an account: for every side of the claim whose records this viewer keeps. */
export async function answerClaim(at: Hand, id: Id, answering: Answering): Promise<ClaimFile> {
  const claim = await holdSeen(at, id)
  demand(whyNotAnswer(claim, at.viewer, answering.answer))
  await putAnswer(at, claim, answerableBy(claim.sides, at.viewer).map(({ place }) => place), answering, 'account')
  return fileOf(at.db, claim, at.viewer)
}

/** Writes an answer of these sides and what follows from it. `visitor` is who came by a link. */
export async function putAnswer(at: Hand, claim: Claim, places: number[], { answer, reason }: Answering, via: Via, visitor?: Visitor): Promise<void> {
  const sides = claim.sides.map((side): Side => (places.includes(side.place) ? { ...side, answer } : side))
  const state = stateOf(sides)
  const spoken = spokenBy(at, via, visitor)
  // All that an answer changes, in one statement.
  const given = { claim: claim.id, round: claim.round, answer, via, ...spoken, reason, at: at.now, state, settled: state === 'open' ? null : at.now, places, said: JSON.stringify(places.map((place) => ({ id: newId(), place }))) }
  await askSql(at.db, 'an answer', given, (its) => sql`with said as (insert into confirmation_answer (id, confirmation_id, round, place, said, via, who, office, name, office_name, reason, at)
      select p.id, ${its.claim}::uuid, ${its.round}::integer, p.place, ${its.answer}, ${its.via}, ${its.who}::uuid, ${its.office}::uuid, ${its.name}, ${its.officeName}, ${its.reason}, ${its.at}::timestamptz
      from jsonb_to_recordset(${its.said}::jsonb) as p(id uuid, place smallint)),
    side as (update confirmation_side set answer = ${its.answer} where confirmation_id = ${its.claim} and place = any(${its.places}::smallint[]))
    update confirmation set state = ${its.state}, settled_at = ${its.settled} where id = ${its.claim}`)
  await tell(at, claim, answer, { state, via, reason, side: sides.find(({ place }) => place === places[0])!.organisationId, ...visitor })
}

/** The claimant answers a dispute and claims again: the other sides are asked anew, and what was said stays. */
export async function claimAgain(at: Hand, id: Id, words: string): Promise<ClaimFile> {
  const claim = await holdSeen(at, id)
  demand(whyNotClaimAgain(claim, at.viewer))
  await say(at, { ...claim, round: claim.round + 1 }, { place: claimantOf(claim.sides).place, said: 'claimed-again', via: 'account', reason: words })
  await at.db.updateTable('confirmationSide').set({ answer: 'open' }).where('confirmationId', '=', id).where('answer', '<>', 'claims').execute()
  await at.db.updateTable('confirmation').set({ round: claim.round + 1, state: 'open', settledAt: null, claimedAt: at.now }).where('id', '=', id).execute()
  await tell(at, claim, 'made-again', { state: 'open', words })
  return fileOf(at.db, claim, at.viewer)
}

/** Takes a claim back with a reason, for the room whose claim it is: the deed's own rules are asked there. */
export async function withdrawClaim(at: Hand, id: Id, because: string): Promise<void> {
  const claim = await holdClaim(at.db, id)
  if (claim.state === 'withdrawn') return
  await say(at, claim, { place: claimantOf(claim.sides).place, said: 'withdrawn', via: 'account', reason: because })
  await at.db.updateTable('confirmation').set({ state: 'withdrawn', settledAt: at.now, withdrawnBecause: because }).where('id', '=', id).execute()
  await tell(at, claim, 'withdrawn', { state: 'withdrawn', because })
}

/** A claim that this viewer sees, held until the transaction ends together with the thing in whose history it stands. */
export async function holdSeen(at: Pick<Hand, 'db' | 'viewer'>, id: Id): Promise<Claim> {
  const known = found((await askPlanned(at.db, 'what is claimed', { id }, ({ id }) => at.db.selectFrom('confirmation').select(['kind', 'about', 'scope']).where('id', '=', id)))[0])
  found((await kindOf(known).held(at.db, at.viewer, known)) || null)
  return holdClaim(at.db, id)
}

/** Its entry in the history of the scope. `kind` and `thing` say what it was about. */
export async function tell(at: Hand, { id, kind, about, scope }: Claim, what: string, data: Record<string, unknown>): Promise<void> {
  await record(at, { what: `claim.${what}`, about: scope, data: { claim: id, kind, thing: about, ...data } })
}

type Saying = { place: number; said: 'claimed-again' | 'withdrawn'; via: Via; reason: string | null }
async function say(at: Hand, { id: confirmationId, round }: Pick<Claim, 'id' | 'round'>, saying: Saying): Promise<void> {
  await at.db.insertInto('confirmationAnswer').values({ id: newId(), confirmationId, round, ...saying, ...spokenBy(at, saying.via), at: at.now }).execute()
}

/** Who speaks: an account, or one who came by a link and said who they are. */
const spokenBy = ({ viewer }: Hand, via: Via, { name, officeName }: Partial<Visitor> = {}) =>
  ({ ...(via === 'account' ? { who: viewer.id, office: viewer.acting } : { who: null, office: null }), name: name ?? null, officeName: officeName ?? null })
