// How one signs in the journeys: clearances given, ink recorded with its scan, a password once more.
import { PDF } from '@libpdf/core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { SigningFile } from '#domains/signing/model.ts'
import { readP12 } from '#platform/signatures/certificates.ts'
import { signerOf } from '#platform/signatures/cms.ts'
import { inDate } from '#platform/signatures/p12.fixtures.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import type { Desk, Guest } from './guests.ts'
import type { Traveller } from './traveller.ts'

type File = { name: string; mimeType: string; buffer: Buffer }
/** A page that was agreed to elsewhere. */
export async function memorandum(words = 'The parties cooperate.'): Promise<File> {
  const made = PDF.create()
  made.addPage({ size: 'a4' }).drawText(words, { x: 60, y: 760, size: 14 })
  return { name: 'agreed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await made.save()) }
}

/** What is signed is a PDF that was brought. */
export async function openWithPdf({ context, read }: Guest, agreement: string): Promise<void> {
  const { csrf } = await read<{ csrf: string }>('/me')
  const reply = await context.request.post(`/api/agreements/${agreement}/signing/pdf`, { headers: { 'x-csrf-token': csrf }, multipart: { file: await memorandum() } })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Gives what this side needs before it signs, where the story has shown already how one does it by hand. */
export async function clear({ read, put }: Desk, agreement: string, side: string): Promise<void> {
  const { signing } = await read<{ signing: SigningFile }>(`/agreements/${agreement}/signing`)
  for (const { id } of signing.clearances.filter(({ sideId }) => sideId === side)) await put(`/agreements/${agreement}/signing/clearances/${id}`, { state: 'given' })
}

/** Signs for this side, with the password once more, unless its place is signed already. */
export async function signFor({ read, send, password }: Desk & { password: string }, agreement: string, side: string): Promise<void> {
  const { signing: { seats, signatures, paperSha256 } } = await read<{ signing: SigningFile }>(`/agreements/${agreement}/signing`)
  const seat = seats.find(({ sideId }) => sideId === side)!
  if (!signatures.some(({ seatId }) => seatId === seat.id)) await send(`/agreements/${agreement}/signing/signatures`, { seatId: seat.id, paperSha256, proof: { password } })
}

/** The paper as it comes back from a program that signs: in this side's place, with a certificate of its own. */
export async function signedElsewhere({ context, read }: Guest, agreement: string, side: string): Promise<File> {
  const { signing } = await read<{ signing: SigningFile }>(`/agreements/${agreement}/signing`)
  const paper = await (await context.request.get(`/api/agreements/${agreement}/signing/paper`)).body()
  const { key, certificate, chain } = await readP12(inDate, 'pamir-test')
  const { field, name } = signing.seats.find(({ sideId }) => sideId === side)!
  const bytes = await signPdf(paper, { signer: signerOf(key, certificate, chain), field, shown: { name: name ?? 'Signed elsewhere', nameLang: 'en', lines: [] }, at: new Date() })
  return { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) }
}

/** Brings it in: its signature is checked, and the result shown. */
export async function takeSigned(someone: Guest, agreement: string, file: File, name: string): Promise<void> {
  const { page, text, go } = someone
  await go(`/agreements/${agreement}/signing`)
  await page.getByRole('button', { name: text('signing.means.uploaded.do'), exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(file)
  await dialog.getByLabel(text('signing.name')).fill(`${name} (example)`)
  await someone.accessible('a signed PDF being brought')
  await dialog.getByRole('button', { name: text('signing.check-and-take'), exact: true }).click()
  await page.getByText(text('signing.means.uploaded.done')).first().waitFor()
}

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
    await expect.poll(() => done.count()).toBe(before + 1)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
}

/** The marks of who signed this way: in some languages the way itself is called by the same words. */
const signed = (page: Page, said: string) => page.locator('.signed .mark').filter({ hasText: said })

type Ink = { name: string; place: string; day: string; file?: File }
export async function recordInk(someone: Pick<Guest, 'page' | 'text' | 'go' | 'accessible'>, agreement: string, { name, place, day, file = scan }: Ink): Promise<void> {
  const { page, text, go } = someone
  await go(`/agreements/${agreement}/signing`)
  const done = signed(page, text('signing.means.ink.done'))
  const before = await done.count()
  await page.getByRole('button', { name: text('signing.means.ink.do'), exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(file)
  await dialog.getByLabel(text('signing.name')).fill(`${name} (example)`)
  await dialog.getByLabel(text('signing.place')).fill(place)
  await dialog.locator('input[type=date]').fill(day)
  await dialog.locator('textarea').fill('Office of international affairs')
  await someone.accessible('ink being recorded')
  await dialog.getByRole('button', { name: text('signing.record'), exact: true }).click()
  await expect.poll(() => done.count()).toBe(before + 1)
}

export async function signHere(someone: Guest, agreement: string): Promise<void> {
  const { page, text, go, password } = someone
  await go(`/agreements/${agreement}/signing`)
  const done = signed(page, text('signing.means.electronic.done'))
  const before = await done.count()
  await page.getByRole('button', { name: text('signing.sign'), exact: true }).first().click()
  await page.getByLabel(text('signing.password-again')).fill(password)
  await someone.accessible('what is signed')
  await page.getByRole('dialog').getByRole('button', { name: text('signing.sign'), exact: true }).click()
  await expect.poll(() => done.count()).toBe(before + 1)
}

/** A photograph of a signed page that goes in three pieces. The line breaks with the second one; returns where each piece began. */
export async function onACutLine({ context, page, text }: Traveller, sending: (file: File) => Promise<void>): Promise<number[]> {
  const buffer = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), Buffer.alloc(600_000, 7), Buffer.from([0xff, 0xd9])])
  const began: number[] = []
  await context.route('**/api/uploads/*/pieces?*', async (route) => {
    began.push(Number(new URL(route.request().url()).searchParams.get('offset')))
    if (began.length !== 2) return route.continue()
    await context.setOffline(true)
    await route.abort('internetdisconnected')
  })
  const sent = sending({ name: 'page.jpg', mimeType: 'image/jpeg', buffer })
  await Promise.all([sent, (async () => {
    await expect.poll(() => began.length, { timeout: 20_000 }).toBe(2)
    await page.getByText(text('web.offline-banner')).waitFor()
    await page.getByRole('dialog').getByRole('progressbar', { name: text('web.outbox.sending') }).waitFor()
    await context.setOffline(false)
  })()])
  await context.unroute('**/api/uploads/*/pieces?*')
  return began
}
