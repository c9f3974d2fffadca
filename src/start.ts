// `npm start`: builds what is to be built, opens the house, says where it is and who may enter first, and closes it when asked.
import { parseArgs } from 'node:util'
import { buildClient } from './client-build.ts'
import { type Config, readConfig } from './config.ts'
import { firstStart } from './first-start.ts'
import { type Running, start } from './main.ts'
import { firstLink } from '#domains/people/sign-in/first.ts'

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)

try {
  await open()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
}

async function open(): Promise<void> {
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } }, allowPositionals: false })
  const config = readConfig()
  const closing = closeOnce()
  await buildClient(say)
  const running = await start(config, (house) => firstStart(house, { empty: values.empty, say })).catch((error) => { throw explained(error, config) })
  if (closing.asked()) return closing.close(running)
  closing.guard(running)
  await welcome(running)
}

async function welcome(running: Running): Promise<void> {
  say(`Pamir is open at ${running.url}`)
  const link = await firstLink(running.house.db, running.url)
  if (link) say(`The first administrator signs in here, once, within a day: ${link}`)
  say('Ctrl-C closes it.')
}

/** Asked once, it closes once; a signal that comes again while it does is the same wish (npm and the terminal both pass it on). */
function closeOnce() {
  let asked = false
  let running: Running | undefined
  const close = async (open: Running) => {
    const late = setTimeout(() => { process.stderr.write('Some requests did not end within 20 seconds; closing without them.\n'); process.exit(1) }, 20_000)
    await open.stop()
    clearTimeout(late)
    process.exit(0)
  }
  const ask = () => {
    if (asked) return
    asked = true
    say('Closing: requests under way are finished, then the database is closed.')
    if (running) void close(running)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  whenOrphaned(ask)
  return { asked: () => asked, close, guard: (open: Running) => { running = open } }
}

/** A killed starter cannot pass a signal on; its server must not stay behind with the port and the data. */
function whenOrphaned(then: () => void): void {
  if (!process.env.PAMIR_STARTER) return
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) then() }, 1000).unref()
}

function explained(error: Error & { code?: string }, { host, port }: Config): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} on ${host} is in use, perhaps by another Pamir. Stop what uses it, or choose another: PORT=${port + 1} npm start`)
  if (error.code === 'EACCES') return new Error(`Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Error(`HOST is ${host}, which is no address of this machine. Leave it out, or name one that is.`)
  return error
}
