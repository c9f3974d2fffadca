// An evidence pack: which agreements, over which time; what it counted; and where it stands.
import * as z from 'zod'
import { Kind, State } from '#domains/agreements/model.ts'
import { Work } from '#platform/api.ts'
import { Country, Day, Id, Instant, Locale } from '#platform/kinds.ts'

/** Days for which a pack is kept. */
export const packDays = 7
/** The most that one pack holds; its document is parted into volumes, so that memory does not grow with it. More is asked for in several packs. */
export const packMost = { agreements: 2000, activities: 10_000 }

export const PackWanted = z.object({
  from: Day.nullable().default(null), until: Day.nullable().default(null), locale: Locale.default('en'),
  organisation: Id.nullable().default(null), alliance: Id.nullable().default(null), country: Country.nullable().default(null),
  state: z.array(State).max(10).default([]), kind: z.array(Kind).max(10).default([]),
}).refine(({ from, until }) => !from || !until || from <= until, { path: ['until'], error: 'reports.period-backwards' })
export type PackWanted = z.output<typeof PackWanted>

export const PackFigures = z.object({
  agreements: z.int(), commitments: z.int(), claimed: z.int(), confirmed: z.int(), disputed: z.int(), open: z.int(), withdrawn: z.int(), files: z.int(), links: z.int(),
})
export type PackFigures = z.infer<typeof PackFigures>

/** One row of `evidence_pack`. */
export const Pack = z.object({
  id: Id, askedBy: Id, askedAt: Instant, wanted: PackWanted, workId: Id, fileName: z.string().nullable(), size: z.int().nullable(), figures: PackFigures.nullable(),
  readyAt: Instant.nullable(), expiresAt: Instant.nullable(),
})
export type Pack = z.infer<typeof Pack>
export const PackShown = Pack.extend({ state: Work.shape.state, about: z.array(z.string()) })
export type PackShown = z.infer<typeof PackShown>
