// Builds the pages when they are missing or older than what they are made from: a hash of the sources lies beside them.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const root = resolve(import.meta.dirname, '..')
const client = join(root, 'dist', 'client')
const [smallest, zipped] = [promisify(brotliCompress), promisify(gzip)]
const marker = join(root, 'dist', 'made-from')
/** What runs only on the server does not change a page; when in doubt a file counts. */
const serverOnly = /(\.test\.tsx?|\/(actions|jobs|routes|store|cli)\.ts|^src\/(commands|example)\/.*)$/

/** Tells with `say` that it begins, when there is something to build. */
export async function buildClient(say: (sentence: string) => void): Promise<void> {
  const sources = hashOfSources()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === sources && existsSync(client)) return
  say('Building the pages (once for each version; some seconds)…')
  const { code, said } = await viteBuild()
  if (code !== 0) throw new Error(`The pages could not be built:\n${said}`)
  await pack()
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(marker, sources)
}

/** Beside each text of the client lies its smallest form, made once instead of for every visitor. */
async function pack(): Promise<void> {
  const texts = globSync('assets/*.{js,css,svg}', { cwd: client }).map((file) => join(client, file)).filter((file) => statSync(file).size > 1400)
  await Promise.all(texts.map(async (file) => {
    const text = await readFile(file)
    await Promise.all([writeFile(`${file}.br`, await smallest(text)), writeFile(`${file}.gz`, await zipped(text, { level: 9 }))])
  }))
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const sources = globSync('src/**/*.*', { cwd: root }).filter((file) => !serverOnly.test(file)).toSorted()
  for (const file of ['package-lock.json', 'vite.config.ts', ...sources]) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  return hash.digest('hex')
}

function viteBuild(): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk })
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

if (import.meta.main) await buildClient((sentence) => console.error(sentence))
