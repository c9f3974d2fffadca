// A database of one's own for a test file: a copy of the migrated template, gone when the file ends.
import { inject } from 'vitest'
import { openDatabase, type Opened, type Where } from '#platform/db/database.ts'
import { onServer } from '#platform/db/embedded.ts'
import { on } from './template.ts'

export async function freshDatabase(): Promise<Opened & { where: Where }> {
  const server = inject('server')
  const name = `pamir_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${inject('template')} strategy file_copy`)
  const where = on(server, name)
  const opened = openDatabase(where, { max: 6 })
  return { ...opened, where, close: async () => { await opened.close(); await onServer(server, `drop database ${name} with (force)`) } }
}
