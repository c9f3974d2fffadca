// A real process is killed while it gives the last signature here, or takes one in that was given elsewhere, and seals: afterwards all of it is done, or nothing was begun.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { readP12 } from '#platform/signatures/certificates.ts'
import { signerOf } from '#platform/signatures/cms.ts'
import { inDate } from '#platform/signatures/p12.fixtures.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import { world } from '#test/world.ts'
import { data, draftBetween, now, password, peopleAndPlaces, routes } from './test-signing.ts'
import { type Opened, steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
beforeAll(async () => {
  w = await world(routes, now)
  story = await peopleAndPlaces(w.db)
})
afterAll(async () => {
  await w.close()
  rmSync(program)
})

/** Says when it begins, signs, says when it has. */
const script = `
  const { openDatabase } = await import('#platform/db/database.ts'), { openVault } = await import('#platform/signatures/vault.ts'), { signHere, takeSigned } = await import('#domains/signing/actions.ts')
  const { readFileSync } = await import('node:fs')
  const { where, data, at, id, draft, file } = JSON.parse(process.argv[2])
  const upload = file && { name: 'signed.pdf', type: 'application/pdf', bytes: readFileSync(file) }
  const { db } = openDatabase(where)
  await db.selectFrom('signing').select('id').execute()
  console.log('begins')
  await db.transaction().execute((tx) => (file ? takeSigned({ ...at, db: tx }, openVault(data), id, draft, upload) : signHere({ ...at, db: tx }, openVault(data), id, draft)))
  console.log('signed')
  process.exit(0)`
// A file, and in the house: a thread that the process starts would else take the words of its command line over.
const program = join('.cache', `killed-while-signing-${process.pid}.mjs`)
mkdirSync('.cache', { recursive: true })
writeFileSync(program, script)

/** Kills it so many milliseconds after it began; nothing: lets it finish. */
async function signAndKill({ id, signing }: Opened, after: number | null, file?: string): Promise<void> {
  const at = { viewer: story.wang, now, today: now.slice(0, 10), visit: { address: '::1' } }
  const seen = { seatId: signing.seats.find(({ sideId }) => sideId === story.zaozhuang)!.id, paperSha256: signing.paperSha256 }
  const draft = file ? { ...seen, name: '李东升' } : { ...seen, title: null, place: null, proof: { password } }
  const child = spawn(process.execPath, [program, JSON.stringify({ where: w.where, data, at, id, draft, file })], { stdio: ['ignore', 'pipe', 'inherit'] })
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

/** The paper with the first signature, as it comes back from a program that signs. */
async function signedElsewhere({ id, signing }: Opened): Promise<string> {
  const { key, certificate, chain } = await readP12(inDate, 'pamir-test')
  const { field } = signing.seats.find(({ sideId }) => sideId === story.zaozhuang)!
  const path = join(data, `${id}.pdf`)
  writeFileSync(path, await signPdf(await steps(w).paper(story.wang, id), { signer: signerOf(key, certificate, chain), field, shown: { name: '李东升', nameLang: 'zh', lines: [] }, at: new Date(now) }))
  return path
}

test('killed while a PDF that was signed elsewhere is checked and taken in, it is done or not begun, and can be brought again', async () => {
  const { open, clear, sign } = steps(w)
  const outcomes: boolean[] = []
  for (const after of [0, 80, 160, 280, 450, null]) {
    const it = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
    await clear(it, { [story.sargodha]: story.ayesha, [story.zaozhuang]: story.wang })
    await sign(story.ayesha, it, story.sargodha)
    const file = await signedElsewhere(it)
    await signAndKill(it, after, file)
    const { broken, whole, parts } = await stateOf(it)
    expect([broken, whole, new Set(parts).size], `killed after ${after} ms: ${parts.join(' ')}`).toEqual([undefined, true, 1])
    outcomes.push(parts[0]!)
    if (!parts[0]) await signAndKill(it, null, file)
    expect((await stateOf(it)).parts).toEqual(Array.from({ length: 6 }, () => true))
  }
  expect([outcomes[0], outcomes.at(-1)]).toEqual([false, true])
})

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
})
