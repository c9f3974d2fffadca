// Sends bytes to an address that somebody named: never to what stands beside us, never on to where an answer points, never for long.
import { lookup } from 'node:dns'
import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent, request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { getCACertificates } from 'node:tls'
import { faultOf, isAllowed, liesOutside } from './addresses.ts'

/** Why nothing was answered. `inside`: the address, or what its name stands for, is not outside. */
export type Trouble = 'not-an-address' | 'only-https' | 'with-password' | 'port' | 'inside' | 'unknown-name' | 'unreachable' | 'not-trusted' | 'too-slow'
export type Outcome = { status: number | null; answer: string | null; trouble: Trouble | null; took: number }
type Sending = { url: string; headers: Record<string, string>; body: string; allowed: readonly string[]; authorities?: readonly string[]; milliseconds?: number }

/** As much of an answer as is read at all, and as much as is kept of it. */
const most = 64_000
const kept = 500

export async function postOutside({ url: address, headers, body, allowed, authorities = [], milliseconds = 10_000 }: Sending): Promise<Outcome> {
  const began = performance.now()
  const ended = (outcome: Omit<Outcome, 'took'>): Outcome => ({ ...outcome, took: Math.round(performance.now() - began) })
  const trouble = faultOf(address, allowed)
  if (trouble) return ended({ status: null, answer: null, trouble })
  const url = new URL(address)
  try {
    return ended({ ...(await exchange(url, { headers, body }, { free: isAllowed(url, allowed), authorities, milliseconds })), trouble: null })
  } catch (error) {
    return ended({ status: null, answer: null, trouble: troubleOf(error as Fallen) })
  }
}

type Answered = { status: number; answer: string }
/** A connection of its own, by no proxy that the environment may name, to the very address that was looked at. */
function exchange(url: URL, { headers, body }: Pick<Sending, 'headers' | 'body'>, { free, authorities, milliseconds }: { free: boolean; authorities: readonly string[]; milliseconds: number }): Promise<Answered> {
  const [ask, agent] = url.protocol === 'https:' ? [request, new Agent({ keepAlive: false, ...(authorities.length > 0 && { ca: [...getCACertificates('default'), ...authorities] }) })] as const : [plainRequest, new PlainAgent({ keepAlive: false })] as const
  return new Promise<IncomingMessage>((done, fail) => {
    const bytes = Buffer.from(body)
    const sent = ask(url, {
      method: 'POST', agent, lookup: free ? lookup : lookupOutside, signal: AbortSignal.timeout(milliseconds), maxHeaderSize: 16_384,
      headers: { 'user-agent': 'Pamir', accept: '*/*', ...headers, 'content-length': bytes.length },
    }, done)
    sent.on('error', fail)
    sent.end(bytes)
  }).then(readAnswer).finally(() => agent.destroy())
}

/** The first bytes, in as much as they are text; of an endless answer the rest is not waited for. */
async function readAnswer(reply: IncomingMessage): Promise<Answered> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of reply as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length > most) break
  }
  reply.destroy()
  const text = Buffer.concat(pieces).subarray(0, kept * 4).toString('utf8').replace(/[^\P{C}\n\t]/gu, '').trim()
  return { status: reply.statusCode ?? 0, answer: [...text].slice(0, kept).join('') }
}

class Inside extends Error { code = 'INSIDE' }

/**
 * The name is looked up once, when the connection is made, and what was looked at is what is connected to: a name that means
 * something else a moment later gains nothing. A name of which any address lies inside is refused whole.
 */
export const lookupOutside: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '', 0)
    if (found.length === 0 || !found.every(({ address }) => liesOutside(address))) return answer(new Inside(name), '', 0)
    return options.all ? answer(null, found) : answer(null, found[0]!.address, found[0]!.family)
  })
}

type Fallen = { code?: string; name: string }
function troubleOf({ code: said = '', name }: Fallen): Trouble {
  if (said === 'INSIDE') return 'inside'
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(said)) return 'unknown-name'
  if (name === 'AbortError' || name === 'TimeoutError' || said === 'ETIMEDOUT') return 'too-slow'
  return /CERT|TLS|SSL|SIGNATURE|ISSUER|ALTNAME|HOSTNAME|INVALID_(CA|PURPOSE)|PATH_LENGTH|CRL/.test(said) ? 'not-trusted' : 'unreachable'
}
