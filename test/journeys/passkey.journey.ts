// What only a browser can prove: a passkey is made in the settings and signs in at the door, and the page of the API is drawn.
import { describe, expect, inject, test } from 'vitest'
import { signIn, traveller, type Traveller } from './traveller.ts'

/** Passkeys belong to a name, never to a bare address. */
const url = inject('url').replace('127.0.0.1', 'localhost')

describe.each(['en', 'ur'] as const)('in %s', (locale) => {
  test('a passkey opens the door', async () => {
    const someone = await traveller(locale, { url })
    const { page, text } = someone
    await plugInKey(someone)
    await signIn(someone)
    await someone.go(`/settings/security?lang=${locale}`)
    await page.getByRole('button', { name: text('people.add-passkey') }).click()
    await page.getByText(text('people.no-passkeys')).waitFor({ state: 'detached' })

    await someone.context.clearCookies({ name: 'pamir-session' })
    await someone.go(`/sign-in?lang=${locale}&to=/settings/security`)
    await page.getByRole('button', { name: text('people.door.passkey') }).click()
    await page.waitForURL((at) => at.pathname === '/settings/security')
    await page.getByText(text('people.how.passkey')).first().waitFor()

    await page.getByRole('button', { name: text('web.remove-one', { what: 'Linux' }) }).click()
    await page.getByText(text('people.no-passkeys')).waitFor()
    // Last: when it lets go of the page, Chromium unplugs the key.
    await someone.accessible('the passkeys')
    expect(someone.mistakes).toEqual([])
    await someone.leave()
  })
})

test('the page of the API shows every room’s endpoints', async () => {
  const someone = await traveller('en')
  await someone.go('/api/docs/')
  await someone.page.locator('.opblock-tag').first().waitFor()
  expect(await someone.page.locator('.opblock-tag').count()).toBeGreaterThan(5)
  expect(someone.mistakes).toEqual([])
  await someone.leave()
})

/** A security key as Chromium plays it: it holds real keys and asks nobody (WebAuthn, level 3, 11). */
async function plugInKey({ context, page }: Traveller): Promise<void> {
  const browser = await context.newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const
  await browser.send('WebAuthn.addVirtualAuthenticator', { options })
}
