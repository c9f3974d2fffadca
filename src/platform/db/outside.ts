// What the database of `DATABASE_URL` must be, and what is said when it is not there or not that.
import type pg from 'pg'

const oldest = 15

/** Throws a sentence when the PostgreSQL behind this pool cannot be reached or is older than Pamir can use. */
export async function checkOutside(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool.query<{ number: number }>('select current_setting($1)::int as number', ['server_version_num'])
    .catch((error: Error) => { throw new Error(unreachable(error, url), { cause: error }) })
  const version = Math.floor((rows[0]?.number ?? 0) / 10_000)
  if (version < oldest) throw new Error(`DATABASE_URL names a PostgreSQL ${version}; Pamir needs ${oldest} or newer.`)
}

/** The address as it may be shown: never with its password. */
export function shownAddress(url: string): string {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.hostname || 'localhost'}${parsed.port && `:${parsed.port}`}${parsed.pathname}` : 'the address given'
}

/** PostgreSQL's codes (appendix A of its manual) and the system's. */
function unreachable(error: Error & { code?: string }, url: string): string {
  const where = shownAddress(url)
  const because: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'the host has no address', ETIMEDOUT: 'it does not answer', ENOENT: 'there is no such socket',
    '28P01': 'the password is not accepted', '28000': 'this user is not let in', '3D000': 'there is no such database', '53300': 'it has too many connections',
  }
  const inner = (error as unknown as AggregateError).errors?.[0] as (Error & { code?: string }) | undefined
  const code = error.code ?? inner?.code ?? ''
  return `The database of DATABASE_URL (${where}) cannot be used: ${because[code] ?? (error.message || inner?.message)}. Check the address and that PostgreSQL is running.`
}
