// The server: database, migrations, domains, back office, doors open; and in reverse when it is asked to stop.
import { makeApp } from './app.ts'
import type { Config } from './config.ts'
import { type House, openHouse } from './house.ts'
import { openOffice } from '#platform/jobs/office.ts'
import { makeServer } from '#platform/http/server.ts'
import { makeLog } from '#platform/log.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'

export type Running = { url: string; house: House; stop: () => Promise<void> }
/** What is done once the database is open, before anyone is let in. */
type Prepare = (house: House) => Promise<void>

export async function start(config: Config, prepare: Prepare = async () => {}): Promise<Running> {
  const closing: (() => Promise<unknown>)[] = []
  const stop = async () => { for (const close of closing.splice(0).reverse()) await close() }
  try {
    const house = await openHouse(config)
    closing.push(house.close)
    await prepare(house)
    return { url: await openDoors(house, config, closing), house, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDoors(house: House, config: Config, closing: (() => Promise<unknown>)[]): Promise<string> {
  const log = makeLog(config.logLevel)
  const app = await makeApp(house, config)
  closing.push(app.stop)
  const office = await openOffice({ db: house.db, pool: house.pool, jobs: app.jobs, workers: app.workers, viewerOf: app.viewerOf, log })
  closing.push(office.stop)
  const host = { db: house.db, identify: app.identify, clock: () => new Date(), secure: config.secure, fileLimit: config.fileLimit }
  const ready = async () => (await pendingMigrations(house.pool)).map((name) => `migration ${name} is not applied`)[0]
  const server = await makeServer(host, app.routes, { ready }, { log, trustProxy: config.trustProxy, rateLimits: true, pages: app.pages })
  closing.push(() => server.close())
  // Last in, first out: from here on nobody is sent away who starts the same house again.
  closing.push(async () => house.leaving())
  const url = await server.listen({ host: config.host, port: config.port })
  return config.publicUrl.endsWith(':0') ? url : config.publicUrl
}
