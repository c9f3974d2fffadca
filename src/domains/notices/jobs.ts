// What happens by the clock: news are told each minute, the letter of the week goes on Mondays, webhooks are sent what waits.
import { daily, every, type Jobs } from '#platform/jobs/job.ts'
import { writeDigests } from './digest.ts'
import { remindSides } from './reminding.ts'
import { tellNew, type Teller } from './telling.ts'
import { keptDays } from './webhook-rules.ts'
import { openVault } from '#platform/signatures/vault.ts'
import type { Installation } from './letters.ts'
import type { Sends } from './webhook-actions.ts'
import { sendDue } from './webhook-sending.ts'
import { listenForWebhooks } from './webhook-telling.ts'

const isMonday = (now: Date) => now.getUTCDay() === 1 && now.getUTCHours() >= 5

/** `data` is where the secret lies that opens those of the webhooks. */
type Here = Teller & { home: Installation & { data: string; webhooks: Sends } }

export function noticeJobs(teller: Here): Jobs {
  const { home, clock } = teller
  const sender = { home, clock, sends: home.webhooks, vault: openVault(home.data) }
  if (home.webhooks.on) listenForWebhooks()
  return {
    'tell-news': every(60, async (db) => void await tellNew(db, teller)),
    'write-digests': every(1800, async (db) => { if (isMonday(teller.clock())) await writeDigests(db, teller) }),
    'remind-sides': daily('50 5 * * *', async ({ db }) => void await remindSides(db, teller)),
    'send-webhooks': every(3, async (db) => void await sendDue(db, sender)),
    'forget-webhook-deliveries': daily('20 4 * * *', async ({ db, now }) => void await db.deleteFrom('webhookDelivery').where('at', '<', new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()).execute()),
  }
}
