// Before the journeys: the pages are built, a house is opened as `npm start` does on its first day, and a browser is started.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext { url: string; firstLink: string; browser: string }
}

export default async function openForJourneys(project: TestProject) {
  const data = mkdtempSync(join(tmpdir(), 'pamir-journeys-'))
  const house = await openHouse(data)
  const browser = await playwright.launchServer({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'] })
  project.provide('url', house.url)
  project.provide('firstLink', house.firstLink)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await house.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** The one inside a package, else the one of this machine. */
async function browserPath(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.executablePath()
  const own = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path))
  if (own) return own
  throw new Error('The journeys need Chromium, and none is packaged for this machine. Install Chromium and run the tests again.')
}

async function openHouse(data: string) {
  const port = await freePort()
  const env = { ...process.env, PAMIR_DATA: data, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_URL: '', PAMIR_URL: '' }
  const child = spawn(process.execPath, ['src/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk })
  const closed = new Promise<void>((done) => child.on('close', () => done()))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; !said.includes('Ctrl-C'); tries++) {
    if (child.exitCode !== null || tries > 1200) throw new Error(`The house did not open for the journeys:\n${said}`)
    await new Promise((done) => setTimeout(done, 100))
  }
  const firstLink = new RegExp(`${url}/\\S+`).exec(said)?.[0] ?? ''
  return { url, firstLink, close: async () => { child.kill('SIGTERM'); await closed } }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

export const axeSource = (): string => readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
