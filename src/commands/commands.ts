// The commands that concern the whole house rather than one domain.
import type { Config } from '../config.ts'
import { backup, move, restore } from './keeping.ts'
import { verify } from './verify.ts'
import { migrations } from '#platform/db/migrate.ts'
import { shownAddress } from '#platform/db/outside.ts'
import type { Command } from '#platform/terminal.ts'

const status: Command<Config> = {
  name: 'status',
  describe: 'Says which database is used and whether its migrations are current',
  run: async ({ house, config, terminal }) => {
    const { rows } = await house.pool.query<{ version: string }>("select current_setting('server_version') as version")
    const applied = await house.pool.query<{ name: string }>('select name from migration order by name')
    terminal.print(`Database:   ${house.embedded ? `embedded, in ${config.data}` : shownAddress(config.databaseUrl!)} (PostgreSQL ${rows[0]!.version})`)
    terminal.print(`Migrations: ${applied.rows.length} of ${(await migrations()).length} applied, the last is ${applied.rows.at(-1)?.name}`)
  },
}

export const houseCommands = [status, backup, restore, move, verify]
