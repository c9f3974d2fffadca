// Who a request comes from: cookie → session → person → the offices held today. The hottest question of the house, so it is
// one prepared statement, remembered for two seconds, and forgotten at once when something changes here.
import type { FastifyRequest } from 'fastify'
import { sessionCookie } from '#platform/auth/cookie.ts'
import { csrfOf, hashOf } from '#platform/auth/tokens.ts'
import { type HeldOffice, house, nobody, stranger, type Viewer } from '#platform/auth/viewer.ts'
import type { Opened } from '#platform/db/database.ts'
import type { Identity } from '#platform/http/serve.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'

const remembered = 2000
const touched = 60_000
const crowd = 10_000

type Row = {
  session: Id; acting: Id | null; seen_at: Instant; created_at: Instant; expires_at: Instant
  id: Id; name: string; locale: Locale | null; offices: HeldOffice[]
}
type Known = { identity: Identity | undefined; until: number }
const known = new Map<string, Known>()
let forgetfulUntil = 0

/**
 * Something changed that decides who may do what. Its transaction has not ended yet: until it surely has, nothing is
 * remembered, so that an answer from before it is not kept.
 */
export function forgetIdentities(): void {
  known.clear()
  forgetfulUntil = Date.now() + remembered
}

export function makeIdentify({ pool }: Pick<Opened, 'pool'>, clock = () => new Date()) {
  return async (request: FastifyRequest): Promise<Identity | undefined> => {
    const token = request.cookies[sessionCookie]
    if (!token) return undefined
    const hash = hashOf(token)
    const now = clock()
    const before = known.get(hash)
    if (before && before.until > now.getTime()) return before.identity
    const { rows: [row] } = await pool.query<Row>({ name: 'identify', text: identified, values: [hash, now.toISOString().slice(0, 10), now] })
    if (row) touch(pool, row, now)
    return remember(hash, now, row && { viewer: viewerFrom(row), session: row.session, csrf: csrfOf(token) })
  }
}

/** The viewer a person would be, for work begun in their name. */
export function makeViewerOf({ pool }: Pick<Opened, 'pool'>) {
  return async (id: Id): Promise<Viewer> => {
    if (id === nobody) return house
    const { rows: [row] } = await pool.query<Row>(personAlone, [id, new Date().toISOString().slice(0, 10)])
    return row ? viewerFrom(row) : { ...stranger, id }
  }
}

function remember(hash: string, now: Date, identity: Identity | undefined): Identity | undefined {
  if (Date.now() < forgetfulUntil) return identity
  if (known.size > crowd) known.clear()
  known.set(hash, { identity, until: now.getTime() + remembered })
  return identity
}

function viewerFrom({ id, name, locale, acting, offices }: Row): Viewer {
  const chosen = offices.find((office) => office.id === acting) ?? offices[0]
  return { id, name, locale, admin: offices.some(({ role }) => role === 'administrator'), acting: chosen?.id ?? null, offices }
}

const day = 86_400_000
export const slides = 30 * day
export const lasts = 90 * day

/** Moves the session's end ahead, at most once a minute and in nobody's way; from the ninetieth day on it stays. */
function touch(pool: Opened['pool'], { session, seen_at, created_at }: Row, now: Date): void {
  if (now.getTime() - Date.parse(seen_at) < touched) return
  const end = new Date(Math.min(now.getTime() + slides, Date.parse(created_at) + lasts))
  void pool.query({ name: 'touch', text: 'update session set seen_at = $2, expires_at = $3 where id = $1 and seen_at < $2', values: [session, now, end] }).catch(() => {})
}

/** An office reaches its organisation, what that was merged into, and every unit below. */
const offices = (today: string) => `coalesce((
  select json_agg(json_build_object('id', o.id, 'role', o.role, 'organisationId', o.organisation_id, 'organisationName', case p.locale when 'en' then g.name_en when 'zh' then g.name_zh when 'ru' then g.name_ru when 'ur' then g.name_ur else g.name end, 'country', g.country, 'within', (
    with recursive below as (
      select o.organisation_id as id where o.organisation_id is not null
      union select next.id from below cross join lateral (
        select c.id from organisation c where c.parent_id = below.id
        union all select m.merged_into from organisation m where m.id = below.id and m.merged_into is not null) next)
    select coalesce(json_agg(id), '[]') from below)) order by o.starts_on, o.id)
  from office o left join organisation g on g.id = o.organisation_id
  where o.person_id = p.id and o.starts_on <= ${today} and (o.ends_on is null or o.ends_on >= ${today}) and o.vacated_at is null), '[]') as offices`

const identified = `select s.id as session, s.acting_office as acting, s.seen_at, s.created_at, s.expires_at, p.id, p.name, p.locale, ${offices('$2::date')}
  from session s join person p on p.id = s.person_id
  where s.token_hash = $1 and s.expires_at > $3 and p.closed_at is null`

const personAlone = `select null as acting, p.id, p.name, p.locale, ${offices('$2::date')} from person p where p.id = $1 and p.closed_at is null`
