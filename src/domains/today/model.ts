// What a day begins with: whose turn it is, what falls due, what sleeps, and what the records lack.
import * as z from 'zod'
import { AgreementLine, Counts } from '#domains/agreements/model.ts'
import { Commitment, Pulse } from '#domains/commitments/model.ts'
import { Duplicate } from '#domains/organisations/api.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Run } from '#domains/registers/model.ts'
import { Day, Id, type Instant } from '#platform/kinds.ts'
import { Turn } from '#platform/turns.ts'

/** Commitments due within so many days stand on the page. */
export const dueWithin = 30

const some = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), count: z.int() })
const Titled = z.object({ title: z.string(), titleLang: z.string().nullable(), titles: z.record(z.string(), z.string()) })
/** An agreement as it is named beside something: its title, and the parties that are not the reader's own. */
export const Named = Titled.extend({ id: Id, partners: z.array(OrganisationBrief) })
export type Named = z.infer<typeof Named>

export const TurnShown = Turn.extend({ side: OrganisationBrief.nullable(), agreement: Named.nullable() })
export type TurnShown = z.infer<typeof TurnShown>

/** A commitment whose day comes near. */
export const Due = z.object({ id: Id, what: Commitment.shape.what, dueOn: Day, status: z.enum(['green', 'amber', 'red', 'grey']), agreement: Named })
export type Due = z.infer<typeof Due>

export const Sleeping = z.object({ agreement: Named, pulse: Pulse.pick({ reasons: true, proposeClosure: true, lastActivityOn: true }) })
export type Sleeping = z.infer<typeof Sleeping>

/** A place whose clock is shown: where one is, and where those are whom one waits for. */
export const Place = z.object({ id: Id, organisation: OrganisationBrief, timeZone: z.string() })

/** `scope`: of one's own organisations, of all (an administrator without an office), or nothing that waits for anyone. */
export const Today = z.object({
  scope: z.enum(['own', 'all', 'none']), counts: Counts, places: z.array(Place), yours: some(TurnShown), theirs: some(TurnShown), due: some(Due), asleep: some(Sleeping),
  expiring: z.array(AgreementLine), lapsed: z.array(AgreementLine), lacking: z.array(AgreementLine), runs: z.array(Run), duplicates: some(Duplicate),
})
export type Today = z.infer<typeof Today>

export type When = { today: Day; now: Instant }
