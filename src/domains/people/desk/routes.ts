// The administrator's desk: the outbox, and what runs here.
import { sql } from 'kysely'
import type { Reading, Writing } from '#platform/db/database.ts'
import { serve } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { listLetters } from '#platform/mail/mail.ts'
import { found, Refused } from '#platform/refusals.ts'
import { version } from '#platform/routes.ts'
import { deskApi } from '../api.ts'
import type { Installation } from '../sign-in/letters.ts'

const page = 50

export const deskRoutes = (home: Installation) => serve(deskApi, {
  letters: async ({ db }, { query }) => {
    const rows = await listLetters(db, query.after)
    return { rows, next: rows.length === page ? rows.at(-1)!.id : null, total: null }
  },
  sendAgain: ({ db }, { params }) => sendAgain(db, params.id),
  installation: async ({ db, now }) => ({
    name: home.name, version, node: process.version, address: home.publicUrl, secure: home.publicUrl.startsWith('https:'),
    lettersLeave: Boolean(home.post.smtp), from: home.post.from, provider: home.provider?.name ?? null, ...await counts(db, now),
  }),
})

async function sendAgain(db: Writing, id: Id) {
  const letter = found(await db.selectFrom('letter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  if (letter.state !== 'failed') throw new Refused('people.letter-has-not-failed')
  await db.updateTable('letter').set({ state: 'waiting', tries: 0, problem: null }).where('id', '=', id).execute()
  return { ...letter, state: 'waiting' as const, tries: 0, problem: null }
}

type Counts = { postgres: string; databaseSize: number; people: number; sessions: number; kept: number; waiting: number; failed: number }

async function counts(db: Reading, now: string) {
  const { kept, waiting, failed, ...facts } = await db.selectFrom(sql<Counts>`(select
      split_part(current_setting('server_version'), ' ', 1) as postgres, pg_database_size(current_database()) as database_size,
      (select count(*) from person where closed_at is null) as people, (select count(*) from session where expires_at > ${now}) as sessions,
      count(*) filter (where state = 'kept') as kept, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed
    from letter)`.as('facts')).selectAll().executeTakeFirstOrThrow()
  return { ...facts, letters: { kept, waiting, failed } }
}
