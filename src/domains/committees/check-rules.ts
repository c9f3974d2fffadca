// How a check is said: what it found, as of when, by which version of the rules.
import type { Day, Instant } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { type Check, type Matter, matterOf, type RuleSet } from './rule-model.ts'
import { checks } from './source-rules.ts'

export type Under = { rules: RuleSet; version: number; asOf: Instant | Day }
type Said = { ok: boolean | null; subject?: string; inputs?: Check['inputs'] }

/** `ok` is nothing where the rule has nothing to say. What fails is a failure where the rule blocks, and a warning elsewhere. */
export function check(id: string, { version, asOf }: Under, { ok, subject = '', inputs = {} }: Said, severity = checks[id]!.severity): Check {
  const status = ok === null ? 'notApplicable' : ok ? 'pass' : severity === 'blocks' ? 'fail' : 'warn'
  return { id, status, severity, subject, asOf, inputs, ruleVersion: version, messageKey: `committees.checks.${id}` }
}

/** The first check that blocks, as the reason of a refusal with its facts. */
export function blocking(all: readonly Check[]): { reason: Reason; facts: Check['inputs'] } | undefined {
  const failed = all.find(({ status }) => status === 'fail')
  return failed && { reason: `committees.fails-${failed.id}`, facts: failed.inputs }
}

/** A thing of another room is decided under the matter that it is. */
export const whyNotUnder = (matter: Matter, aboutKind: string | null): Reason | undefined => (aboutKind !== null && (matterOf[aboutKind] ?? matter) !== matter ? 'committees.matter-of-about' : undefined)
