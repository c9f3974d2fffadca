// What a kind of claim is, said once by the room that makes such claims: who may see one, what is shown of it, which files belong to it.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Id } from '#platform/kinds.ts'
import { NotFound } from '#platform/refusals.ts'
import type { ClaimShown, Confirmation } from './model.ts'

type Known = Pick<Confirmation, 'about' | 'scope'>
export type ClaimKind = {
  /** Whether this viewer may see what the claim is about. */
  seen: (db: Reading, viewer: Viewer, claim: Known) => Promise<boolean>
  /** The same, and holds the thing until the transaction ends: before the claim itself, as the room does in its own deeds, so that two never wait for each other in a circle. */
  held: (db: Writing, viewer: Viewer, claim: Known) => Promise<boolean>
  shown: (db: Reading, claim: Known) => Promise<ClaimShown>
  /** Whether the words with which the sides answer each other are for this viewer, who holds no office at any of them. Where it is not said, they are for whoever sees the claim. */
  inner?: (db: Reading, viewer: Viewer, claim: Known) => Promise<boolean>
  /** A file among its evidence, by the id under which `shown` named it. */
  file?: (db: Reading, claim: Known, id: Id) => Promise<Download>
}

const kinds = new Map<string, ClaimKind>()

/** Said once, where the room's actions are. */
export function claimsOf(kind: string, tells: ClaimKind): void {
  kinds.set(kind, tells)
}

export function kindOf({ kind }: Pick<Confirmation, 'kind'>): ClaimKind {
  const known = kinds.get(kind)
  if (!known) throw new NotFound()
  return known
}
