// Small facts about this installation, by name.
import { json, type Reading, type Writing } from './db/database.ts'

declare module '#platform/db/database.ts' {
  interface Tables { setting: { name: string; value: unknown } }
}

export async function readSetting<T>(db: Reading, name: string): Promise<T | undefined> {
  return (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value as T | undefined
}

export async function putSetting(db: Writing, name: string, value: unknown): Promise<void> {
  await db.insertInto('setting').values({ name, value: json(value) }).onConflict((c) => c.column('name').doUpdateSet({ value: json(value) })).execute()
}
