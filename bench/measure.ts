// Fires at two servers in turn, so that what else happens on the machine hits both, and tells how they compare.
import { fork, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Path } from './paths.ts'
import type { Told } from './servers.ts'

export type Speed = { perSecond: number; p99: number }
export type Rounds = { rounds: number; seconds: number; connections: number }
type Server = { url: string; stop: () => void }

export async function openServer(which: 'pamir' | 'bare', told: Told): Promise<Server> {
  // Pamir writes its log, as it does in earnest; nobody reads it here.
  const child: ChildProcess = fork(new URL('./servers.ts', import.meta.url), [which, JSON.stringify(told)], { stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit', 'ipc'] })
  const url = await new Promise<string>((done, failed) => {
    child.once('message', (message) => done((message as { url: string }).url))
    child.once('exit', () => failed(new Error(`The server ${which} did not start.`)))
  })
  return { url, stop: () => child.kill() }
}

export async function compare(pamir: Server, bare: Server, { url }: Path, cookie: string, { rounds, ...load }: Rounds): Promise<{ pamir: Speed; bare: Speed }> {
  const speeds: { pamir: Speed[]; bare: Speed[] } = { pamir: [], bare: [] }
  await fire(pamir.url + url, cookie, { ...load, seconds: 1 })
  await fire(bare.url + url, cookie, { ...load, seconds: 1 })
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 ? ['bare', 'pamir'] as const : ['pamir', 'bare'] as const
    for (const which of order) speeds[which].push(await fire((which === 'pamir' ? pamir : bare).url + url, cookie, load))
  }
  return { pamir: middle(speeds.pamir), bare: middle(speeds.bare) }
}

export async function fire(url: string, cookie: string, { seconds, connections }: Omit<Rounds, 'rounds'>): Promise<Speed> {
  const { requests, latency, non2xx, errors, duration } = await autocannon({ url, connections, duration: seconds, headers: { cookie } })
  if (non2xx || errors) throw new Error(`${url}: ${non2xx} answers were refusals, ${errors} requests failed.`)
  return { perSecond: requests.total / duration, p99: latency.p99 }
}

/** The median of the rounds: one round that something else disturbed does not count. */
function middle(speeds: Speed[]): Speed {
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!
  return { perSecond: median(speeds.map(({ perSecond }) => perSecond)), p99: median(speeds.map(({ p99 }) => p99)) }
}
