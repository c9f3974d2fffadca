// The starter, for any Node from 18 on: makes sure the packages are there, then hands over to the Node that Pamir wants.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const wanted = 24
const marker = join(root, 'node_modules', '.pamir-lock')

if (!installed()) install()
const node = nodeToUse()
/** A command runs once and beside the server: what it has freed goes back to the system at once (glibc; others do not read it). */
const thrifty = process.argv.includes('src/cli.ts') ? { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '1048576' } : {}
const child = spawn(node, process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...thrifty, ...process.env,
    // What was compiled once is read at the next start: a third of the time until the doors open went into it.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'pamir'),
    PAMIR_CWD: process.env.PAMIR_CWD ?? process.env.INIT_CWD ?? process.cwd(), PAMIR_STARTER: String(process.pid), PATH: dirname(node) + delimiter + process.env.PATH,
  },
})
// The child decides when it is done: a signal reaches it, and the starter waits for its last word.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm passes a signal on to a shell, which dies of it without a word to us: who loses their npm was meant to stop.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) child.kill('SIGTERM') }, 500).unref()
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

/** The packages are there, and they are those of this lock file: as noted here, or as npm itself noted when it was run by hand. */
function installed() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (read(marker) === lock) return true
  const there = read(join(root, 'node_modules', '.package-lock.json'))
  if (!there || !holdsAll(JSON.parse(lock).packages, JSON.parse(there).packages)) return false
  writeFileSync(marker, lock)
  return true
}

/** Packages for other machines may be missing. */
function holdsAll(wanted, there) {
  return Object.entries(wanted).every(([path, { version, optional }]) => !path || (there[path] ? there[path].version === version : optional))
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function install() {
  console.error('Installing packages (once; about a minute)…')
  // What builds the pages is needed everywhere; no package needs its install script.
  const done = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (done.status !== 0) {
    console.error('The packages could not be installed. Check the connection to the npm registry and run the command again.')
    process.exit(done.status ?? 1)
  }
  writeFileSync(marker, readFileSync(join(root, 'package-lock.json')))
}

function nodeToUse() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const folder = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const bundled = join(root, 'node_modules', folder, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(bundled)) return bundled
  console.error(`Pamir runs on Node ${wanted} or newer; this is ${process.version}, and none is packaged for ${process.platform}-${process.arch}. Install Node ${wanted} and run the command again.`)
  process.exit(1)
}
