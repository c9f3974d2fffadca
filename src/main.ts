// The server: database, migrations, domains, back office, doors open; and in reverse when it is asked to stop.
import { makeApp } from './app.ts'
import type { Config } from './config.ts'
import { openHouse } from './house.ts'
import { openOffice } from '#platform/jobs/office.ts'
import { makeServer } from '#platform/http/server.ts'
import { makeLog } from '#platform/log.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'

export type Running = { url: string; stop: () => Promise<void> }

export async function start(config: Config): Promise<Running> {
  const log = makeLog(config.logLevel)
  const house = await openHouse(config)
  const app = await makeApp(house, config)
  const office = await openOffice({ db: house.db, pool: house.pool, jobs: app.jobs, workers: app.workers, viewerOf: app.viewerOf, log })
  const host = { db: house.db, identify: app.identify, clock: () => new Date(), secure: config.secure, fileLimit: config.fileLimit }
  const ready = async () => (await pendingMigrations(house.pool)).map((name) => `migration ${name} is not applied`)[0]
  const server = await makeServer(host, app.routes, { ready }, { log, trustProxy: config.trustProxy, rateLimits: true, pages: app.pages })
  const url = await server.listen({ host: config.host, port: config.port })
  return {
    url: config.publicUrl.endsWith(':0') ? url : config.publicUrl,
    stop: async () => {
      await server.close()
      await office.stop()
      await app.stop()
      await house.close()
    },
  }
}
