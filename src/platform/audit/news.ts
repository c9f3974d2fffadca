// News travels upwards by the journal: a floor never calls the one above it; the floor above says once what it wants to hear,
// and hears it in the transaction of the deed itself, so that both happen or neither.
import type { Deed, Hand } from './journal.ts'

type Hearing = (at: Hand, deed: Required<Deed>) => Promise<void>

const hearings = new Map<string, Hearing[]>()

/** Said once, where the domain's actions are: `when('agreement.in-force', async (at, { about }) => …)`. */
export function when(what: string, hear: Hearing): void {
  hearings.set(what, [...(hearings.get(what) ?? []), hear])
}

/** Tells those who listen, one after another, in the order in which they asked. */
export async function tellNews(at: Hand, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) {
    for (const hear of hearings.get(deed.what) ?? []) await hear(at, { data: {}, ...deed })
  }
}
