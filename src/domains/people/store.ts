// The tables of people and signing in. The finders are beside it: `persons.ts` and `offices.ts`.
import type { ColumnType } from 'kysely'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import type { Role } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { whenMerged } from '#domains/organisations/store.ts'

export { findPerson, listPeople } from './persons.ts'

whenMerged({ table: 'office', column: 'organisation_id', key: ['id'] })

declare module '#platform/db/database.ts' {
  interface Tables {
    person: Omit<PersonTable, 'joinedAt'> & { joinedAt: ColumnType<Instant | null, Instant | null | undefined> }
    office: OfficeTable
    session: SessionTable
    signInLink: LinkTable
    signInTry: { id: Id; account: string; address: string; ok: boolean; at: Instant }
    passkey: PasskeyTable
    signInChallenge: { id: string; purpose: string; personId: Id | null; data: Record<string, unknown>; expiresAt: Instant }
    outsideIdentity: { issuer: string; subject: string; personId: Id }
  }
}

export type PersonTable = {
  id: Id; name: string; nameNative: string | null; email: string | null; locale: Locale | null; passwordHash: string | null
  source: string | null; example: boolean; createdAt: Instant; closedAt: Instant | null; joinedAt: Instant | null
}
export type OfficeTable = {
  id: Id; personId: Id; role: Role; organisationId: Id | null; title: string | null; startsOn: string; endsOn: string | null
  givenBy: Id; vacatedAt: ColumnType<Instant | null, Instant | null | undefined>; source: string | null; example: boolean
}
export type SessionTable = {
  tokenHash: string; id: Id; personId: Id; actingOffice: Id | null; how: 'password' | 'link' | 'passkey' | 'provider' | 'invitation'
  address: string; agent: string; createdAt: Instant; seenAt: Instant; expiresAt: Instant
}
export type LinkTable = {
  tokenHash: string; personId: Id; purpose: 'first' | 'link' | 'reset' | 'invitation'; createdAt: Instant; expiresAt: Instant; usedAt: Instant | null
}
export type PasskeyTable = {
  id: Id; personId: Id; credentialId: string; publicKey: Buffer; counter: number; transports: string[]; name: string; createdAt: Instant; usedAt: Instant | null
}

type Named = Pick<PersonTable, 'id' | 'name' | 'nameNative' | 'source' | 'example' | 'createdAt'>

/** Persons whom only a record or a source names: they have no way to sign in. */
export async function addNamedPersons(db: Writing, persons: Named[]): Promise<void> {
  const rows = persons.map((person) => ({ ...person, email: null, locale: null, passwordHash: null, closedAt: null }))
  if (rows.length) await db.insertInto('person').values(rows).execute()
}
