// How claims are kept and found. Who may see one is for the room to say whose claim it is (`claim-store.ts`).
import { sql } from 'kysely'
import { briefColumns } from '#domains/organisations/store.ts'
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, instantJson, type Reading, type Writing } from '#platform/db/database.ts'
import { askPlanned } from '#platform/db/statements.ts'
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
  const row = found((await askPlanned(db, 'claim held', { id }, ({ id }) => db.selectFrom('confirmation').select(columns).where('id', '=', id).forUpdate()))[0])
  const sides = await askPlanned(db, 'sides of a claim', { id }, ({ id }) => db.selectFrom('confirmationSide').select(['place', 'organisationId', 'answer']).where('confirmationId', '=', id).orderBy('place'))
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
  return fileOf(db, claim, viewer)
}

/** The claim as it stands now. Its links are for those who may ask by them. */
export async function fileOf(db: Reading, claim: Pick<Claim, 'id' | 'kind' | 'about' | 'scope'>, viewer?: Viewer): Promise<ClaimFile> {
  const [[file], shown] = await Promise.all([
    askPlanned(db, 'claim and all that hangs on it', { id: claim.id }, ({ id }) => db.selectFrom('confirmation').select(columns).select([briefSides, saidColumn, claimantColumn, linksColumn]).where('id', '=', id)),
    kindOf(claim).shown(db, claim),
  ])
  const links = viewer && mayAsk(file!, viewer) ? file!.links : []
  const inner = !viewer || viewer.admin || file!.sides.some(({ organisationId }) => holds(viewer, organisationId)) || (await kindOf(claim).inner?.(db, viewer, claim) ?? true)
  return inner ? { ...file!, links, shown } : { ...file!, links, shown, withdrawnBecause: null, said: file!.said.map((one) => ({ ...one, reason: null })) }
}

const brief = sql.raw(briefColumns.map((name) => `'${name}', o.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`).join(', '))
const briefSides = sql<ClaimFile['sides']>`(select json_agg(json_build_object('place', s.place, 'organisationId', s.organisation_id, 'answer', s.answer, 'organisation', json_build_object(${brief})) order by s.place)
  from confirmation_side s join organisation o on o.id = s.organisation_id where s.confirmation_id = confirmation.id)`.as('sides')
const claimantColumn = sql<string | null>`(select p.name from person p where p.id = confirmation.claimed_by)`.as('claimant')
/** The whole conversation, oldest first. An account speaks with its person's name; who came by a link, with the one they gave. */
const saidColumn = sql<Said[]>`(select coalesce(json_agg(json_build_object('id', w.id, 'round', w.round, 'place', w.place, 'said', w.said, 'via', w.via, 'reason', w.reason,
    'at', ${instantJson('w.at')}, 'name', coalesce(w.name, (select p.name from person p where p.id = w.who)),
    'officeName', coalesce(w.office_name, (select coalesce(f.title, f.role) from office f where f.id = w.office))) order by w.id), '[]')
  from confirmation_answer w where w.confirmation_id = confirmation.id)`.as('said')

const linksColumn = sql<LinkOut[]>`(select coalesce(json_agg(json_build_object('id', l.id, 'place', l.place, 'via', l.via, 'toAddress', l.to_address, 'madeAt', ${instantJson('l.made_at')},
    'askedAt', ${instantJson('l.asked_at')}, 'reminders', l.reminders, 'expiresAt', ${instantJson('l.expires_at')}, 'usedAt', ${instantJson('l.used_at')}, 'revokedAt', ${instantJson('l.revoked_at')},
    'failed', exists (select 1 from letter where letter.id = l.letter_id and letter.state = 'failed')) order by l.id), '[]')
  from confirmation_link l where l.confirmation_id = confirmation.id)`.as('links')
