// Who holds the folder of the embedded database: no one, another Pamir, or a server whose Pamir was killed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `leaving`: its Pamir has been asked to stop, and is on its way out. */
export type Holder = { postgres: number; sockets: string; pamir: number | null; leaving: boolean }

/** The server that runs on this folder now, as its own `postmaster.pid` tells (PostgreSQL manual, 70.1). */
export function holderOf(folder: string, data: string): Holder | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , , sockets] = readFileSync(file, 'utf8').split('\n')
  const postgres = Number(pid)
  if (!isPostgres(postgres)) {
    // Left by a machine that lost its power: its number may by now belong to anything, which PostgreSQL would take for itself.
    rmSync(file, { force: true })
    return undefined
  }
  return { postgres, sockets: sockets ?? '', ...starterOf(folder) }
}

export const signFolder = (folder: string): void => writeFileSync(join(folder, 'held-by'), `${process.pid}\n`)
export const beginLeaving = (folder: string): void => writeFileSync(join(folder, 'held-by'), `${process.pid}\nleaving\n`)
/** Whoever waited for us may have signed already. */
export const leaveFolder = (folder: string): void => { if (signedBy(folder).pid === process.pid) rmSync(join(folder, 'held-by'), { force: true }) }

/** Waits for a server to go that nobody needs any more; asks it to, when nothing else has. A Pamir that is leaving stops its own. */
export async function waitUntilGone({ postgres, pamir }: Holder): Promise<boolean> {
  for (let tries = 0; tries < 600; tries++) {
    if (!isPostgres(postgres)) return true
    if (tries === 20 && !pamir) signal(postgres, 'SIGINT')
    await new Promise((done) => setTimeout(done, 50))
  }
  return false
}

/** The Pamir that started the server, when it still lives. */
function starterOf(folder: string): Pick<Holder, 'pamir' | 'leaving'> {
  const { pid, word } = signedBy(folder)
  const lives = pid > 0 && signal(pid, 0) && /node|pamir/i.test(commandOf(pid) ?? 'node')
  return { pamir: lives ? pid : null, leaving: lives && word === 'leaving' }
}

function signedBy(folder: string): { pid: number; word: string | undefined } {
  const file = join(folder, 'held-by')
  const [number, word] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return { pid: Number(number ?? 0), word }
}

const isPostgres = (pid: number): boolean => pid > 0 && signal(pid, 0) && /postgres/.test(commandOf(pid) ?? 'postgres')

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try { return process.kill(pid, name) } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM' }
}

/** What a process is, where the system tells (Linux); an ended one that nobody has collected is nothing. */
function commandOf(pid: number): string | undefined {
  try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8') } catch { return undefined }
}
