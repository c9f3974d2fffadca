// What the tests of webhooks stand on: a receiver on this machine, to which alone news is sent, and the alliance whose news it is.
import { mkdtempSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveOffice, home, openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { webhookRoutes } from './routes.ts'
import type { Sender } from './webhook-sending.ts'
import { listenForWebhooks } from './webhook-telling.ts'

export async function openReceived(receiver: Server, scheme: 'http' | 'https', sends: Sender['sends'] & { allowed: string[] }, clock: () => Date) {
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const { port } = receiver.address() as { port: number }
  sends.allowed = [`127.0.0.1:${port}`]
  const keeping = { vault: openVault(mkdtempSync(join(tmpdir(), 'pamir-webhooks-'))), sends }
  listenForWebhooks()
  const here = await openAlliance(webhookRoutes(keeping))
  await giveOffice(here.db, here.people.ayesha.id, 'director', here.places.sargodha)
  const sender: Sender = { ...keeping, home, clock, chance: () => 0 }
  return { here, sender, url: `${scheme}://127.0.0.1:${port}/pamir` }
}
