// The service worker: keeps the application's shell, so that it opens without a line, and sends what waits when the line comes back and no page
// is open. It never answers for the API: what stays readable of that is kept by the pages, which know whose it is.
import { sendWaiting } from './sending.ts'

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asked = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> }; addEventListener: (name: string, hear: (event: never) => void) => void }
const worker = globalThis as unknown as Worker

const family = 'pamir-shell-'
/** Pages that the server draws by itself: they are not the shell. */
const drawn = /^\/(public|a|o|c|verify|api|sign-in\/provider)(\/|$)/
/** A line that takes longer for a page of a few kilobytes is as good as none. */
const patience = 4000

worker.addEventListener('install', (event: Lasting) => event.waitUntil(keepShell().finally(() => worker.skipWaiting())))
worker.addEventListener('activate', (event: Lasting) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event: MessageEvent<{ keep?: string[] }> & Lasting) => event.waitUntil(keepAll(event.data.keep ?? [])))
worker.addEventListener('sync', (event: Lasting) => event.waitUntil(sendWaiting().then((left) => { if (left > 0) throw new Error(`${left} wait`) })))
worker.addEventListener('fetch', (event: Asked) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(assetOf(request))
  else if (request.mode === 'navigate' && !drawn.test(pathname)) event.respondWith(pageOf(event))
})

/** The line first: a new version is there at once. Without one, the shell as it last was. */
async function pageOf(event: Asked): Promise<Response> {
  const kept = await caches.match('/index.html', { ignoreVary: true })
  const fresh = fetch(event.request)
  if (!kept) return fresh
  event.waitUntil(fresh.then(keepShell).catch(() => {}))
  const waited = new Promise<Response>((done) => setTimeout(() => done(kept), patience))
  return Promise.race([fresh.then((reply) => ([502, 503, 504].includes(reply.status) ? kept : reply), () => kept), waited])
}

/** Its name holds its hash: what is kept is right. */
async function assetOf(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const reply = await fetch(request)
  if (reply.ok) await (await newest()).put(request, reply.clone())
  return reply
}

const shells = async () => (await caches.keys()).filter((name) => name.startsWith(family))
const newest = async () => caches.open((await shells()).at(-1) ?? `${family}0`)

/** Each version has its own drawer; the one before stays for pages that are still open. */
async function keepShell(): Promise<void> {
  const page = await fetch('/index.html', { cache: 'no-cache' })
  if (!page.ok) return
  const html = await page.clone().text()
  const name = family + await hashOf(html)
  if ((await shells()).includes(name)) return
  const drawer = await caches.open(name)
  await drawer.addAll([...new Set(html.match(/\/assets\/[\w.-]+/g))])
  for (const older of (await shells()).slice(0, -1)) await (await caches.open(older)).delete('/index.html')
  await drawer.put('/index.html', page)
  for (const old of (await shells()).slice(0, -2)) await caches.delete(old)
}

async function keepAll(urls: string[]): Promise<void> {
  const drawer = await newest()
  for (const url of urls) if (!(await caches.match(url, { ignoreVary: true }))) await drawer.add(url).catch(() => {})
}

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
