// Who keeps an organisation's webhooks, when a message is tried again, and when an address is given up.
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Delivery, Webhook } from './webhook-model.ts'

export const mayKeep = (organisationId: Id, viewer: Viewer): boolean => viewer.admin || holds(viewer, organisationId, 'director')

export const mostWebhooks = 10
export type Step = 'send-test' | 'stop' | 'begin' | 'renew-secret'
/** Why this step is closed now. */
export function whyNotKeep(step: Step, { stoppedAt }: Pick<Webhook, 'stoppedAt'>, on: boolean): Reason | undefined {
  if (step === 'stop') return stoppedAt ? 'webhooks.is-stopped' : undefined
  if (step === 'begin' && !stoppedAt) return 'webhooks.runs'
  if (!on) return 'webhooks.off'
  return step === 'send-test' && stoppedAt ? 'webhooks.is-stopped' : undefined
}

/** A message is sent again when it is not on its way, and its address is in use. */
export function whyNotRepeat({ state }: Pick<Delivery, 'state'>, webhook: Pick<Webhook, 'stoppedAt'>, on: boolean): Reason | undefined {
  if (!on) return 'webhooks.off'
  if (webhook.stoppedAt) return 'webhooks.is-stopped'
  return state === 'waiting' ? 'webhooks.is-on-its-way' : undefined
}

const [minute, hour] = [60_000, 3_600_000]
/** The pauses after the first try and after each further one (the ladder that standardwebhooks.com recommends): three days in all. */
export const pauses = [5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]
/** When a message that has been tried so often is tried next, or nothing. `chance` between 0 and 1 keeps many from coming at one moment. */
export function nextTry(tries: number, now: Instant, chance: number): Instant | null {
  const pause = pauses[tries - 1]
  return pause === undefined ? null : new Date(Date.parse(now) + pause * (1 + chance / 10)).toISOString()
}

/** Given up when a message has had its last try and nothing at all has got through for these days. */
export const givenUpAfter = 3 * 24 * hour
export const isGivenUp = (failingSince: Instant | null, now: Instant): boolean => failingSince !== null && Date.parse(now) - Date.parse(failingSince) >= givenUpAfter

/** How long the secret before signs too. */
export const overlap = 24 * hour
/** How long messages are kept to be looked at. */
export const keptDays = 30
