// The embedded database: a real PostgreSQL that comes inside a package, started and stopped by Pamir, kept in one folder.
// It listens on a socket in that folder only, never on the network, and its fsync stays on.
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Where } from './database.ts'
import { beginLeaving, type Holder, holderOf, leaveFolder, signFolder, waitUntilGone } from './folder-holder.ts'
import { finished, nativeFolder, ownFolder, run } from './postgres-package.ts'

/** `attached`: the server belongs to another Pamir that is running; `stop` then leaves it alone. `leaving` tells who comes next to wait for `stop`. */
export type Embedded = { where: Where; leaving: () => void; stop: () => Promise<void>; version: string; attached: boolean }
type Socket = { host: string; database: string; user: string }

const user = 'pamir'
const database = 'pamir'

/**
 * Starts the PostgreSQL kept in `folder`, making it first when the folder is empty. With `attach`, a server that another
 * Pamir has started there is used instead. Throws a sentence that says what to do when the platform has no package, or
 * another Pamir holds the folder.
 */
export async function startEmbedded(folder: string, { attach = false } = {}): Promise<Embedded> {
  const native = nativeFolder()
  const data = resolve(folder, 'postgres')
  mkdirSync(folder, { recursive: true })
  const holder = holderOf(folder, data)
  if (holder) {
    if (attach && holder.pamir && !holder.leaving) return attachTo(holder, data)
    await takeOver(holder, folder)
  }
  if (!existsSync(join(data, 'PG_VERSION'))) await create(native, data)
  ownFolder(data)
  const where = { host: socketFolder(data), database, user }
  const server = launch(native, data, where.host)
  signFolder(folder)
  await once(where, server, folder)
  const stopAndLeave = async () => { await stop(server); leaveFolder(folder) }
  return { where, leaving: () => beginLeaving(folder), stop: stopAndLeave, version: versionOf(data), attached: false }
}

/** Runs one statement beside the application's own, for example `create database … template …`. */
export async function onServer(where: Where, statement: string): Promise<void> {
  const client = new pg.Client({ ...where, ...('host' in where ? { database: 'postgres' } : {}) })
  await client.connect()
  try { await client.query(statement) } finally { await client.end() }
}

async function attachTo({ sockets }: Holder, data: string): Promise<Embedded> {
  const where = { host: sockets, database, user }
  for (let tries = 0; tries < 400; tries++) {
    if (await answers(where)) return { where, leaving: () => {}, stop: async () => {}, version: versionOf(data), attached: true }
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('The database of the running Pamir did not answer within 10 seconds.')
}

/** A server whose Pamir was killed or is leaving is going down already; one that has a Pamir is not ours to touch. */
async function takeOver(holder: Holder, folder: string): Promise<void> {
  if (holder.pamir && !holder.leaving) {
    throw new Error(`Another Pamir (process ${holder.pamir}) is using ${folder}. Stop it first, or choose another folder with PAMIR_DATA.`)
  }
  if (!(await waitUntilGone(holder))) {
    throw new Error(`A database server (process ${holder.postgres}) left over in ${folder} does not stop. End it, and start again.`)
  }
}

/** Made beside its place and then moved there, so that a half-made database is never taken for a whole one. */
async function create(native: string, data: string): Promise<void> {
  const fresh = `${data}.new`
  rmSync(fresh, { recursive: true, force: true })
  const options = ['-D', fresh, '-U', user, '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '-A', 'trust']
  const said = await finished(run(join(native, 'bin', 'initdb'), [...options, '--no-instructions']))
  if (said.code === 0) return renameSync(fresh, data)
  rmSync(fresh, { recursive: true, force: true })
  throw new Error(`The database could not be created in ${data}:\n${said.text}`)
}

/** A socket's path may hold 107 bytes: a deep folder gets its socket in the system's temporary folder instead. */
function socketFolder(data: string): string {
  if (Buffer.byteLength(data) < 90) return data
  const short = join(tmpdir(), `pamir-${Buffer.from(data).toString('base64url').slice(-24)}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  return short
}

function launch(native: string, data: string, sockets: string): ChildProcess {
  const settings = { listen_addresses: '', unix_socket_directories: sockets, recovery_init_sync_method: 'syncfs', max_connections: '100',
    shared_buffers: '256MB', work_mem: '16MB', maintenance_work_mem: '256MB', random_page_cost: '1.1', log_min_messages: 'warning', timezone: 'UTC' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return run(join(native, 'bin', 'postgres'), ['-D', data, ...options])
}

/** Waits for the server to answer, and makes the database the first time. */
async function once(where: Socket, server: ChildProcess, folder: string): Promise<void> {
  let over: { code: number | null; text: string } | undefined
  void finished(server).then((said) => { over = said })
  for (let tries = 0; tries < 1200; tries++) {
    if (over?.text.includes('postmaster.pid')) throw new Error(`Another Pamir is using ${folder}. Stop it first, or choose another folder with PAMIR_DATA.`)
    if (over) throw new Error(`The database in ${folder} did not start:\n${over.text}`)
    if (await answers(where)) return
    await new Promise((done) => setTimeout(done, 25))
  }
  await stop(server)
  throw new Error('The database did not answer within 30 seconds.')
}

async function answers(where: Socket): Promise<boolean> {
  const client = new pg.Client({ ...where, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [where.database])
    if (!rowCount) await client.query(`create database ${where.database}`)
    return true
  } catch { return false } finally { await client.end().catch(() => {}) }
}

const versionOf = (data: string): string => readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()

/** `SIGINT` is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is on disk. */
function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    server.on('close', () => done())
    server.kill('SIGINT')
  })
}
