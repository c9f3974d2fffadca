// From the first start to being signed in: the link that the start prints, a name and a password, and the house is yours.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#platform/i18n/locale.ts'
import { openHouse, type OpenHouse } from './open-house.ts'
import { settled, speaks, traveller } from './traveller.ts'

describe.each(locales.filter((locale) => locale === 'en' || locale === 'ur'))('in %s', (locale) => {
  let house: OpenHouse
  beforeAll(async () => { house = await openHouse({ args: ['--empty'] }) })
  afterAll(() => house.close())

  test('the printed link makes the first administrator, once', async () => {
    const someone = await traveller(locale, { url: house.url })
    const { page, text } = someone
    await someone.go(house.firstLink)
    await speaks(page, locale)
    await someone.accessible('the first link')
    await page.getByLabel(text('people.name'), { exact: true }).fill('Gulnora Karimova')
    await page.getByLabel(text('people.email'), { exact: true }).fill('gulnora@example.org')
    await page.getByLabel(text('people.new-password')).fill('walnut over the river')
    await page.getByRole('button', { name: text('people.link.join'), exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await settled(page)
    await speaks(page, locale)
    await someone.accessible('the first page')
    expect(await page.getByRole('main').innerText()).not.toBe('')

    const late = await traveller(locale, { url: house.url })
    await late.go(house.firstLink)
    expect(await late.page.getByLabel(text('people.new-password')).count()).toBe(0)
    expect(someone.mistakes).toEqual([])
    await late.leave()
    await someone.leave()
  })

  test('the next start prints no link, and the password opens the door', async () => {
    await house.closeButKeep()
    const again = await openHouse({ data: house.data })
    expect(again.firstLink).toBe('')
    const someone = await traveller(locale, { url: again.url })
    const { page, text } = someone
    await someone.go('/sign-in')
    await someone.accessible('the sign-in page')
    await page.getByLabel(text('people.email'), { exact: true }).fill('gulnora@example.org')
    await page.getByLabel(text('people.password'), { exact: true }).fill('walnut over the river')
    await page.getByRole('button', { name: text('web.sign-in'), exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    expect(someone.mistakes).toEqual([])
    await someone.leave()
    await again.close()
  })
})
