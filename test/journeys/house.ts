// Before the journeys: the pages are built, one house is opened that they share, its administrator joins, a browser starts.
import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { peopleApi } from '#domains/people/api.ts'
import { openHouse } from './open-house.ts'

declare module 'vitest' {
  interface ProvidedContext { url: string; browser: string; data: string }
}

/** Who runs the shared house. */
export const administrator = { name: 'Ayesha Siddiqui', email: 'ayesha@example.org', password: 'seven mountains meet here' }

export default async function openForJourneys(project: TestProject) {
  // News may be sent to receivers on this machine.
  const house = await openHouse({ env: { PAMIR_WEBHOOKS: 'on', PAMIR_WEBHOOKS_ALLOW: '127.0.0.1' } })
  await join(house.url, house.firstLink)
  const browser = await playwright.launchServer({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'] })
  project.provide('url', house.url)
  project.provide('data', house.data)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await house.close()
  }
}

async function join(url: string, link: string): Promise<void> {
  const token = new URL(link).searchParams.get('token')
  const body = JSON.stringify({ token, locale: 'en', ...administrator })
  const reply = await fetch(`${url}/api${peopleApi.takeLink.path}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body })
  if (!reply.ok) throw new Error(`The administrator could not join: ${await reply.text()}`)
}

/** The one inside a package, else the one of this machine. */
async function browserPath(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.executablePath()
  const own = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path))
  if (own) return own
  throw new Error('The journeys need Chromium, and none is packaged for this machine. Install Chromium and run the tests again.')
}
