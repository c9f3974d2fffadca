// What may happen to an organisation's record, and if not, why not. The server obeys these rules; the pages ask the same ones.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Filled, Organisation } from './model.ts'

type Judged = Pick<Organisation, 'id' | 'parentId' | 'status' | 'provisional' | 'source'>
type Followed = Judged & { successorId?: string | null; successor?: { id: string } | null }

/** Directors and secretariats bring in new partners, so they may add a record that nobody keeps yet. */
export const mayAdd = (viewer: Viewer): boolean => viewer.admin || viewer.offices.some(({ role }) => role === 'director' || role === 'secretariat')

export function whyNotAdd(viewer: Viewer): Reason | undefined {
  return mayAdd(viewer) ? undefined : 'organisations.only-directors-add'
}

/** What a text means, and that two records are two, is said for everyone: by those who keep records somewhere. */
export function whyNotJudge(viewer: Viewer): Reason | undefined {
  return viewer.admin || viewer.offices.some(({ role }) => recordKeepers.includes(role)) ? undefined : 'organisations.only-record-keepers'
}

/** A record is kept by the organisation itself and by what it is part of; one that nobody has identified yet, by whoever brings partners in. */
export function whyNotChange(organisation: Judged, viewer: Viewer): Reason | undefined {
  if (organisation.status === 'merged') return 'organisations.was-merged'
  return keeps(organisation, viewer) || (organisation.provisional && mayAdd(viewer)) ? undefined : 'organisations.only-its-keepers'
}

/** Merging takes a record away from others' lists, so outside one's own records it is the administrator's. */
export function whyNotMerge(kept: Followed, merged: Judged, viewer: Viewer): Reason | undefined {
  if (kept.id === merged.id) return 'organisations.one-and-the-same'
  if (kept.status === 'merged' || merged.status === 'merged') return 'organisations.was-merged'
  if (kept.parentId === merged.id || (kept.successorId ?? kept.successor?.id) === merged.id) return 'organisations.part-of-the-other'
  if (merged.source === 'ror' && kept.source !== 'ror') return 'organisations.keep-the-registered-one'
  const own = keeps(merged, viewer) && keeps(kept, viewer)
  return viewer.admin || own || (merged.provisional && mayAdd(viewer)) ? undefined : 'organisations.only-administrators-merge'
}

type Done = { mergedBy: string; undoneAt: string | null }
export function whyNotUndo(merge: Done, kept: Judged, viewer: Viewer): Reason | undefined {
  if (merge.undoneAt) return 'organisations.undone-already'
  if (kept.status === 'merged') return 'organisations.merged-further-since'
  return viewer.admin || merge.mergedBy === viewer.id ? undefined : 'organisations.only-who-merged'
}

/** A circle of parts, or a record that is its own parent or successor, would never end. */
export function whyNotFilled(id: string | undefined, { parentId, successorId }: Pick<Filled, 'parentId' | 'successorId'>, above: string[]): Reason | undefined {
  if (!id) return undefined
  if (parentId === id || above.includes(id)) return 'organisations.part-of-itself'
  return successorId === id ? 'organisations.followed-by-itself' : undefined
}

function keeps({ id, parentId }: Judged, viewer: Viewer): boolean {
  return viewer.admin || holds(viewer, id, ...recordKeepers) || (parentId !== null && holds(viewer, parentId, ...recordKeepers))
}

export const duplicateReasons = ['same-identifier', 'same-name', 'same-domain', 'resolver'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]
/** How sure each reason makes that two records are one; a shared web domain is often a university's and its hospital's. */
export const sureness: Record<DuplicateReason, number> = { 'same-identifier': 0.99, 'same-name': 0.9, 'same-domain': 0.6, resolver: 0.8 }
