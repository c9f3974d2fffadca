// Who is written to for an organisation: those who keep its records today and have an address, each once, with the organisation for which they are told.
import { sql } from 'kysely'
import { recordKeepers } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import './store.ts'

export type Keeper = { id: Id; name: string; email: string; locale: Locale; organisationId: Id }

export async function keepersOf(db: Reading, organisations: readonly Id[], today: Day): Promise<Keeper[]> {
  const rows = await db.selectFrom('office').innerJoin('person', 'person.id', 'office.personId').where('office.organisationId', '=', anyOf(organisations)).where(sql<boolean>`office.role = any(${recordKeepers}::text[])`)
    .where('office.vacatedAt', 'is', null).where('office.startsOn', '<=', today).where((is) => is.or([is('office.endsOn', 'is', null), is('office.endsOn', '>=', today)])).where('person.closedAt', 'is', null).where('person.email', 'is not', null)
    .select(['person.id', 'person.name', 'person.email', 'person.locale', 'office.organisationId']).distinctOn('person.id').orderBy('person.id').execute()
  return rows.map(({ id, name, email, locale, organisationId }) => ({ id, name, email: email!, locale: locale ?? 'en', organisationId: organisationId! }))
}
