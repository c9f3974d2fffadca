// What Pamir asks the database for one request, word for word, so that the bare server can ask the same.
import pg from 'pg'
import { makeApp } from '#src/app.ts'
import { readConfig } from '#src/config.ts'
import { openDatabase, type Where } from '#platform/db/database.ts'
import { makeServer } from '#platform/http/server.ts'
import type { Path } from './paths.ts'
import type { Question } from './servers.ts'

/** Who asks. */
export type Cookies = Record<'administrator' | 'director', string>

export async function questionsOf(where: Where, paths: Path[], cookies: Cookies): Promise<Record<string, Question[]>> {
  const opened = openDatabase(where)
  const app = await makeApp({ ...opened, where } as never, readConfig({}))
  const host = { db: opened.db, identify: app.identify, clock: () => new Date(), secure: false, fileLimit: 1 }
  const server = await makeServer(host, app.routes, { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: false })
  // What the house reads of itself as it opens is no part of a request.
  await app.warm()
  const questions: Record<string, Question[]> = {}
  for (const { name, url, as = 'administrator' } of paths) {
    const ask = () => server.inject({ url, headers: { cookie: cookies[as] } })
    // The first time it also asks who is there, which is then remembered for some seconds.
    const reply = await ask()
    if (reply.statusCode !== 200 || (reply.json() as { rows?: unknown[] }).rows?.length === 0) throw new Error(`${name} answers ${reply.statusCode}: ${reply.body.slice(0, 300)}`)
    questions[url] = await overhear(ask)
  }
  await server.close()
  await app.stop()
  await opened.close()
  return questions
}

async function overhear(run: () => Promise<unknown>): Promise<Question[]> {
  const heard: Question[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given
    if (typeof asked === 'string') heard.push({ text: asked, values: (values as unknown[]) ?? [] })
    else heard.push({ text: (asked as Question).text, values: (asked as Question).values ?? [], ...((asked as Question).name ? { name: (asked as Question).name! } : {}) })
    return (original as (...all: unknown[]) => unknown).apply(this, given)
  } as never
  try { await run() } finally { pg.Client.prototype.query = original }
  return heard.filter(({ text }) => /^\s*(select|with)/i.test(text))
}
