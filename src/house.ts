// Opens the database that the configuration names, embedded or outside, and brings it up to date.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openDatabase, type Opened, type Where } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'

export type House = Opened & { where: Where; embedded: boolean; migrated: string[] }

export async function openHouse(config: Pick<Config, 'databaseUrl' | 'data'>): Promise<House> {
  mkdirSync(config.data, { recursive: true })
  const embedded = config.databaseUrl ? undefined : await startEmbedded(join(config.data, 'database'))
  const where = embedded?.where ?? { connectionString: config.databaseUrl! }
  const opened = openDatabase(where, { max: 20 })
  const close = async () => {
    await opened.close()
    await embedded?.stop()
  }
  try {
    return { ...opened, where, embedded: Boolean(embedded), migrated: await migrate(opened.pool), close }
  } catch (error) {
    await close()
    throw error
  }
}
