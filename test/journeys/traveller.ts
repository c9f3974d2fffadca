// Who makes the journeys: a page of a real browser in a language, with eyes for what goes wrong and for who is shut out.
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { afterEach, expect, inject } from 'vitest'
import { readFileSync } from 'node:fs'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { peopleApi } from '#domains/people/api.ts'
import { administrator } from './house.ts'

export type Traveller = {
  page: Page; context: BrowserContext
  /** What this reader's language says for a key. */
  text: (key: string, values?: Record<string, unknown>) => string
  go: (path: string) => Promise<void>
  /** Goes on within the site, as a link does: nothing but the next page is fetched. */
  walk: (path: string) => Promise<void>
  accessible: (where?: string) => Promise<void>
  /** How much of this page moved by itself while it came: the browser's layout shift. */
  jumped: () => Promise<number>
  /** What went wrong without anyone seeing it. */
  mistakes: string[]
  leave: () => Promise<void>
}
type Wish = { javaScript?: boolean; phone?: boolean; dark?: boolean; url?: string }

let browser: Browser | undefined

/** A browser of a reader of this language, who is not signed in. */
export async function traveller(locale: Locale, { javaScript = true, phone = false, dark = false, url = inject('url') }: Wish = {}): Promise<Traveller> {
  browser ??= await chromium.connect(inject('browser'))
  const context = await browser.newContext({
    baseURL: url, locale: { en: 'en-GB', zh: 'zh-CN', ru: 'ru-RU', ur: 'ur-PK' }[locale], javaScriptEnabled: javaScript,
    viewport: phone ? { width: 375, height: 740 } : { width: 1280, height: 800 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const mistakes = noticing(page)
  counting(page)
  if (javaScript) await page.addInitScript(watchJumps)
  open.set(page, mistakes)
  page.on('close', () => open.delete(page))
  return {
    page, context, mistakes, text: translator(locale),
    go: async (path) => { await page.goto(path); if (javaScript) await settled(page) },
    walk: (path) => walk(page, path),
    accessible: (where = page.url()) => accessible(page, where),
    jumped: () => page.evaluate(() => (globalThis as unknown as { jumped: number }).jumped),
    leave: () => context.close(),
  }
}

/** Runs in the page, before anything of it does. */
function watchJumps(): void {
  const here = globalThis as unknown as { jumped: number }
  here.jumped = 0
  new PerformanceObserver((seen) => { for (const { value, hadRecentInput } of seen.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) if (!hadRecentInput) here.jumped += value })
    .observe({ type: 'layout-shift', buffered: true })
}

/** Signs the administrator of the shared house in, the quick way. */
export async function signIn({ context }: Traveller, { email, password }: { email: string; password: string } = administrator): Promise<void> {
  const reply = await context.request.post(`/api${peopleApi.signIn.path}`, { data: { email, password } })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Other journeys give the shared administrator offices; one that begins without any lays them down first. */
export async function layDownOffices({ context }: Traveller): Promise<void> {
  const { viewer, csrf } = await (await context.request.get('/api/me')).json() as { viewer: Viewer; csrf: string }
  for (const { id } of viewer.offices.filter(({ role }) => role !== 'administrator')) {
    const reply = await context.request.post(`/api${peopleApi.endOffice.path.replace(':id', id)}`, { headers: { 'x-csrf-token': csrf }, data: {} })
    expect(reply.status(), await reply.text()).toBe(200)
  }
}

/** The heading of the page before is marked: what comes to rest must be another. */
async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => { document.querySelector('h1')?.setAttribute('data-before', ''); history.pushState({}, '', to) }, path)
  await page.waitForFunction(() => document.querySelector('h1:not([data-before])') !== null)
  await settled(page)
}

/** The page has what it asked for: nothing more is under way, and nothing stands in its place. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const until = Date.now() + 60_000
  for (let quiet = 0; quiet < 4; quiet = await isQuiet(page) ? quiet + 1 : 0) {
    if (Date.now() > until) throw new Error(`${page.url()} did not come to rest.`)
    await page.waitForTimeout(25)
  }
}

const isQuiet = async (page: Page): Promise<boolean> =>
  (underWay.get(page)?.size ?? 0) === 0 && await page.evaluate(() => document.querySelector('h1') !== null && document.querySelector('.page[aria-busy="true"], input[aria-busy="true"]') === null)

/** What each page waits for. The browser's own «network idle» waits half a second more, on every page. */
const underWay = new WeakMap<Page, Set<Request>>()

function counting(page: Page): void {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => { if (request.resourceType() !== 'eventsource') asked.add(request) })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
}

/** What a reader would never see but a page should not do: errors thrown, what the browser refused, answers of 500. */
function noticing(page: Page): string[] {
  const mistakes: string[] = []
  page.on('pageerror', (error) => mistakes.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) mistakes.push(message.text()) })
  page.on('response', (response) => { if (response.status() >= 500) mistakes.push(`${response.status()} ${response.url()}`) })
  return mistakes
}

/** When a journey fails, what each of its pages showed at that moment: a time-out alone says nothing. */
const open = new Map<Page, string[]>()
afterEach(async ({ task }) => { if (task.result?.state === 'fail') for (const [page, mistakes] of open) await tell(page, mistakes) })

async function tell(page: Page, mistakes: string[]): Promise<void> {
  const shown = await page.locator('body').innerText({ timeout: 2_000 }).catch((error: Error) => `nothing could be read: ${error.message}`)
  const waits = [...underWay.get(page) ?? []].map((request) => `${request.method()} ${request.url()}`)
  process.stderr.write(`\n${page.url()} showed:\n${shown.slice(0, 3_000)}\nunder way: ${waits.join(', ') || 'nothing'}\nwent wrong: ${mistakes.join(' · ') || 'nothing'}\n`)
}

type Finding = { id: string; impact: string; nodes: { html: string }[] }

/** WCAG 2.2 AA, as far as a machine can tell. Run in a world of its own, which the page's security policy does not reach. */
async function accessible(page: Page, where: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
  const run = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then(({ violations }) => violations)"
  await session.send('Runtime.evaluate', { expression: readFileSync('node_modules/axe-core/axe.min.js', 'utf8'), contextId: executionContextId })
  await page.evaluate(footLetsGo, true)
  const { result } = await session.send('Runtime.evaluate', { expression: run, contextId: executionContextId, awaitPromise: true, returnByValue: true })
  await page.evaluate(footLetsGo, false)
  await session.detach()
  const grave = (result.value as Finding[]).filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${where}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' · ')}`)).toEqual([])
}

/**
 * What holds on to the foot of the screen lies over a strip of what is scrolled from under it. Which strip is chance, and axe would say of a field cut
 * by it that it is too small to hit: while axe looks, the foot stands where it stands in the page.
 */
function footLetsGo(lets: boolean): void {
  const mark = 'data-let-go'
  for (const element of document.querySelectorAll<HTMLElement>(lets ? 'body *' : `[${mark}]`)) {
    const { position, bottom, height } = getComputedStyle(element)
    if (lets && !(position === 'sticky' && bottom !== 'auto') && !(position === 'fixed' && bottom === '0px' && Number.parseFloat(height) < innerHeight / 2)) continue
    element.toggleAttribute(mark, lets)
    element.style.position = lets ? 'static' : ''
  }
}

/** What a reader of another language would trip over: a key instead of a word, or the wrong direction. */
export async function speaks(page: Page, locale: Locale): Promise<void> {
  const { lang, dir, text } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, text: document.body.innerText }))
  expect(lang.slice(0, 2)).toBe(locale)
  expect(dir || 'ltr').toBe(locale === 'ur' ? 'rtl' : 'ltr')
  expect(text.match(/\b(web|organisations|agreements|alliances|people|registers|search|today)\.[a-z][a-z-]+(\.[a-z-]+)*\b/g) ?? []).toEqual([])
}
