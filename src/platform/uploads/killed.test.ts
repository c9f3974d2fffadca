// An upload through a kill of the server, with a real process and its own database: what was answered is kept, and it continues.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../kinds.ts'
import type { Progress } from './api.ts'

const data = mkdtempSync(join(tmpdir(), 'pamir-killed-'))
let server: ChildProcess | undefined
afterAll(async () => {
  if (server) { server.kill('SIGTERM'); await once(server, 'exit') }
  rmSync(data, { recursive: true, force: true })
})

/** The house without its pages: they are not what is tried here. */
const script = `
  const { start } = await import('./src/main.ts'), { readConfig } = await import('./src/config.ts'), { firstLink } = await import('#domains/people/sign-in/first.ts')
  const running = await start(readConfig())
  process.on('SIGTERM', () => running.stop().then(() => process.exit(0)))
  console.log(JSON.stringify({ url: running.url, link: await firstLink(running.house.db, running.url) }))`

async function open(): Promise<{ url: string; link: string | null }> {
  const env = { ...process.env, PAMIR_DATA: data, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATABASE_URL: '', PAMIR_URL: '', PAMIR_STARTER: '' }
  server = spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(server.stdout!, 'data') as [Buffer]
  return JSON.parse(said.toString())
}

async function kill(): Promise<void> {
  server!.kill('SIGKILL')
  await once(server!, 'exit')
}

test('killed between two pieces and while one is under way, it continues where it stood', async () => {
  const first = await open()
  let { url } = first
  const person = JSON.stringify({ token: new URL(first.link!).searchParams.get('token'), name: 'Ayesha', email: 'ayesha@example.org', password: 'seven mountains meet here', locale: 'en' })
  const joined = await fetch(`${url}/api/sign-in/link`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: person })
  const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!
  const me = await (await fetch(`${url}/api/me`, { headers: { cookie } })).json() as { csrf: string }
  const ask = async (method: string, path: string, body?: BodyInit) => (await fetch(`${url}/api${path}`, { method, headers: { cookie, 'x-csrf-token': me.csrf, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body } : {}) })).json() as Promise<Progress>
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(600_000)])
  const id = newId()
  const piece = (offset: number) => { const form = new FormData(); form.append('file', new Blob([new Uint8Array(bytes.subarray(offset, offset + 100_000))]), 'piece'); return ask('POST', `/uploads/${id}/pieces?offset=${offset}`, form) }
  await ask('POST', '/uploads', JSON.stringify({ id, name: 'scan.pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }))
  expect((await piece(0)).offset).toBe(100_000)
  await kill()
  ;({ url } = await open())
  expect((await ask('GET', `/uploads/${id}`)).offset).toBe(100_000)
  const underWay = piece(100_000).catch(() => undefined)
  await new Promise((done) => setTimeout(done, 15))
  await kill()
  const answered = await underWay
  ;({ url } = await open())
  let { offset } = await ask('GET', `/uploads/${id}`)
  // Answered is kept; not answered is either done or not begun.
  expect(answered ? [200_000] : [100_000, 200_000]).toContain(offset)
  while (offset < bytes.length) ({ offset } = await piece(offset))
  expect(await ask('GET', `/uploads/${id}`)).toMatchObject({ offset: bytes.length, taken: false })
})
