// `pamir backup`, `restore` and `move`: the same stream of the same content, to a file, from a file, or straight across.
import type { Config } from '../config.ts'
import { openOutside } from '../house.ts'
import { readBackup, writeBackup } from '#platform/db/backup-file.ts'
import { copyOut } from '#platform/db/copy.ts'
import type { Where } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openDatabase } from '#platform/db/database.ts'
import { shownAddress } from '#platform/db/outside.ts'
import { beginSnapshot, connect, copyTarget, type Facts, factsOf } from '#platform/db/snapshot.ts'
import { type Content, demandAlone, fill, shapeOf, type Watcher } from '#platform/db/transfer.ts'
import { version } from '#platform/routes.ts'
import type { Command, Terminal } from '#platform/terminal.ts'

export const backup: Command<Config> = {
  name: 'backup', args: '<file>',
  describe: 'Writes everything Pamir keeps into one file, as it is at this moment; people may go on working',
  run: async ({ house, terminal }, [file]) => {
    const path = terminal.path(file!)
    await reading(house.where, async (content) => {
      const header = { form: 'pamir-backup', edition: 1, madeAt: new Date().toISOString(), version, shape: content.shape, facts: content.facts } as const
      await watching(terminal, 'Backing up', content.facts, (watcher) => writeBackup(path, header, content, watcher))
      tell(terminal, content.facts, `Written to ${path}. It holds passwords’ hashes and everyone’s records: keep it where only you can read it.`)
    })
  },
}

export const restore: Command<Config> = {
  name: 'restore', args: '<file>', options: [['--replace', 'throw away what the database holds now']],
  describe: 'Puts a backup into an empty Pamir, of this version or a later one; all of it or nothing',
  run: async ({ house, terminal }, [file], { replace }) => {
    const { header, content, close } = await readBackup(terminal.path(file!))
    try {
      const facts = await writing(house.where, (client) => watching(terminal, 'Restoring', content.facts, (watcher) => fill(client, content, { ...watcher, replace: replace === true })))
      tell(terminal, facts, `Restored what was backed up on ${header.madeAt} by Pamir ${header.version}; every table and every chain of the journal is as it was.`)
    } finally { close() }
    await bringUpToDate(house.where)
  },
}

export const move: Command<Config> = {
  name: 'move', options: [['--to <url>', 'the PostgreSQL to move to: postgres://user:password@host:5432/database'], ['--replace', 'throw away what it holds now']],
  describe: 'Moves everything to another PostgreSQL, which must be empty; all of it or nothing. What is here stays as it is',
  run: async ({ house, terminal }, _args, { to, replace }) => {
    if (typeof to !== 'string') return terminal.fail('Say where to: --to postgres://user:password@host:5432/database')
    if (!URL.parse(to)?.protocol.startsWith('postgres')) return terminal.fail('--to must be the address of a PostgreSQL: postgres://user:password@host:5432/database')
    const there = await openOutside(to)
    await there.close()
    await reading(house.where, async (content, client) => {
      await demandAlone(client)
      const facts = await writing({ connectionString: to }, (target) => watching(terminal, 'Moving', content.facts, (watcher) => fill(target, content, { ...watcher, replace: replace === true })))
      tell(terminal, facts, `Moved to ${shownAddress(to)}; every table and every chain of the journal is as it was. From now on start Pamir with DATABASE_URL set to that address.`)
    })
  },
}

/** The content as of one moment, whatever others write meanwhile. */
async function reading(where: Where, use: (content: Content, client: Awaited<ReturnType<typeof connect>>) => Promise<void>): Promise<void> {
  const client = await connect(where)
  try {
    await beginSnapshot(client)
    const content = { shape: await shapeOf(client), facts: await factsOf(client), rowsOf: (table: Facts['tables'][number]) => copyOut(client, `copy ${copyTarget(table)} to stdout`) }
    await use(content, client)
  } finally { await client.end().catch(() => {}) }
}

async function writing<T>(where: Where, use: (client: Awaited<ReturnType<typeof connect>>) => Promise<T>): Promise<T> {
  const client = await connect(where)
  try { return await use(client) } finally { await client.end().catch(() => {}) }
}

async function watching<T>(terminal: Terminal, title: string, { tables }: Facts, run: (watcher: Watcher) => Promise<T>): Promise<T> {
  const total = tables.reduce((sum, { rows }) => sum + rows, 0)
  const { watch, end } = terminal.progress(title)
  let done = 0
  const tellRows = (_table: string, rows: number) => { done += rows; watch(done, total, null) }
  try { return await run({ tell: tellRows, signal: terminal.signal }) } catch (error) {
    if (terminal.signal.aborted) return terminal.fail('Stopped; nothing was changed and no file is left behind.', 130)
    throw error
  } finally { end() }
}

function tell(terminal: Terminal, { tables, journal }: Facts, sentence: string): void {
  const width = Math.max(...tables.map(({ table }) => table.length))
  for (const { table, rows } of tables) if (rows > 0) terminal.print(`${table.padEnd(width)}  ${String(rows).padStart(9)}`)
  terminal.print(`${'journal hashes'.padEnd(width)}  ${journal}`)
  terminal.print(sentence)
}

async function bringUpToDate(where: Where): Promise<void> {
  const { pool, close } = openDatabase(where)
  try { await migrate(pool) } finally { await close() }
}
