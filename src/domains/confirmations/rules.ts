// When a claim is confirmed, who may say what about it, and when a link opens. Nothing here knows what is claimed.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Instant, Locale } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Claim, ClaimShown, ClaimState, LinkOut, Side, SideAnswer } from './model.ts'

/** Confirmed when every side that was asked has confirmed; one dispute makes it disputed until the claimant has answered. */
export function stateOf(sides: readonly Pick<Side, 'answer'>[]): Exclude<ClaimState, 'withdrawn'> {
  const asked = sides.filter(({ answer }) => answer !== 'claims')
  if (asked.some(({ answer }) => answer === 'disputed')) return 'disputed'
  return asked.length > 0 && asked.every(({ answer }) => answer === 'confirmed') ? 'confirmed' : 'open'
}

/** The side that claims. */
export const claimantOf = <S extends Side>(sides: readonly S[]): S => sides.find(({ answer }) => answer === 'claims')!

/** The sides for which this viewer may answer: those that were asked, where they keep the records. */
export const answerableBy = (sides: readonly Side[], viewer: Viewer): Side[] =>
  sides.filter(({ answer, organisationId }) => answer !== 'claims' && holds(viewer, organisationId, ...recordKeepers))

/** Why this viewer may not answer so, or nothing. One never confirms what one claimed oneself, whatever offices one holds. */
export function whyNotAnswer(claim: Claim, viewer: Viewer, answer: Exclude<SideAnswer, 'claims' | 'open'>): Reason | undefined {
  if (claim.state === 'withdrawn') return 'confirmations.is-withdrawn'
  const own = answerableBy(claim.sides, viewer)
  if (own.length === 0) return 'confirmations.only-another-side'
  if (claim.claimedBy === viewer.id) return 'confirmations.own-claim'
  return own.every((side) => side.answer === answer) ? 'confirmations.said-already' : undefined
}

/** Only a disputed claim is made again, by the side that made it. */
export function whyNotClaimAgain(claim: Claim, viewer: Viewer): Reason | undefined {
  if (!holds(viewer, claimantOf(claim.sides).organisationId, ...recordKeepers) && claim.claimedBy !== viewer.id) return 'confirmations.only-the-claimant'
  if (claim.state === 'withdrawn') return 'confirmations.is-withdrawn'
  return claim.state === 'disputed' ? undefined : 'confirmations.not-disputed'
}

/** Why the claimant may not ask this side by a letter or a link. */
export function whyNotAsk(claim: Claim, viewer: Viewer, place: number): Reason | undefined {
  if (!mayAsk(claim, viewer)) return 'confirmations.only-the-claimant'
  if (claim.state === 'withdrawn') return 'confirmations.is-withdrawn'
  const side = claim.sides.find((one) => one.place === place && one.answer !== 'claims')
  if (!side) return 'confirmations.no-such-side'
  return side.answer === 'open' ? undefined : 'confirmations.answered-already'
}

/** The one who claimed, and those who keep the records of the claiming side. */
export const mayAsk = (claim: Claim, viewer: Viewer): boolean =>
  claim.claimedBy === viewer.id || holds(viewer, claimantOf(claim.sides).organisationId, ...recordKeepers)

type Opening = Pick<LinkOut, 'expiresAt' | 'revokedAt'>
/** A link that is over, taken back or never was is answered with one and the same sentence. */
export const whyNotOpen = (link: Opening | undefined, now: Instant): Reason | undefined =>
  (!link || link.revokedAt !== null || link.expiresAt <= now ? 'confirmations.link-over' : undefined)

/** Days after which a letter that nobody answered is written again. */
export const remindAfter = [7, 21]

type Values = ClaimShown['lines'][number]['values']
/** The values of a line for a reader: names in their language, days as they write them. */
export const valuesIn = (values: Values, locale: Locale, day: (day: string) => string): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? value[locale] ?? value.en ?? '' : /^\d{4}-\d\d-\d\d$/.test(String(value)) ? day(String(value)) : value]))

/** A title in the reader's language, else in the one it was written in. */
export const titleOf = ({ title }: Pick<ClaimShown, 'title'>, locale: Locale): string => title[locale] ?? title.en ?? Object.values(title)[0] ?? ''
