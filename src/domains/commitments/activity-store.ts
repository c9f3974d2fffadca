// How activities are found. Every finder begins at the agreements that this viewer sees; of an activity that serves several, each
// reader sees those agreements that are there for them.
import { sql } from 'kysely'
import { seenBy, seenWith, type Sight, sightOf } from '#domains/agreements/store.ts'
import { briefJson } from '#domains/organisations/store.ts'
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import { instantJson, type Reading } from '#platform/db/database.ts'
import { ask, askPlanned } from '#platform/db/statements.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id, Page } from '#platform/kinds.ts'
import { found, Refused } from '#platform/refusals.ts'
import type { Activity, ActivityShown, Evidence, Named, Served } from './activity-model.ts'
import { mayKeep } from './activity-rules.ts'
import './tables.ts'

const columns = [
  'id', 'what', 'lang', 'onDay', 'untilDay', 'zone', 'place', 'online', 'sideId', 'recordedBy', 'office', 'recordedAt', 'withdrawnAt', 'withdrawnBy', 'withdrawnBecause',
] as const satisfies (keyof Activity)[]

/** The row alone, for one who wrote it. */
export const findActivityRow = (db: Reading, id: Id): Promise<Activity | undefined> =>
  db.selectFrom('activity').select(columns).where('id', '=', id).executeTakeFirst()

const rowColumns = columns.map((name) => `activity.${name}` as const)
/** Activities that serve an agreement this viewer sees. */
const seen = (db: Reading, viewer: Viewer) => db.selectFrom('activity').select(rowColumns)
  .where((is) => is.exists(seenBy(db, viewer).innerJoin('activityServe as served', 'served.agreementId', 'agreement.id').select('served.place').where(sql<boolean>`served.activity_id = activity.id`)))

/** Who sees none of the agreements that it serves does not see it. */
export async function findActivity(db: Reading, viewer: Viewer, id: Id): Promise<ActivityShown> {
  const [row] = await askPlanned(db, 'one activity', { ...sightOf(viewer), id }, ({ id, ...sight }) => db.selectFrom('activity').select(rowColumns).select(hanging(db, sight)).where('activity.id', '=', id))
  return shown(viewer, found(row && row.serves.length > 0 ? row : undefined))
}

/** Held until this transaction ends. */
export async function holdActivity({ db, viewer }: Pick<Doing, 'db' | 'viewer'>, id: Id): Promise<Activity> {
  found(await seen(db, viewer).where('activity.id', '=', id).executeTakeFirst())
  return db.selectFrom('activity').select(columns).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

type Wanted = { agreement?: Id; commitment?: Id | undefined; side?: Id; after?: string | undefined; limit?: number }

/** The activities of an agreement, of one commitment or of a side, newest first by the day they were on, page by page. Withdrawn ones are among them. */
export async function activitiesOf(db: Reading, viewer: Viewer, { agreement, commitment, side, after, limit = 20 }: Wanted): Promise<Page<ActivityShown>> {
  const from = after === undefined ? undefined : bookmarked(after)
  const rows = agreement ? await ofAgreement(db, viewer, agreement, { commitment, ...from, limit: limit + 1 }) : await seen(db, viewer).select(hanging(db, sightOf(viewer)))
    .$if(commitment !== undefined, (q) => q.where((is) => is.exists(is.selectFrom('activityServe as s').select('s.place').whereRef('s.activityId', '=', 'activity.id').where('s.commitmentId', '=', commitment!))))
    .$if(side !== undefined, (q) => q.where('activity.sideId', '=', side!))
    .$if(from !== undefined, (q) => q.where(sql<boolean>`(activity.on_day, activity.id) < (${from?.day}::date, ${from?.id}::uuid)`))
    .orderBy('activity.onDay', 'desc').orderBy('activity.id', 'desc').limit(limit + 1).execute()
  const page = rows.slice(0, limit)
  return { rows: page.map((row) => shown(viewer, row)), next: rows.length > limit ? `${page.at(-1)!.onDay}_${page.at(-1)!.id}` : null, total: null }
}

/** Where the next page begins: the day and the id of the last line. */
function bookmarked(after: string): { day: string; id: Id } {
  const [, day, id] = /^(\d{4}-\d\d-\d\d)_([\da-f-]{36})$/.exec(after) ?? []
  if (!day || !id) throw new Refused('agreements.bookmark-unknown', {}, 422)
  return { day, id }
}

type Along = { commitment: Id | undefined; day?: string; id?: Id; limit: number }
/** Along the index of what serves an agreement: it is seen once, not for each activity. */
async function ofAgreement(db: Reading, viewer: Viewer, agreement: Id, along: Along) {
  const rows = await ask(db, 'activities of an agreement', { ...sightOf(viewer), agreement, ...along }, ({ agreement, commitment, day, id, limit, ...sight }) => {
    const served = db.selectFrom('activityServe').select(['onDay', 'activityId']).distinct().where('agreementId', '=', agreement)
      .where((is) => is.exists(seenWith(db, sight).select('agreement.id').where('agreement.id', '=', agreement)))
      .$if(commitment !== undefined, (q) => q.where('commitmentId', '=', commitment!)).$if(day !== undefined, (q) => q.where(sql<boolean>`(on_day, activity_id) < (${day}::date, ${id}::uuid)`))
      .orderBy('onDay', 'desc').orderBy('activityId', 'desc').limit(limit).as('served')
    return db.selectFrom(served).innerJoin('activity', 'activity.id', 'served.activityId').select(rowColumns).select(hanging(db, sight)).orderBy('activity.onDay', 'desc').orderBy('activity.id', 'desc')
  })
  if (rows.length === 0) found(await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', agreement).executeTakeFirst())
  return rows
}


type ServedSeen = Served & { parties: Id[] }
/** What hangs on an activity, and those of its agreements that this viewer sees: one question, however much there is of each. */
const hanging = (db: Reading, sight: Sight) => [
  sql<ActivityShown['side']>`(select ${briefJson('o')} from organisation o where o.id = activity.side_id)`.as('side'),
  sql<string | null>`(select p.name from person p where p.id = activity.recorded_by)`.as('by'),
  sql<ActivityShown['numbers']>`(select coalesce(json_agg(json_build_object('organisationId', n.organisation_id, 'inPerson', n.in_person, 'online', n.online, 'who', n.who, 'women', n.women, 'organisation', ${briefJson('o')}) order by n.place), '[]')
    from activity_number n join organisation o on o.id = n.organisation_id where n.activity_id = activity.id)`.as('numbers'),
  sql<Named[]>`(select coalesce(json_agg(json_build_object('name', p.name, 'organisationId', p.organisation_id) order by p.place), '[]') from activity_person p where p.activity_id = activity.id)`.as('persons'),
  sql<Evidence[]>`(select coalesce(json_agg(json_build_object('id', e.id, 'title', e.title, 'url', e.url, 'type', f.type, 'size', f.size, 'sha256', f.sha256, 'stripped', e.stripped,
    'addedAt', ${instantJson('e.added_at')}, 'withdrawnAt', ${instantJson('e.withdrawn_at')}, 'withdrawnBecause', e.withdrawn_because) order by e.id), '[]') from evidence e left join file f on f.id = e.file_id where e.activity_id = activity.id)`.as('evidence'),
  sql<ServedSeen[]>`(select coalesce(json_agg(one.served order by one.id), '[]') from (${servedBy(db, sight)}) one)`.as('serves'),
] as const

/** The agreements that the activity at hand serves, each with its claim and its part. */
const servedBy = (db: Reading, sight: Sight) => seenWith(db, sight).innerJoin('activityServe as served', 'served.agreementId', 'agreement.id')
  .innerJoin('confirmation as claim', (join) => join.onRef('claim.scope', '=', 'agreement.id').onRef('claim.about', '=', 'served.activityId').on('claim.kind', '=', 'activity'))
  .leftJoin('commitment', 'commitment.id', 'served.commitmentId').where(sql<boolean>`served.activity_id = activity.id`).groupBy(['agreement.id', 'claim.id']).select('agreement.id')
  .select(sql`json_build_object('agreementId', agreement.id, 'title', agreement.title, 'titleLang', agreement.title_lang, 'titles', agreement.titles, 'parties', agreement.party_ids,
    'claim', json_build_object('id', claim.id, 'state', claim.state), 'commitments', coalesce(json_agg(json_build_object('id', commitment.id, 'what', commitment.what, 'unit', commitment.unit,
    'sideId', served.side_id, 'amount', served.amount) order by served.place) filter (where commitment.id is not null), '[]'))`.as('served'))

type Hung = Activity & Pick<ActivityShown, 'side' | 'by' | 'numbers' | 'persons' | 'evidence'> & { serves: ServedSeen[] }
function shown(viewer: Viewer, { persons, ...activity }: Hung): ActivityShown {
  const keeps = mayKeep(activity, viewer) && activity.withdrawnAt === null
  // Persons are for those who took part in the agreement, not for everyone who may read of it.
  const among = activity.serves.some(({ parties }) => viewer.admin || parties.some((party) => holds(viewer, party)))
  return { ...activity, persons: among ? persons : [], mayWithdraw: keeps, mayAdd: keeps }
}
