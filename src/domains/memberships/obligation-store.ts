// What binds a member and is not over when it leaves. Each room that knows of something says once how it is found; this one knows of
// commitments, posts and the hosting of sessions, and rooms that cannot be seen from here bring theirs.
import { sql } from 'kysely'
import { seenBy as agreementsSeen } from '#domains/agreements/store.ts'
import '#domains/commitments/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { Obligation } from './member-model.ts'
import './tables.ts'

export type Bound = { db: Reading; viewer: Viewer; now: Instant; allianceId: Id; organisationId: Id }
type Finder = (of: Bound) => Promise<Obligation[]>
const brought: Finder[] = []
export function bringObligations(find: Finder): void {
  brought.push(find)
}
export const obligationsOf = async (of: Bound): Promise<Obligation[]> => (await Promise.all([commitments, posts, sessions, ...brought].map((find) => find(of)))).flat()

const nothing = { values: {}, title: null, to: null, dueOn: null }

/** Agreements with other members in which something is promised and not fulfilled, as far as the reader sees them. */
async function commitments({ db, viewer, allianceId, organisationId }: Bound): Promise<Obligation[]> {
  const rows = await agreementsSeen(db, viewer).innerJoin('commitment as c', 'c.agreementId', 'agreement.id')
    .where(sql<boolean>`agreement.party_ids @> array[${organisationId}]::uuid[] and agreement.party_ids && array(select s.organisation_id from alliance_standing s where s.alliance_id = ${allianceId} and s.until_on is null and s.standing = 'member' and s.organisation_id <> ${organisationId})`)
    .where('c.fulfilledOn', 'is', null).where('c.withdrawnAt', 'is', null).where('agreement.endedOn', 'is', null)
    .groupBy(['agreement.id', 'agreement.title']).select(['agreement.id', 'agreement.title']).select([sql<number>`count(*)::int`.as('count'), sql<string | null>`min(c.due_on)::text`.as('dueOn')]).orderBy('agreement.id').limit(200).execute()
  return rows.map(({ id, title, count, dueOn }) => ({ ...nothing, key: 'commitments', values: { count }, title: { en: title }, to: `/agreements/${id}`, dueOn }))
}

/** Posts of the alliance and seats in its bodies that its people hold, and the office that it hosts. */
async function posts({ db, allianceId, organisationId }: Bound): Promise<Obligation[]> {
  const held = await db.selectFrom('allianceOfficer as o').innerJoin('person', 'person.id', 'o.personId').select(['o.post', 'person.name', 'o.untilOn']).where('o.allianceId', '=', allianceId).where('o.organisationId', '=', organisationId)
    .where((is) => is.or([is('o.untilOn', 'is', null), is('o.untilOn', '>=', sql<string>`current_date`)])).orderBy('o.id').execute()
  const host = await db.selectFrom('alliance').select('id').where('id', '=', allianceId).where('hostId', '=', organisationId).executeTakeFirst()
  return [...held.map(({ post, name, untilOn }) => ({ ...nothing, key: `post.${post}`, values: { name }, to: `/alliances/${allianceId}`, dueOn: untilOn })), ...(host ? [{ ...nothing, key: 'hosts-office', to: `/alliances/${allianceId}` }] : [])]
}

/** Sessions that are called and that it hosts. */
async function sessions({ db, allianceId, organisationId, now }: Bound): Promise<Obligation[]> {
  const rows = await db.selectFrom('meeting as m').innerJoin('body', 'body.id', 'm.bodyId').innerJoin('bodySide as s', 's.id', 'm.hostSideId').where('body.allianceId', '=', allianceId)
    .where('s.organisationId', '=', anyOf([organisationId])).where('m.state', 'in', ['called', 'open']).where('m.startsAt', '>', now).select(['m.id', 'm.number', 'm.startsAt', 'body.name']).orderBy('m.startsAt').execute()
  return rows.map(({ id, number, startsAt, name }) => ({ key: 'hosts-session', values: { number }, title: name as Record<string, string>, to: `/meetings/${id}`, dueOn: startsAt.slice(0, 10) }))
}
