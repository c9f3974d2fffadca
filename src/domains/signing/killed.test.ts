// A real process is killed while it gives the last signature and seals: afterwards all of it is done, or nothing was begun.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { world } from '#test/world.ts'
import { data, draftBetween, now, password, peopleAndPlaces, routes } from './test-signing.ts'
import { type Opened, steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
beforeAll(async () => {
  w = await world(routes, now)
  story = await peopleAndPlaces(w.db)
})
afterAll(() => w.close())

/** Says when it begins, signs, says when it has. */
const script = `
  const { openDatabase } = await import('#platform/db/database.ts'), { openVault } = await import('#platform/signatures/vault.ts'), { signHere } = await import('./src/domains/signing/actions.ts')
  const { where, data, at, id, draft } = JSON.parse(process.argv[1])
  const { db } = openDatabase(where)
  await db.selectFrom('signing').select('id').execute()
  console.log('begins')
  await db.transaction().execute((tx) => signHere({ ...at, db: tx }, openVault(data), id, draft))
  console.log('signed')`

/** Kills it so many milliseconds after it began; nothing: lets it finish. */
async function signAndKill({ id, signing }: Opened, after: number | null): Promise<void> {
  const at = { viewer: story.wang, now, today: now.slice(0, 10), visit: { address: '::1' } }
  const draft = { seatId: signing.seats.find(({ sideId }) => sideId === story.zaozhuang)!.id, paperSha256: signing.paperSha256, title: null, place: null, proof: { password } }
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify({ where: w.where, data, at, id, draft })], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const gone = once(child, 'exit')
  if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
  await gone
}

async function stateOf({ id, signing }: Opened) {
  const row = await w.db.selectFrom('signing').selectAll().where('id', '=', signing.id).executeTakeFirstOrThrow()
  const { draft, sealedAt } = await w.db.selectFrom('agreement').select(['draft', 'sealedAt']).where('id', '=', id).executeTakeFirstOrThrow()
  const signed = await w.db.selectFrom('signature').select('fileSha256').where('signingId', '=', signing.id).execute()
  const { bytes } = await w.db.selectFrom('fileContent').select('bytes').where('sha256', '=', row.headSha256).executeTakeFirstOrThrow()
  const chain = await chainOf(w.db, id)
  const told = chain.map(({ what }) => what)
  return {
    broken: brokenLink(chain), whole: createHash('sha256').update(bytes).digest('hex') === row.headSha256,
    parts: [row.sealedAt !== null, sealedAt !== null, !draft, signed.length === 2, told.includes('signing.sealed'), told.includes('agreement.in-force')],
  }
}

test('killed at any moment, it is done or not begun, and can be done again', async () => {
  const { open, clear, sign } = steps(w)
  const outcomes: boolean[] = []
  for (const after of [0, 40, 80, 120, 160, 220, 300, 420, 600, null]) {
    const it = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
    await clear(it, { [story.sargodha]: story.ayesha, [story.zaozhuang]: story.wang })
    await sign(story.ayesha, it, story.sargodha)
    await signAndKill(it, after)
    const { broken, whole, parts } = await stateOf(it)
    expect([broken, whole, new Set(parts).size], `killed after ${after} ms: ${parts.join(' ')}`).toEqual([undefined, true, 1])
    outcomes.push(parts[0]!)
    if (!parts[0]) expect((await sign(story.wang, it, story.zaozhuang)).answer).toMatchObject({ stage: 'sealed' })
  }
  // Both were really met: some were killed before they were done, and what was left alone was done.
  expect([outcomes[0], outcomes.at(-1)]).toEqual([false, true])
}, 120_000)
