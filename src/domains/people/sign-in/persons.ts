// A person as signing in knows them: the secret, the address, the ways in.
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { PersonTable } from '../store.ts'
import { forgetIdentities } from './identify.ts'

export const personByEmail = (db: Reading, email: string): Promise<PersonTable | undefined> =>
  db.selectFrom('person').selectAll().where('email', '=', email).where('closedAt', 'is', null).executeTakeFirst()

/** The person, held until this transaction ends. */
export const holdPerson = async (db: Writing, id: Id): Promise<PersonTable> =>
  found(await db.selectFrom('person').selectAll().where('id', '=', id).where('closedAt', 'is', null).forUpdate().executeTakeFirst())

export async function putPerson(db: Writing, id: Id, change: Partial<Omit<PersonTable, 'id'>>): Promise<void> {
  await db.updateTable('person').set(change).where('id', '=', id).execute()
  forgetIdentities()
}

/** Could this person sign in if no letter ever arrived? */
export async function hasWayIn(db: Reading, person: Pick<PersonTable, 'id' | 'passwordHash'>): Promise<boolean> {
  if (person.passwordHash) return true
  const passkey = await db.selectFrom('passkey').select('id').where('personId', '=', person.id).limit(1).executeTakeFirst()
  const outside = await db.selectFrom('outsideIdentity').select('issuer').where('personId', '=', person.id).limit(1).executeTakeFirst()
  return Boolean(passkey ?? outside)
}

/** Who has come in once, by whatever way, is there as themselves: nobody else says any more where their letters go. */
export const hasJoined = async (db: Reading, person: Pick<PersonTable, 'id' | 'passwordHash' | 'joinedAt'>): Promise<boolean> =>
  person.joinedAt !== null || hasWayIn(db, person)

export type Receiving = { id: Id; email: string; name: string; locale: Locale }
export const receiver = ({ id, email, name, locale }: PersonTable, otherwise: Locale = 'en'): Receiving =>
  ({ id, email: email!, name, locale: locale ?? otherwise })

export type At = { db: Writing; now: Instant }
