// How claims are kept and found. Who may see one is for the room to say whose claim it is (`claim-store.ts`).
import { sql } from 'kysely'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { kindOf } from './claim-store.ts'
import type { Claim, ClaimFile, Confirmation, LinkOut, Said, Side } from './model.ts'
import { mayAsk } from './rules.ts'
import './tables.ts'

export { claimsOf } from './claim-store.ts'

const columns = ['id', 'kind', 'about', 'scope', 'round', 'state', 'claimedBy', 'claimedOffice', 'claimedAt', 'settledAt', 'withdrawnBecause'] as const satisfies (keyof Confirmation)[]

/** The sides of a claim as one column, so that holding a claim is one question. */
const sidesColumn = sql<Side[]>`(select json_agg(json_build_object('place', s.place, 'organisationId', s.organisation_id, 'answer', s.answer) order by s.place)
  from confirmation_side s where s.confirmation_id = confirmation.id)`

/** Held until this transaction ends: two answers to one claim follow each other. */
export async function holdClaim(db: Writing, id: Id): Promise<Claim> {
  // The sides are read once the row is held; together with it they could be those of before.
  const row = found(await db.selectFrom('confirmation').select(columns).where('id', '=', id).forUpdate().executeTakeFirst())
  const sides = await db.selectFrom('confirmationSide').select(['place', 'organisationId', 'answer']).where('confirmationId', '=', id).orderBy('place').execute()
  return { ...row, sides }
}

export async function findClaim(db: Reading, id: Id): Promise<Claim> {
  return found(await db.selectFrom('confirmation').select(columns).select(sidesColumn.as('sides')).where('id', '=', id).executeTakeFirst())
}

/** The claims about these things, with their sides. */
export const claimsAbout = (db: Reading, kind: string, about: readonly Id[]): Promise<Claim[]> =>
  db.selectFrom('confirmation').select(columns).select(sidesColumn.as('sides')).where('about', '=', anyOf(about)).where('kind', '=', kind).orderBy('id').execute()

/** A claim as its page shows it; not there for who may not see what it is about. */
export async function findClaimFile(db: Reading, viewer: Viewer, id: Id): Promise<ClaimFile> {
  const claim = await findClaim(db, id)
  found((await kindOf(claim).seen(db, viewer, claim)) || null)
  return fileOf(db, claim, mayAsk(claim, viewer))
}

export async function fileOf(db: Reading, claim: Claim, withLinks: boolean): Promise<ClaimFile> {
  const [organisations, said, links, shown, claimant] = await Promise.all([
    organisationsById(db, claim.sides.map(({ organisationId }) => organisationId)), saidOf(db, claim.id), withLinks ? linksOf(db, claim.id) : [],
    kindOf(claim).shown(db, claim), db.selectFrom('person').select('name').where('id', '=', claim.claimedBy).executeTakeFirst(),
  ])
  return { ...claim, sides: claim.sides.map((side) => ({ ...side, organisation: organisations.get(side.organisationId)! })), said, links, shown, claimant: claimant?.name ?? null }
}

/** The whole conversation, oldest first. An account speaks with its person's name; who came by a link, with the one they gave. */
const saidOf = (db: Reading, id: Id): Promise<Said[]> => db.selectFrom('confirmationAnswer')
  .select(['id', 'round', 'place', 'said', 'via', 'reason', 'at'])
  .select([
    sql<string | null>`coalesce(name, (select p.name from person p where p.id = confirmation_answer.who))`.as('name'),
    sql<string | null>`coalesce(office_name, (select coalesce(o.title, o.role) from office o where o.id = confirmation_answer.office))`.as('officeName'),
  ])
  .where('confirmationId', '=', id).orderBy('id').execute()

const linksOf = (db: Reading, id: Id): Promise<LinkOut[]> => db.selectFrom('confirmationLink')
  .select(['id', 'place', 'via', 'toAddress', 'madeAt', 'askedAt', 'reminders', 'expiresAt', 'usedAt', 'revokedAt'])
  .select(sql<boolean>`exists (select 1 from letter l where l.id = confirmation_link.letter_id and l.state = 'failed')`.as('failed'))
  .where('confirmationId', '=', id).orderBy('id').execute()
