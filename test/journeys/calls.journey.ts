// A call of an alliance: the secretariat asks in two languages, one member answers on a phone, another by a workbook that is sent and read back, a third
// by a link without an account; and the house reads who answered what.
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Guest, guest, house, place } from './guests.ts'
import { settled, speaks, traveller, type Traveller } from './traveller.ts'

let li: Guest
let ayesha: Guest
let call: string
const members = {} as Record<'sargodha' | 'almaty' | 'fergana', string>
const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  const admin = await house()
  const host = await place(admin, 'university', 'CN', 'Host of the call', '征集主办大学')
  members.sargodha = await place(admin, 'university', 'PK', 'Sargodha of the call')
  members.almaty = await place(admin, 'university', 'KZ', 'Almaty of the call')
  members.fergana = await place(admin, 'university', 'UZ', 'Fergana of the call')
  const alliance = await admin.send('/alliances', { name: 'Alliance of the call', hostId: host })
  for (const organisationId of Object.values(members)) await admin.send(`/alliances/${alliance.id}/standings`, { organisationId, standing: 'member' })
  li = await guest(admin, 'zh', '李梅', { role: 'secretariat', organisationId: host })
  ayesha = await guest(admin, 'ur', 'Ayesha', { role: 'director', organisationId: members.sargodha })
  await admin.leave()
  await li.go(`/calls/new?alliance=${alliance.id}&lang=zh`)
})
afterAll(async () => {
  expect([...li.mistakes, ...ayesha.mistakes]).toEqual([])
  await Promise.all([li.leave(), ayesha.leave()])
})

const button = ({ page, text }: Traveller, key: string) => page.getByRole('button', { name: text(key), exact: true })

test('the secretariat writes what it asks, and opens it', async () => {
  const { page, text } = li
  await page.getByLabel(/· 中文/).fill('年度数据')
  await page.getByLabel(/· اردو/).fill('سالانہ اعداد')
  await page.getByLabel(text('calls.due')).fill(due)
  await button(li, 'calls.begin').click()
  await page.waitForURL(/\/calls\/[^/]+\/write$/)
  await settled(page)
  call = page.url().split('/').at(-2)!
  for (const kind of ['number', 'choice']) await page.getByRole('button', { name: `${text('calls.add-question')}: ${text(`calls.kinds.${kind}`)}` }).click()
  const [first, second] = [page.getByRole('group').filter({ hasText: 'q1' }).first(), page.getByRole('group').filter({ hasText: 'q2' }).first()]
  await first.getByLabel(new RegExp(`^${text('calls.question')} · 中文`)).fill('派出学生人数')
  await first.getByLabel(text('calls.required')).check()
  await second.getByLabel(new RegExp(`^${text('calls.question')} · 中文`)).fill('是否参加年会？')
  await second.getByLabel(new RegExp(text('calls.options'))).fill('参加\n不参加')
  await li.accessible('a call being written')
  await button(li, 'calls.save').click()
  await page.waitForURL(/view=questions/)
  await button(li, 'calls.open').click()
  await page.getByText(text('calls.standing.open'), { exact: true }).waitFor()
  await speaks(page, 'zh')
  await li.accessible('an open call')
})

test('a member answers on a phone in Urdu, and its draft is kept meanwhile', async () => {
  const phone = await ayesha.anew({ phone: true })
  await phone.go('/?lang=ur')
  await phone.page.getByRole('link', { name: phone.text('today.turns.call.do'), exact: true }).first().click()
  await phone.page.getByLabel(/派出学生人数/).fill('۲۰')
  await phone.page.getByText(phone.text('calls.kept.here')).waitFor()
  await phone.accessible('a call being answered')
  await button(phone, 'calls.send').click()
  await phone.page.waitForURL(new RegExp(`/calls/${call}$`))
  // Exactly: the notice that comes up says the same words and one more.
  await phone.page.getByText(phone.text('calls.states.answered'), { exact: true }).waitFor()
  expect(phone.mistakes).toEqual([])
  await phone.leave()
})

test('another’s workbook is sent, filled in and read back; what cannot be read is shown, and kept', async () => {
  const { page, text, context } = li
  const reply = await context.request.get(`/api/calls/${call}/workbook?locale=zh`)
  const book = new exceljs.Workbook()
  await book.xlsx.load(await reply.body() as never)
  const sheet = book.worksheets[0]!
  for (const row of [2, 3, 4]) {
    if (sheet.getCell(row, 1).value === members.almaty) { sheet.getCell(row, 3).value = 35; sheet.getCell(row, 4).value = '参加' }
    if (sheet.getCell(row, 1).value === members.fergana) sheet.getCell(row, 3).value = 'about 12'
  }
  await li.go(`/calls/${call}`)
  await button(li, 'calls.bring').click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'figures.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await book.xlsx.writeBuffer()) })
  await page.getByRole('dialog').getByRole('button', { name: text('calls.bring.read'), exact: true }).click()
  await page.getByText('about 12').waitFor()
  await li.accessible('a workbook as it was read')
  await page.getByRole('button', { name: text('calls.reading.take', { count: 2 }) }).click()
  await page.getByText(text('calls.progress-whole', { answered: 2, begun: 1, asked: 3 })).first().waitFor()
})

test('the third answers by a link, without an account and without a script', async () => {
  const { address } = await li.send<{ address: string }>(`/calls/${call}/links`, { organisationId: members.fergana, via: 'link', locale: 'ru' })
  const someone = await traveller('ru', { javaScript: false })
  await someone.go(`${new URL(address).pathname}?lang=ru`)
  await someone.page.getByLabel(/派出学生人数/).fill('12')
  await someone.page.getByLabel(someone.text('calls.public.name')).fill('Дильшод')
  await someone.page.getByLabel(someone.text('calls.public.office')).fill('Проректор')
  await someone.page.getByRole('button', { name: someone.text('calls.public.send') }).click()
  await someone.page.getByRole('status').first().waitFor()
  await speaks(someone.page, 'ru')
  await someone.leave()
  await li.go(`/calls/${call}?view=results`)
  await li.page.getByRole('rowheader', { name: 'Fergana of the call' }).or(li.page.getByText('Fergana of the call')).first().waitFor()
  // 20, 35 and 12 make 67.
  expect(await li.page.locator('.call-results tfoot').innerText()).toContain('67')
  await li.accessible('the answers side by side')
  await li.go(`/calls/${call}?view=history`)
  await li.page.getByText(li.text('calls.history.workbook-taken', { count: 2 })).first().waitFor()
  await speaks(li.page, 'zh')
  await li.accessible('the history of a call')
})
