// By keyboard alone: what closes or is replaced never leaves a reader without a place on the page.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { layDownOffices, signIn, traveller } from './traveller.ts'

const standsOn = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('a filter that closes gives the place back to its button', async () => {
  const someone = await traveller('en')
  const { page, text } = someone
  await signIn(someone)
  await someone.go('/agreements?lang=en')
  await page.getByRole('button', { name: text('web.filters.any', { what: text('agreements.filter.state') }) }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await standsOn(page)).toBe(text('web.filters.any', { what: text('agreements.filter.state') }))
  await someone.leave()
})

test('who picks an organisation stays in its field, and again when it is changed', async () => {
  const someone = await traveller('en')
  const { page, text } = someone
  await signIn(someone)
  await layDownOffices(someone)
  await someone.go('/agreements/new?lang=en')
  await page.getByPlaceholder(text('web.pick.organisation')).first().focus()
  await page.keyboard.type('jiaotong')
  await page.getByRole('option', { name: /Jiaotong/ }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: text('web.change') }).first().waitFor()
  expect(await standsOn(page)).toBe(text('web.change'))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: text('web.change') }).waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await someone.leave()
})
