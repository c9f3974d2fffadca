// One of the two servers that are held against each other: `pamir`, whole as it always runs, or `bare`, a Fastify with the
// driver that asks the database the same questions and answers with the rows.
import Fastify from 'fastify'
import { makeApp } from '#src/app.ts'
import { readConfig } from '#src/config.ts'
import { openDatabase, type Where } from '#platform/db/database.ts'
import { makeServer } from '#platform/http/server.ts'
import { makeLog } from '#platform/log.ts'

export type Question = { name?: string; text: string; values?: unknown[] }
export type Told = { where: Where; questions: Record<string, Question[]> }

const [which, told] = process.argv.slice(2)
const { where, questions } = JSON.parse(told!) as Told
const url = which === 'bare' ? await bare() : await pamir()
process.send!({ url })
process.on('disconnect', () => process.exit())

async function bare(): Promise<string> {
  const { pool } = openDatabase(where, { max: 20 })
  const server = Fastify()
  server.get('/api/*', async (request) => {
    const answers: unknown[][] = []
    for (const question of questions[request.url]!) answers.push(((await pool.query(question as never)) as { rows: unknown[] }).rows)
    return { answers }
  })
  return server.listen({ host: '127.0.0.1', port: 0 })
}

/** Measured once it has read its register, as it stands all day. */
async function pamir(): Promise<string> {
  const config = readConfig({})
  const opened = openDatabase(where, { max: 20 })
  const app = await makeApp({ ...opened, where } as never, config)
  const host = { db: opened.db, identify: app.identify, clock: () => new Date(), secure: false, fileLimit: config.fileLimit }
  const server = await makeServer(host, app.routes, { ready: async () => undefined }, { log: makeLog('info'), trustProxy: 0, rateLimits: true })
  await app.warm()
  return server.listen({ host: '127.0.0.1', port: 0 })
}
