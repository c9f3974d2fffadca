// `npm run bench`: Pamir's lists at full size against a bare Fastify with the same SQL, and the import of a register. Prints
// the ratios; ends with 1 when one falls short of its goal. `--quick` for a tenth of the size and shorter rounds, `--living` for what is
// promised and done alone, `--annual` for the annual report of a large alliance and the pack of its council alone.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { house as pamir, type Role } from '#platform/auth/viewer.ts'
import { sessionCookie } from '#platform/auth/cookie.ts'
import { migrations } from '#platform/db/migrate.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { type House, openHouse } from '#src/house.ts'
import { standAll } from '#domains/commitments/standing-work.ts'
import { performNow } from '#platform/jobs/work.ts'
import { addSession } from '#domains/people/sign-in/sessions.ts'
import { annualSpeed } from './annual.ts'
import { documentSpeed } from './documents.ts'
import { compare, fire, openServer } from './measure.ts'
import { packSpeed } from './pack.ts'
import { claimSpeed } from './claims.ts'
import { seedLiving } from './living.ts'
import { alone, busy, livingPaths, type Path, paths } from './paths.ts'
import { questionsOf } from './questions.ts'
import { importSpeed } from './register.ts'
import { resolverSpeed } from './resolver.ts'
import { seed } from './seed.ts'

const { quick, living: onlyLiving, annual: onlyAnnual } = parseArgs({ options: { quick: { type: 'boolean', default: false }, living: { type: 'boolean', default: false }, annual: { type: 'boolean', default: false } } }).values
const size = onlyAnnual ? { organisations: 0, agreements: 0 } : quick ? { organisations: 13_000, agreements: 10_000 } : { organisations: 130_000, agreements: 100_000 }
const load = quick ? { rounds: 3, seconds: 2, connections: 10 } : { rounds: 5, seconds: 4, connections: 10 }
const goals = { throughput: 0.7, p99: 2, rows: 1000, texts: 1000, precision: 0.98, typeAhead: 50, documentSeconds: 2, deeds: 0.5, annualSeconds: 30, annualMegabytes: 300, packSeconds: 60, packMegabytes: 600 }
const say = (line: string) => void process.stdout.write(`${line}\n`)
const short: string[] = []

const house = await openSeeded()
// Alone, the report of an alliance is asked for by nobody who signs in.
const cookies = onlyAnnual ? { administrator: '', director: '' } : { administrator: await signIn(house, 'administrator', null), director: await signIn(house, 'director', await busy(house.pool)) }
try {
  if (!onlyAnnual) {
    await standing()
    if (!onlyLiving) await lists(paths, alone)
    await lists(await livingPaths(house.pool), [])
    await claims()
    if (!onlyLiving) { await resolving(); await register(); await documents() }
  }
  if (!onlyLiving) { await annual(); await pack() }
} finally { await house.close() }
say(short.length ? `Short of the goal: ${short.join('; ')}.` : 'Every goal is met.')
process.exit(short.length ? 1 : 0)

/** Kept between runs, for the same size and the same tables. */
async function openSeeded(): Promise<House> {
  const shape = createHash('sha256').update(JSON.stringify([size, (await migrations()).map(({ hash }) => hash)])).digest('hex').slice(0, 12)
  const data = join(import.meta.dirname, '..', '.cache', 'bench', shape)
  const seeded = join(data, 'seeded')
  mkdirSync(data, { recursive: true })
  const opened = await openHouse({ databaseUrl: null, data })
  if (existsSync(seeded)) return opened
  say(`Making ${size.organisations} organisations and ${size.agreements} agreements (once)…`)
  await opened.pool.query('truncate organisation, person, journal cascade')
  let told = Date.now()
  await seed(opened.db, size, (done, total) => { if (Date.now() - told > 5000) { told = Date.now(); say(`  ${done} of ${total}`) } })
  await seedLiving(opened.pool, say)
  await opened.pool.query('set statement_timeout = 0; vacuum analyze').catch(() => opened.pool.query('analyze'))
  writeFileSync(seeded, '')
  return opened
}

/** An administrator sees everything: the longest lists there are. */
async function signIn({ db }: House, role: Role, organisationId: Id | null): Promise<string> {
  const now = new Date().toISOString()
  const token = await db.transaction().execute(async (tx) => {
    const id = newId()
    await tx.insertInto('person').values({ id, name: 'Bench', nameNative: null, email: `${id}@example.org`, locale: 'en', passwordHash: null, source: null, example: false, createdAt: now, closedAt: null }).execute()
    await tx.insertInto('office').values({ id: newId(), personId: id, role, organisationId, title: null, startsOn: '2020-01-01', endsOn: null, givenBy: pamir.id, source: null, example: false }).execute()
    return addSession(tx, now, id, 'link', { address: '127.0.0.1', agent: 'bench' })
  })
  return `${sessionCookie}=${token}`
}

/** Twice: everything worked out for the first time, and a night on which nothing has changed. */
async function standing(): Promise<void> {
  for (const when of ['the first time', 'when nothing changed']) {
    if (when === 'the first time') await house.pool.query('truncate agreement_pulse, commitment_standing')
    const begun = performance.now()
    const { agreements, commitments } = await performNow(house.db, standAll, { asOf: new Date().toISOString().slice(0, 10) }, () => {}) as { agreements: number; commitments: number }
    const seconds = (performance.now() - begun) / 1000
    say(`standing ${when}: ${agreements} agreements, ${commitments} commitments in ${seconds.toFixed(1)} s: ${(commitments / seconds).toFixed(0)} commitments/s`)
  }
  await house.pool.query('analyze agreement_pulse, commitment_standing')
}

async function claims(): Promise<void> {
  const speeds = await claimSpeed(house, quick ? 300 : 1000)
  for (const [what, { pamir, bare }] of Object.entries(speeds)) {
    const ratio = pamir.perSecond / bare.perSecond
    say(`${what}: ${pamir.perSecond.toFixed(0)}/s, bare ${bare.perSecond.toFixed(0)}/s, ${(ratio * 100).toFixed(0)} % (of the server's own time ${pamir.own.toFixed(2)} ms each, bare ${bare.own.toFixed(2)} ms)`)
    if (ratio < goals.deeds) short.push(`${what}: ${(ratio * 100).toFixed(0)} % of bare, at least ${goals.deeds * 100} % wanted`)
  }
}

async function lists(paths: Path[], alone: Path[]): Promise<void> {
  const questions = await questionsOf(house.where, paths, cookies)
  const told = { where: house.where, questions }
  const [whole, bare] = [await openServer('pamir', told), await openServer('bare', told)]
  say(`\n${'path'.padEnd(26)} ${'pamir/s'.padStart(9)} ${'bare/s'.padStart(9)} ${'ratio'.padStart(7)}   ${'p99 ms'.padStart(7)} ${'bare ms'.padStart(8)} ${'ratio'.padStart(6)}`)
  for (const path of paths) {
    const speeds = await compare(whole, bare, path, cookies[path.as ?? 'administrator'], load)
    const [throughput, p99] = [speeds.pamir.perSecond / speeds.bare.perSecond, speeds.pamir.p99 / Math.max(1, speeds.bare.p99)]
    say(`${path.name.padEnd(26)} ${speeds.pamir.perSecond.toFixed(0).padStart(9)} ${speeds.bare.perSecond.toFixed(0).padStart(9)} ${`${(throughput * 100).toFixed(0)} %`.padStart(7)}   ${speeds.pamir.p99.toFixed(0).padStart(7)} ${speeds.bare.p99.toFixed(0).padStart(8)} ${p99.toFixed(2).padStart(6)}`)
    if (throughput < goals.throughput) short.push(`${path.name}: ${(throughput * 100).toFixed(0)} % of bare, at least ${goals.throughput * 100} % wanted`)
    if (p99 > goals.p99) short.push(`${path.name}: p99 ${p99.toFixed(2)} times bare, at most ${goals.p99} wanted`)
  }
  for (const path of alone) {
    await fire(whole.url + path.url, cookies.administrator, { ...load, seconds: 2 })
    const { perSecond, p99 } = await fire(whole.url + path.url, cookies.administrator, load)
    say(`${path.name.padEnd(26)} ${perSecond.toFixed(0).padStart(9)} ${''.padStart(9)} ${''.padStart(7)}   ${p99.toFixed(0).padStart(7)}`)
  }
  whole.stop()
  bare.stop()
}

async function register(): Promise<void> {
  const { read, imported, perSecond } = await importSpeed(house.db, quick ? 2000 : 10_000)
  say(`\nregister: ${perSecond.toFixed(0)} rows/s (read and resolved ${read.toFixed(0)}, imported ${imported.toFixed(0)})`)
  if (perSecond < goals.rows) short.push(`register: ${perSecond.toFixed(0)} rows/s, at least ${goals.rows} wanted`)
}

async function resolving(): Promise<void> {
  const { organisations, resolver, exact, perSecond, exactPerSecond, typeAheadP99 } = await resolverSpeed(house.db, quick ? 1000 : 4000)
  const shown = (share: number) => `${(share * 100).toFixed(1)} %`
  const said = ({ right, precision, f1, leftAlone }: typeof exact) => `F1 ${f1.toFixed(3)}, ${shown(right)} found, ${shown(precision)} of its answers right, ${shown(leftAlone)} of those who mean nobody left alone`
  say(`\nresolver: among ${organisations} organisations ${said(resolver)}, ${perSecond.toFixed(0)} texts/s of one core`)
  say(`exact dictionary: ${said(exact)}, ${exactPerSecond.toFixed(0)} texts/s; type-ahead: 99 of 100 letters within ${typeAheadP99.toFixed(1)} ms`)
  if (perSecond < goals.texts) short.push(`resolver: ${perSecond.toFixed(0)} texts/s, at least ${goals.texts} wanted`)
  if (resolver.f1 <= exact.f1) short.push(`resolver: F1 ${resolver.f1.toFixed(3)}, no better than the exact dictionary's ${exact.f1.toFixed(3)}`)
  if (resolver.precision < goals.precision) short.push(`resolver: ${shown(resolver.precision)} of its matches right, at least ${shown(goals.precision)} wanted`)
  if (typeAheadP99 > goals.typeAhead) short.push(`type-ahead: ${typeAheadP99.toFixed(1)} ms, at most ${goals.typeAhead} wanted`)
}

async function documents(): Promise<void> {
  const { pages, first, later, megabytes } = await documentSpeed()
  say(`\ndocument: ${pages} bilingual pages in ${later.toFixed(2)} s (${first.toFixed(2)} s when the typesetter starts), ${megabytes.toFixed(0)} MB`)
  if (first > goals.documentSeconds) short.push(`document: ${first.toFixed(2)} s, at most ${goals.documentSeconds} wanted`)
}

async function annual(): Promise<void> {
  const { agreements, commitments, activities, seconds, megabytes } = await annualSpeed(house, say)
  const whole = Object.values(seconds).reduce((sum, one) => sum + one, 0)
  say(`\nannual report: ${agreements} agreements, ${commitments} commitments, ${activities} activities in ${whole.toFixed(1)} s (${Object.entries(seconds).map(([what, took]) => `${what} ${took.toFixed(2)}`).join(', ')}), ${megabytes.toFixed(0)} MB more at the most`)
  if (whole > goals.annualSeconds) short.push(`annual report: ${whole.toFixed(1)} s, at most ${goals.annualSeconds} wanted`)
  if (megabytes > goals.annualMegabytes) short.push(`annual report: ${megabytes.toFixed(0)} MB, at most ${goals.annualMegabytes} wanted`)
}

async function pack(): Promise<void> {
  const { promises, lines, seconds, kilobytes, megabytes } = await packSpeed(house, say)
  const whole = Object.values(seconds).reduce((sum, one) => sum + one, 0)
  say(`\npack of a session: ${promises} promises, ${lines} lines by side in ${whole.toFixed(1)} s (${Object.entries(seconds).map(([what, took]) => `${what} ${took.toFixed(2)}`).join(', ')}), ${kilobytes.toFixed(0)} kB to the page, ${megabytes.toFixed(0)} MB more at the most`)
  if (whole > goals.packSeconds) short.push(`pack: ${whole.toFixed(1)} s, at most ${goals.packSeconds} wanted`)
  if (megabytes > goals.packMegabytes) short.push(`pack: ${megabytes.toFixed(0)} MB, at most ${goals.packMegabytes} wanted`)
}
