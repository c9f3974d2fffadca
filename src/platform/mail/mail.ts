// Mail: a letter is written in the transaction of its cause. With SMTP configured it waits to be sent; otherwise it is
// kept, and the administrator reads it in the app.
import { createTransport } from 'nodemailer'
import { sql } from 'kysely'
import type { Database, Reading, Writing } from '../db/database.ts'
import { type Id, type Instant, type Locale, newId } from '../kinds.ts'
import { every, type Job } from '../jobs/job.ts'

declare module '#platform/db/database.ts' {
  interface Tables { letter: Letter }
}
export type Letter = {
  id: Id; toAddress: string; toPerson: Id | null; subject: string; body: string; locale: Locale; kind: string
  state: 'kept' | 'waiting' | 'sent' | 'failed'; tries: number; problem: string | null; calendar: string | null; writtenAt: Instant; sentAt: Instant | null
}
export type Post = { smtp: string | null; from: string }
const maxTries = 8

/** Writes a letter; `post` decides whether it will leave the house. `calendar`: an entry that a calendar program takes in and answers (RFC 5545, RFC 6047). */
export async function writeLetter(db: Writing, post: Post, letter: Pick<Letter, 'toAddress' | 'toPerson' | 'subject' | 'body' | 'locale' | 'kind'> & Partial<Pick<Letter, 'calendar'>>): Promise<Id> {
  const id = newId()
  const state = post.smtp ? 'waiting' as const : 'kept' as const
  await db.insertInto('letter').values({ id, calendar: null, ...letter, state, tries: 0, problem: null, writtenAt: new Date().toISOString(), sentAt: null }).execute()
  return id
}

/** The outbox, newest first, on from a letter. */
export const listLetters = (db: Reading, after?: Id): Promise<Letter[]> =>
  db.selectFrom('letter').selectAll().$if(Boolean(after), (letters) => letters.where('id', '<', after!)).orderBy('id', 'desc').limit(50).execute()

export const sendLetters = (post: Post): Job => every(5, (db) => sendWaiting(db, post))

/** The method stands in the entry and in the head of its part, which have to be the same (RFC 6047, 2.4). */
function entryOf({ calendar }: Pick<Letter, 'calendar'>) {
  const method = calendar && /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1]
  return calendar && method ? { icalEvent: { method, content: calendar, filename: 'invitation.ics' } } : {}
}

/** After each failure twice as long as before: a mail server that is away for an hour loses no letter. */
const isDue = sql<boolean>`written_at <= now() - interval '1 minute' * (power(2, tries) - 1)`

/** Sends what waits, oldest first; one that fails is tried again later, and in the end says why it could not go. */
export async function sendWaiting(db: Database, post: Post): Promise<void> {
  if (!post.smtp) return
  const transport = createTransport(post.smtp)
  try {
    for (;;) {
      const sent = await db.transaction().execute(async (tx) => {
        const letter = await tx.selectFrom('letter').selectAll().where('state', '=', 'waiting').where(isDue).orderBy('tries').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
        if (!letter) return false
        const problem = await transport.sendMail({ from: post.from, to: letter.toAddress, subject: letter.subject, text: letter.body, ...entryOf(letter) })
          .then(() => null, (error: Error) => error.message)
        const state = problem === null ? 'sent' as const : letter.tries + 1 >= maxTries ? 'failed' as const : 'waiting' as const
        await tx.updateTable('letter').set({ state, problem, tries: letter.tries + 1, sentAt: problem === null ? sql`now()` : null }).where('id', '=', letter.id).execute()
        return problem === null
      })
      if (!sent) return
    }
  } finally { transport.close() }
}
