// A director has the news of a university sent to its own system: registers the address, tries it, looks at what was answered, sends it again.
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSigned } from '#platform/outside/signed.ts'
import { signIn, traveller } from './traveller.ts'

const came: { headers: Record<string, string | string[] | undefined>; body: string }[] = []
let status = 503
const receiver = createServer((request, reply) => {
  let body = ''
  request.on('data', (piece) => { body += piece }).on('end', () => { came.push({ headers: request.headers, body }); reply.writeHead(status).end(status === 200 ? 'thank you' : 'not now') })
})
beforeAll(() => new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done)))
afterAll(() => { receiver.closeAllConnections(); receiver.close() })

test('registered, tried, refused, sent again, and every signature holds', async () => {
  const someone = await traveller('en', { phone: true })
  const { page, context, text } = someone
  await signIn(someone)
  const read = async (path: string) => (await context.request.get(`/api${path}`)).json()
  const [me, organisations] = [await read('/me'), await read('/organisations?text=university')]
  const { port } = receiver.address() as { port: number }
  await someone.go(`/settings/webhooks?organisation=${organisations.rows[0].id}&lang=en`)
  await page.getByRole('button', { name: text('webhooks.add') }).click()
  await page.getByLabel(text('webhooks.url')).fill('http://10.0.0.1/in')
  await page.getByRole('button', { name: text('webhooks.add') }).click()
  await page.getByText(text('webhooks.troubles.only-https')).waitFor()
  await page.getByLabel(text('webhooks.url')).fill(`http://127.0.0.1:${port}/in`)
  await page.getByRole('button', { name: text('webhooks.add') }).click()
  const secret = (await page.locator('.webhook-secret code').innerText()).trim()
  expect(secret).toMatch(/^whsec_/)
  await someone.accessible('the secret')
  await page.getByRole('link', { name: text('webhooks.send-test') }).click()
  await page.getByRole('button', { name: text('webhooks.send-test') }).click()
  await page.locator('.message summary', { hasText: text('webhooks.a-test') }).click()
  await page.getByText('not now').waitFor()
  await someone.accessible('a message that was refused')
  status = 200
  // Five seconds after the first try it is tried again by itself.
  await expect.poll(() => came.length).toBe(2)
  await page.reload()
  await page.locator('.message summary', { hasText: text('webhooks.states.sent') }).click()
  await page.getByRole('button', { name: text('webhooks.repeat') }).click()
  await expect.poll(() => came.length).toBe(3)
  expect(came.every(({ headers, body }) => isSigned(secret, headers, body, Date.now()))).toBe(true)
  expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(someone.mistakes).toEqual([])
  await page.getByRole('button', { name: text('webhooks.remove') }).click()
  await page.getByRole('dialog').getByRole('button', { name: text('webhooks.remove') }).click()
  await page.getByText(text('webhooks.add')).waitFor()
  expect((await read(`/webhooks?organisation=${organisations.rows[0].id}`)).rows.filter(({ url }: { url: string }) => url.includes(String(port)))).toEqual([])
  expect(me.viewer.admin).toBe(true)
  await someone.leave()
})
