// Finding one's way: a partner by any of its names, another language without losing the place, and the public pages for everyone.
import { describe, expect, test } from 'vitest'
import type { Locale } from '#platform/i18n/locale.ts'
import { settled, signIn, speaks, traveller, type Traveller } from './traveller.ts'

const publicPages = ['/', '/a/sco-university', '/a/uansr', '/a/uansr/members', '/a/uansr/agreements', '/a/uansr/news']
const names = { en: 'English', zh: '中文', ru: 'Русский', ur: 'اردو' }

describe.each<[Locale, Locale, string]>([['en', 'zh', 'jiaotong'], ['ur', 'en', '西安交通']])('in %s', (locale, other, typed) => {
  test('a partner is found by typing into the one box, and its page says who it is', async () => {
    const someone = await traveller(locale)
    await signIn(someone)
    await someone.go(`/?lang=${locale}`)
    await findByTyping(someone, typed)
    await speaks(someone.page, locale)
    await someone.accessible('the partner')
    const told = await someone.page.getByRole('main').innerText()
    expect(told).toContain('西安交通大学')
    expect(told).toContain('017zhmm22')

    const place = someone.page.url()
    await switchLanguage(someone, locale, other)
    await speaks(someone.page, other)
    expect(someone.page.url()).toBe(place)
    expect(someone.mistakes).toEqual([])
    await someone.leave()
  })

  test('the public pages need no sign-in and no JavaScript, and weigh little', async () => {
    const anyone = await traveller(locale, { javaScript: false, phone: true })
    const weigh = weighing(anyone)
    for (const path of publicPages) {
      await anyone.go(`${path}?lang=${locale}`)
      const { lang, dir, text } = await anyone.page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, text: document.body.innerText }))
      expect([lang.slice(0, 2), dir]).toEqual([locale, locale === 'ur' ? 'rtl' : 'ltr'])
      expect(text.length, `${path} says something`).toBeGreaterThan(80)
      expect(weigh(), `${path} in bytes on the wire, but for fonts`).toBeLessThan(100_000)
    }
    await anyone.go(`/a/sco-university?lang=${locale}`)
    expect(await anyone.page.getByRole('heading', { level: 1 }).innerText()).toContain('上海合作组织大学')
    await anyone.leave()
  })

  test('nothing on the public pages stands in a reader’s way', async () => {
    const reader = await traveller(locale)
    for (const path of publicPages) {
      await reader.go(`${path}?lang=${locale}`)
      await reader.accessible(`public ${path}`)
    }
    expect(reader.mistakes).toEqual([])
    await reader.leave()
  })
})

test('who signs in waits for little, and the rest comes when it is wanted', async () => {
  const someone = await traveller('ru')
  await signIn(someone)
  const weigh = weighing(someone, /javascript/)
  await someone.go('/?lang=ru')
  expect(weigh(), 'the first page’s scripts in bytes on the wire').toBeLessThan(200_000)
  await someone.leave()
})

test('without a line a page says so, and comes by itself when the line is back', async () => {
  const someone = await traveller('en')
  const { page, text, context } = someone
  await signIn(someone)
  await someone.go('/?lang=en')
  await context.setOffline(true)
  await page.getByRole('link', { name: text('alliances.title'), exact: true }).first().click()
  await page.getByText(text('web.offline'), { exact: true }).waitFor()
  await page.getByText(text('web.offline-banner'), { exact: true }).waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { level: 1, name: text('alliances.title') }).waitFor()
  await someone.leave()
})

async function findByTyping({ page }: Traveller, typed: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  const partner = { name: /Xi.an Jiaotong University|西安交通大学/ }
  await page.getByRole('main').getByRole('link', partner).first().click()
  await page.getByRole('heading', { level: 1, ...partner }).waitFor()
  await settled(page)
}

/** Waits until the choice is kept with the person too: left half done, the next journey would be spoken to in either language. */
async function switchLanguage({ page }: Traveller, from: Locale, to: Locale): Promise<void> {
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT' && response.url().endsWith('/api/me/profile'))
  await page.getByRole('button', { name: new RegExp(names[from]) }).click()
  await page.getByText(names[to], { exact: true }).last().click()
  await page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), to)
  expect((await kept).status()).toBe(200)
}

/** Bytes that came over the wire since the last question, fonts left out: `content-length` where it is said, else what was in it. */
function weighing({ page }: Traveller, only = /^(?!font)/): () => number {
  let weight = 0
  page.on('response', async (response) => {
    if (!only.test(response.headers()['content-type'] ?? '')) return
    const { responseBodySize } = await response.request().sizes().catch(() => ({ responseBodySize: 0 }))
    weight += responseBodySize
  })
  return () => { const sum = weight; weight = 0; return sum }
}
