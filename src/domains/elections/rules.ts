// Who may do what in an election and if not why not; and what the rules of a post find of those who hold it or stand for it.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Post } from '#domains/alliances/model.ts'
import type { Election, OfficeCheck, OfficeRule, Stage } from './model.ts'

/**
 * Where an alliance has written down no rules of its own. Terms and their limit: charters of Belt and Road alliances, permanent council of four years, two
 * consecutive terms at most (http://brvea-en.spvec.com.cn/info/1153/1110.htm). Rotation of the presidency: SCO University
 * (https://kstu.kz/sistema-upravleniya-universitetom-shos-2/?lang=en), EU-Russia Cooperation Council. Quorum, runoff and protest days are Pamir's own.
 */
export const usualRules: OfficeRule[] = (['president', 'vice-president', 'secretary-general', 'treasurer'] as const).map((post) => ({
  post, years: 4, limit: 2, rotation: post === 'president' ? 'country' : 'none', majority: 'absolute', quorum: [1, 2], protestDays: 14,
}))
export const usualVersion = 0
export const ruleFor = (rules: readonly OfficeRule[], post: Post): OfficeRule => rules.find((one) => one.post === post) ?? { ...usualRules[2]!, post }

export function stageOf({ openedAt, countedAt, protestUntil, installedAt, cancelledAt, electedId }: Pick<Election, 'openedAt' | 'countedAt' | 'protestUntil' | 'installedAt' | 'cancelledAt' | 'electedId'>, today: Day): Stage {
  if (cancelledAt) return 'cancelled'
  if (installedAt) return 'installed'
  if (countedAt) return !electedId ? 'failed' : protestUntil && today <= protestUntil ? 'protest' : 'decided'
  return openedAt ? 'voting' : 'nominating'
}

export const speaksFor = (viewer: Viewer, organisationId: Id): boolean => holds(viewer, organisationId, ...recordKeepers)
type Now = { stage: Stage }

export function whyNotNominate({ stage, nominateUntil }: Now & Pick<Election, 'nominateUntil'>, today: Day): Reason | undefined {
  if (stage !== 'nominating') return 'elections.not-nominating'
  return today > nominateUntil ? 'elections.nominations-are-over' : undefined
}

/** One takes the nomination oneself; for one who has no account the office of their organisation writes down that they did. */
/** While nominations run a slip can be put right: the other answer stands open. */
export function whyNotAccept({ stage }: Now, candidate: { personId: Id; organisationId: Id; answer: string | null; hasAccount: boolean }, viewer: Viewer, said?: 'accepted' | 'declined'): Reason | undefined {
  if (stage !== 'nominating') return 'elections.not-nominating'
  if (candidate.personId !== viewer.id && (candidate.hasAccount || !speaksFor(viewer, candidate.organisationId))) return 'elections.only-oneself'
  return said !== undefined && candidate.answer === said ? 'elections.answered-already' : undefined
}

export function whyNotOpen({ stage, nominateUntil }: Now & Pick<Election, 'nominateUntil'>, accepted: number, today: Day): Reason | undefined {
  if (stage !== 'nominating') return 'elections.not-nominating'
  if (today <= nominateUntil) return 'elections.nominations-run'
  return accepted === 0 ? 'elections.nobody-stands' : undefined
}

export function whyNotVote({ stage, voteUntil }: Now & Pick<Election, 'voteUntil'>, voter: { organisationId: Id; votedAt: string | null; rests: boolean } | undefined, viewer: Viewer, today: Day): Reason | undefined {
  if (stage !== 'voting') return 'elections.not-voting'
  if (!voter) return 'elections.not-in-electorate'
  if (!speaksFor(viewer, voter.organisationId)) return 'elections.only-its-record-keepers'
  if (voter.votedAt) return 'elections.has-voted'
  if (voter.rests) return 'elections.vote-rests'
  return today > voteUntil ? 'elections.voting-is-over' : undefined
}

/** Before its last day only when everybody has voted. */
export function whyNotCount({ stage, voteUntil }: Now & Pick<Election, 'voteUntil'>, left: number, today: Day): Reason | undefined {
  if (stage !== 'voting') return 'elections.not-voting'
  return today <= voteUntil && left > 0 ? 'elections.voting-runs' : undefined
}

export const whyNotProtest = ({ stage }: Now): Reason | undefined => (stage === 'protest' ? undefined : 'elections.no-protest-now')
export function whyNotInstall({ stage }: Now, protests: readonly { answer: string | null }[]): Reason | undefined {
  if (protests.some(({ answer }) => answer === null)) return 'elections.protest-waits'
  if (protests.some(({ answer }) => answer === 'upheld')) return 'elections.was-upheld'
  if (stage === 'protest') return 'elections.protest-runs'
  return stage === 'decided' ? undefined : 'elections.not-decided-yet'
}
export const whyNotCancel = ({ stage }: Now): Reason | undefined => (stage === 'installed' || stage === 'cancelled' ? 'elections.is-over' : undefined)

export const termEnd = (from: Day, years: number): Day => new Date(Date.UTC(Number(from.slice(0, 4)) + years, Number(from.slice(5, 7)) - 1, Number(from.slice(8)) - 1)).toISOString().slice(0, 10)

type Held = { personId: Id; post: Post; country: string | null; fromOn: Day | null; untilOn: Day | null }
type Under = { rule: OfficeRule; version: number }

/** G30, for one who stands: how many terms in a row this would be. Terms follow each other when less than a year lies between. */
export function limitCheck({ rule, version }: Under, held: readonly Held[], who: { personId: Id; name: string }, from: Day): OfficeCheck {
  const own = held.filter(({ personId, post }) => personId === who.personId && post === rule.post).toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? 1 : -1))
  let [terms, next] = [1, from]
  for (const term of own) {
    const gap = Date.parse(next) - Date.parse(term.untilOn ?? next)
    if (gap > 366 * 86_400_000) break
    terms++
    next = term.fromOn ?? next
  }
  return { id: 'g30', status: terms > rule.limit ? 'warn' : 'pass', subject: who.name, inputs: { terms, limit: rule.limit }, ruleVersion: version, reason: terms > rule.limit ? 'elections.checks.too-many-terms' : 'elections.checks.terms' }
}

/** G30, for one who serves: the term runs out within half a year. */
export function expiryCheck({ version }: Pick<Under, 'version'>, held: Held & { personName: string }, today: Day): OfficeCheck {
  const said = (status: OfficeCheck['status'], reason: string, inputs: OfficeCheck['inputs'] = {}): OfficeCheck => ({ id: 'g30', status, subject: held.personName, inputs, ruleVersion: version, reason })
  if (!held.untilOn) return said('notApplicable', 'elections.checks.end-unknown')
  const days = Math.round((Date.parse(held.untilOn) - Date.parse(today)) / 86_400_000)
  return days < 0 ? said('notApplicable', 'elections.checks.over') : said(days <= 183 ? 'warn' : 'pass', days <= 183 ? 'elections.checks.ends-soon' : 'elections.checks.serves', { days })
}

/** G31, for one who stands: whether another country of the alliance has waited longer for the post. */
export function orderCheck({ rule, version }: Under, held: readonly Held[], countries: readonly string[], who: { name: string; country: string | null }): OfficeCheck {
  const said = (status: OfficeCheck['status'], reason: string, inputs: OfficeCheck['inputs'] = {}): OfficeCheck => ({ id: 'g31', status, subject: who.name, inputs, ruleVersion: version, reason })
  if (rule.rotation === 'none' || !who.country || countries.length < 2) return said('notApplicable', 'elections.checks.no-rotation')
  const last = lastHeld(held, rule.post)
  const own = last.get(who.country) ?? 0
  const waiting = countries.filter((country) => country !== who.country && (last.get(country) ?? 0) < own)
  return waiting.length > 0 ? said('warn', 'elections.checks.not-its-turn', { country: who.country, waiting: waiting.length, year: own }) : said('pass', 'elections.checks.its-turn', { country: who.country })
}

/** The year in which each country last began to hold a post. */
export const lastHeld = (held: readonly Held[], post: Post): Map<string, number> => new Map(held.filter((one) => one.post === post && one.country && one.fromOn).toSorted((a, b) => (a.fromOn! < b.fromOn! ? -1 : 1)).map(({ country, fromOn }) => [country!, Number(fromOn!.slice(0, 4))]))
