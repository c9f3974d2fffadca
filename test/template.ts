// Migrating takes a second, copying a migrated database a tenth: so one is made before all tests, and every test file
// starts from a copy. PostgreSQL is the embedded one, or the one that PAMIR_TEST_DATABASE_URL names.
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { openDatabase, type Where } from '#platform/db/database.ts'
import { onServer, startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { quickFolder } from './quick-folder.ts'

declare module 'vitest' {
  interface ProvidedContext { server: Where; template: string }
}

export default async function makeTemplate(project: TestProject) {
  const folder = quickFolder('pamir-test-')
  const outside = process.env.PAMIR_TEST_DATABASE_URL
  const embedded = outside ? undefined : await startEmbedded(folder)
  const server: Where = embedded?.where ?? { connectionString: outside! }
  // Nobody will miss these tables after a loss of power; that the embedded server itself keeps its promise is tested on its own.
  if (embedded) for (const ask of ['alter system set fsync = off', 'select pg_reload_conf()']) await onServer(server, ask)
  const template = `pamir_template_${process.pid}`
  await onServer(server, `create database ${template}`)
  const opened = openDatabase(on(server, template))
  await migrate(opened.pool)
  await opened.close()
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    await onServer(server, `drop database if exists ${template}`)
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same server, another database on it. */
export function on(server: Where, database: string): Where {
  if (!('connectionString' in server)) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
