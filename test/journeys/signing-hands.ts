// How one signs in the journeys: clearances given, ink recorded with its scan, a password once more.
import { expect } from 'vitest'
import type { Guest } from './guests.ts'

/** The smallest picture there is, for a scan. */
const scan = { name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }

/** Gives every clearance that this person's side may give, in their order. */
export async function clearAll({ page, text, go }: Guest, agreement: string): Promise<void> {
  await go(`/agreements/${agreement}/signing`)
  const give = page.getByRole('button', { name: text('signing.clearance.give'), exact: true })
  const done = page.getByText(text('signing.clearance.given'), { exact: true })
  while (await give.count() > 0) {
    const before = await done.count()
    await give.first().click()
    await page.getByRole('dialog').getByRole('button', { name: text('signing.clearance.give'), exact: true }).click()
    await expect.poll(() => done.count(), { timeout: 20_000 }).toBe(before + 1)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
}

export async function recordInk(someone: Guest, agreement: string, { name, place, day }: { name: string; place: string; day: string }): Promise<void> {
  const { page, text, go } = someone
  await go(`/agreements/${agreement}/signing`)
  const before = await page.getByText(text('signing.means.ink.done')).count()
  await page.getByRole('button', { name: text('signing.means.ink.do'), exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(scan)
  await dialog.getByLabel(text('signing.name')).fill(`${name} (example)`)
  await dialog.getByLabel(text('signing.place')).fill(place)
  await dialog.locator('input[type=date]').fill(day)
  await dialog.locator('textarea').fill('Office of international affairs')
  await someone.accessible('ink being recorded')
  await dialog.getByRole('button', { name: text('signing.record'), exact: true }).click()
  await expect.poll(() => page.getByText(text('signing.means.ink.done')).count(), { timeout: 20_000 }).toBe(before + 1)
}

export async function signHere(someone: Guest, agreement: string): Promise<void> {
  const { page, text, go, password } = someone
  await go(`/agreements/${agreement}/signing`)
  const done = page.getByText(text('signing.means.electronic.done'))
  const before = await done.count()
  await page.getByRole('button', { name: text('signing.sign'), exact: true }).first().click()
  await page.getByLabel(text('signing.password-again')).fill(password)
  await someone.accessible('what is signed')
  await page.getByRole('dialog').getByRole('button', { name: text('signing.sign'), exact: true }).click()
  await expect.poll(() => done.count(), { timeout: 20_000 }).toBe(before + 1)
}
