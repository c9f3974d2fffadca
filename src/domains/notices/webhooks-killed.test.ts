// Messages through a kill of the process that writes and sends them: each deed has its message, each message arrives, always under its own id.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addAgreements } from '#domains/agreements/actions.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { freshDatabase } from '#test/database.ts'
import { lockOf } from './webhook-actions.ts'
import { sendDue } from './webhook-sending.ts'

const home = { publicUrl: 'https://pamir.example.org', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@localhost>' } }

/** Deeds one after another, and what they tell sent at the same time, until it is killed. */
const script = (settings: object) => `
  const { openDatabase } = await import('#platform/db/database.ts'), { record } = await import('#platform/audit/journal.ts'), { house } = await import('#platform/auth/viewer.ts')
  const { openVault } = await import('#platform/signatures/vault.ts'), { sendDue } = await import('./src/domains/notices/webhook-sending.ts'), { listenForWebhooks } = await import('./src/domains/notices/webhook-telling.ts')
  const { where, data, sends, agreement, home } = ${JSON.stringify(settings)}
  const { db } = openDatabase(where)
  listenForWebhooks()
  setInterval(() => sendDue(db, { vault: openVault(data), sends, home, clock: () => new Date() }).catch(() => {}), 20)
  for (;;) await db.transaction().execute((tx) => record({ db: tx, viewer: house, now: new Date().toISOString() }, { what: 'agreement.revised', about: agreement }))`

test('killed again and again, no deed is without its message and no message is lost or told under two ids', async () => {
  const here = await freshDatabase()
  const data = mkdtempSync(join(tmpdir(), 'pamir-webhooks-'))
  const came: { id: string; body: string }[] = []
  let hold = false
  const receiver = createServer((request, reply) => {
    let body = ''
    request.on('data', (piece) => { body += piece }).on('end', () => { came.push({ id: String(request.headers['webhook-id']), body }); if (!hold) reply.writeHead(204).end() })
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const { port } = receiver.address() as { port: number }
  const sends = { on: true, allowed: [`127.0.0.1:${port}`] }
  const now = new Date().toISOString()
  const agreement = await here.db.transaction().execute(async (db) => {
    const at = { db, viewer: house, now }
    const [one, other] = await addOrganisations(at, ['Sargodha', 'Zaozhuang'].map((text) => ({ kind: 'university', country: 'PK', names: [{ text, lang: 'en', kind: 'display' as const }] })))
    const id = newId()
    await db.insertInto('webhook').values({ id, organisationId: one!, url: `http://127.0.0.1:${port}/`, kinds: ['agreement'], languages: ['en'], secret: openVault(data).lock(Buffer.alloc(32), lockOf(id)), earlierSecret: null, earlierUntil: null, madeBy: house.id, madeAt: now, failingSince: null, stoppedAt: null, stoppedBecause: null, removedAt: null }).execute()
    return (await addAgreements(at, [{ kind: 'memorandum', title: 'Centre', parties: [{ organisationId: one! }, { organisationId: other! }] }]))[0]!
  })
  const begin = () => spawn(process.execPath, ['--input-type=module', '-e', script({ where: here.where, data, sends, agreement, home })], { stdio: ['ignore', 'ignore', 'inherit'] })
  const kill = async (child: ChildProcess) => { child.kill('SIGKILL'); await once(child, 'exit') }
  const arrived = async (count: number) => { for (let tries = 0; came.length < count && tries < 1500; tries++) await new Promise((done) => setTimeout(done, 20)); expect(came.length).toBeGreaterThanOrEqual(count) }
  for (const round of [1, 2]) {
    const child = begin()
    await arrived(came.length + 3 * round)
    hold = true
    // The receiver has it and has not answered: whether it arrived nobody here can know.
    await arrived(came.length + 1)
    await kill(child)
    hold = false
  }
  const deliveries = () => here.db.selectFrom('webhookDelivery').select(['id', 'state']).orderBy('id').execute()
  const deeds = await here.db.selectFrom('journal').select('id').where('about', '=', agreement).where('what', '=', 'agreement.revised').execute()
  expect([(await deliveries()).length, (await deliveries()).some(({ state }) => state === 'waiting')]).toEqual([deeds.length, true])
  await sendDue(here.db, { vault: openVault(data), sends, home, clock: () => new Date(Date.now() + 61_000) })
  expect((await deliveries()).filter(({ state }) => state !== 'sent')).toEqual([])
  const ids = new Set(came.map(({ id }) => id))
  expect([[...ids].toSorted(), ids.size < came.length, new Set(came.map(({ id, body }) => id + body)).size]).toEqual([(await deliveries()).map(({ id }) => id), true, ids.size])
  receiver.closeAllConnections()
  receiver.close()
  await here.close()
})
