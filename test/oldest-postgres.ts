// Runs the tests that use a database again on the oldest PostgreSQL that Pamir supports: Debian's 15, in a throwaway cluster.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { finished, run } from '#platform/db/postgres-package.ts'
import { quickFolder } from './quick-folder.ts'
import { closingLine, type Count, runParts, vitest } from './runner.ts'

const programs = '/usr/lib/postgresql/15/bin'

if (!existsSync(join(programs, 'initdb'))) installPostgres()
const folder = quickFolder('pamir-15-')
const cluster = await startCluster()
const here = await runParts([[vitest('routes and stores on PostgreSQL 15', 'oldest', ['src'], { PAMIR_TEST_DATABASE_URL: cluster.url })]])
await cluster.stop()
rmSync(folder, { recursive: true, force: true })

const before: Count = existsSync('.cache/test/counted.json') ? JSON.parse(readFileSync('.cache/test/counted.json', 'utf8')) as Count : { passed: 0, failed: 1 }
const all = { passed: before.passed + here.passed, failed: before.failed + here.failed }
process.stdout.write(`\n${closingLine(all)}\n`)
process.exit(all.failed === 0 ? 0 : 1)

function installPostgres(): void {
  process.stdout.write('Installing PostgreSQL 15 from Debian…\n')
  const may = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...may, 'apt-get', '-y', '-q', ...args]
    return spawnSync(command!, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  }
  if (apt('update') && apt('install', '--no-install-recommends', 'postgresql-15') && existsSync(join(programs, 'initdb'))) return
  process.stderr.write('PostgreSQL 15 is needed to test on the oldest supported version, and could not be installed. Run «apt-get install postgresql-15» and try again.\n')
  process.exit(1)
}

async function startCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const data = join(folder, 'data')
  const made = await finished(run(join(programs, 'initdb'), ['-D', data, '-U', 'pamir', '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '-A', 'trust']))
  if (made.code !== 0) throw new Error(`PostgreSQL 15 could not make its cluster:\n${made.text}`)
  const server = run(join(programs, 'postgres'), ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off', '-c', 'max_connections=200'])
  const ended = finished(server)
  const url = `postgres://pamir@localhost/postgres?host=${encodeURIComponent(folder)}`
  await answering(url)
  return { url, stop: async () => { server.kill('SIGINT'); await ended } }
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    const there = await client.connect().then(() => true, () => false)
    await client.end().catch(() => {})
    if (there) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('PostgreSQL 15 did not answer within 20 seconds.')
}
