// Opens a house as `npm start` does on its first day: a process of its own, an empty folder, a free port.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { quickFolder } from '../quick-folder.ts'

export type OpenHouse = { url: string; firstLink: string; data: string; close: () => Promise<void>; closeButKeep: () => Promise<void>; kill: () => Promise<void> }

/** `data` of an earlier house opens that one again, at its `port` if that is said; it then stays when this one closes. */
export async function openHouse({ data, port: wanted, args = [], env: more = {} }: { data?: string; port?: number; args?: string[]; env?: Record<string, string> } = {}): Promise<OpenHouse> {
  const folder = data ?? quickFolder('pamir-journeys-')
  const port = wanted ?? await freePort()
  const env = { ...process.env, PAMIR_DATA: folder, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_URL: '', PAMIR_URL: '', PAMIR_STARTER: '', ...more }
  const child = spawn(process.execPath, ['src/start.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk })
  const closed = new Promise<void>((done) => child.on('close', () => done()))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; !said.includes('Ctrl-C'); tries++) {
    if (child.exitCode !== null || tries > 1200) throw new Error(`The house did not open for the journeys:\n${said}`)
    await new Promise((done) => setTimeout(done, 100))
  }
  const closeButKeep = async () => {
    child.kill('SIGTERM')
    await closed
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  const close = async () => {
    await closeButKeep()
    if (!data) rmSync(folder, { recursive: true, force: true })
  }
  return { url, firstLink: new RegExp(`${url}/\\S+`).exec(said)?.[0] ?? '', data: folder, close, closeButKeep, kill }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
