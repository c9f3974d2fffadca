// Opens the database that the configuration names, embedded or outside, and brings it up to date.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openDatabase, type Opened, type Where } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { checkOutside } from '#platform/db/outside.ts'

/** `leaving` is said before `close`: who opens the same data next waits. */
export type House = Opened & { where: Where; embedded: boolean; migrated: string[]; leaving: () => void }

/** With `attach`, an embedded database that another Pamir has started is used together with it: for the operator's commands. */
export async function openHouse(config: Pick<Config, 'databaseUrl' | 'data'>, { attach = false } = {}): Promise<House> {
  const name = attach ? terminalName : 'pamir'
  if (config.databaseUrl) return openOutside(config.databaseUrl, name)
  makeFolder(config.data)
  const embedded = await startEmbedded(join(config.data, 'database'), { attach })
  return furnish({ where: embedded.where, embedded: true, name, leaving: embedded.leaving, stop: embedded.stop })
}

/** How PostgreSQL lists the connections of the operator's commands; a server's are called `pamir`. */
const terminalName = 'pamir-terminal'

/** A PostgreSQL that someone else runs. */
export const openOutside = (url: string, name = terminalName): Promise<House> =>
  furnish({ where: { connectionString: url }, embedded: false, name, leaving: () => {}, stop: async () => {}, check: (opened) => checkOutside(opened.pool, url) })

type Furnishing = { where: Where; embedded: boolean; name: string; leaving: () => void; stop: () => Promise<void>; check?: (opened: Opened) => Promise<void> }

async function furnish({ where, embedded, name, leaving, stop, check }: Furnishing): Promise<House> {
  const opened = openDatabase(where, { max: 20, name })
  const close = async () => {
    await opened.close()
    await stop()
  }
  try {
    await check?.(opened)
    return { ...opened, where, embedded, migrated: await migrate(opened.pool), leaving, close }
  } catch (error) {
    await close()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new Error(`Pamir keeps its data in ${folder}, and cannot write there. Name another folder with PAMIR_DATA.`, { cause: error })
  }
}
