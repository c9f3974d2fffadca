// What may happen to a commitment, and if not why not.
import { mayWrite, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import type { Party } from '#domains/agreements/model.ts'
import { recordKeepers, type Role, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Commitment, CommitmentDraft, Responsible } from './model.ts'

type Parties = Pick<Party, 'organisationId' | 'role'>[]
type Whose = { draft: boolean; parties: Parties }

/** Those who log what was done: who keeps a side's records, and who does the work there. */
export const doers: Role[] = [...recordKeepers, 'faculty', 'committee-member']

/** The sides for which this viewer may claim something. */
export const mayClaimFor = (parties: Parties, viewer: Viewer): Id[] => sidesHeld(parties, viewer, ...doers)

/** A draft's promises stand in its text, and are changed there. */
export function whyNotRecord({ draft, parties }: Whose, viewer: Viewer): Reason | undefined {
  if (!mayWrite(parties, viewer) || sidesHeld(parties, viewer).length === 0) return 'commitments.only-a-record-keeper'
  return draft ? 'commitments.agreement-is-a-draft' : undefined
}

type Standing = Pick<Commitment, 'withdrawnAt' | 'origin'>
export function whyNotChange({ withdrawnAt, origin }: Standing, of: Whose, viewer: Viewer): Reason | undefined {
  if (withdrawnAt) return 'commitments.commitment-is-withdrawn'
  // What every side has signed is changed by an amendment, not by one side's pen.
  if (origin === 'text' && !of.draft) return sidesHeld(of.parties, viewer).length === 0 ? 'commitments.only-a-record-keeper' : 'commitments.stands-in-the-text'
  return sidesHeld(of.parties, viewer).length === 0 ? 'commitments.only-a-record-keeper' : undefined
}

/** What cannot be so in a filled-in commitment, field by field. */
export function mistakesIn({ afterId, payerId, offices }: CommitmentDraft, parties: Parties, siblings: readonly Pick<Commitment, 'id' | 'afterId'>[], id?: Id): Record<string, string[]> {
  const sides = sidesOf(parties)
  const wrong: [boolean, string, string][] = [
    [afterId !== null && !siblings.some((one) => one.id === afterId), 'afterId', 'commitments.after-unknown'],
    [id !== undefined && afterId !== null && leadsTo(afterId, id, siblings), 'afterId', 'commitments.after-is-circular'],
    [payerId !== null && !sides.includes(payerId), 'payerId', 'commitments.not-a-side'],
    [offices.some(({ organisationId }) => !sides.includes(organisationId)), 'offices', 'commitments.not-a-side'],
  ]
  return Object.fromEntries(wrong.filter(([is]) => is).map(([, field, key]) => [field, [key]]))
}

/** Whether one waits, through any others, for the other. */
function leadsTo(from: Id, to: Id, siblings: readonly Pick<Commitment, 'id' | 'afterId'>[]): boolean {
  const seen = new Set<Id>()
  for (let at: Id | null = from; at !== null && !seen.has(at); at = siblings.find((one) => one.id === at)?.afterId ?? null) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

/** A side that names no office is answered for by its director of linkages. */
export const officesFor = (parties: Parties, named: readonly Responsible[]): Responsible[] =>
  sidesOf(parties).flatMap((organisationId): Responsible[] => {
    const own = named.filter((office) => office.organisationId === organisationId)
    return own.length > 0 ? own : [{ organisationId, role: 'director', title: null }]
  })
