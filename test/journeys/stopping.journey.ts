// A signal that only npm hears, as a service manager sends it to what it started: the house closes all the same, and leaves its data free.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse } from './open-house.ts'

const freePort = () => new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address() as { port: number }; server.close(() => done(port)) })
})
const until = async (what: () => Promise<boolean> | boolean, tries = 600) => {
  for (let at = 0; at < tries; at++) {
    if (await what()) return true
    await new Promise((done) => setTimeout(done, 100))
  }
  return false
}

test('SIGTERM to npm closes the house, and the next start has its data', async () => {
  const [data, port] = [mkdtempSync(join(tmpdir(), 'pamir-stopping-')), await freePort()]
  const npm = spawn('npm', ['start', '--', '--empty'], { env: { ...process.env, PAMIR_DATA: data, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_URL: '', PAMIR_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => { said += chunk })
  const answers = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => ok, () => false)
  expect(await until(answers), said).toBe(true)
  npm.kill('SIGTERM')
  expect(await until(async () => !await answers()), 'it went on').toBe(true)
  const again = await openHouse({ data })
  expect(await fetch(`${again.url}/readyz`).then(({ status }) => status)).toBe(200)
  await again.close()
  rmSync(data, { recursive: true, force: true })
})
