// Today: what needs this person, each with its next step.
import * as z from 'zod'
import { AgreementLine } from '#domains/agreements/model.ts'
import { Run } from '#domains/registers/model.ts'
import { get } from '#platform/http/contract.ts'
import { Locale } from '#platform/kinds.ts'

const some = z.object({ rows: z.array(AgreementLine), total: z.int() })

export const Today = z.object({
  /** Agreements of one's organisations that end within 180 days, soonest first. */
  expiring: some,
  /** Those whose term is over and that nobody has renewed or ended, latest first. */
  lapsed: some,
  /** Records in which something is missing that a person could say. */
  unclear: some,
  /** Registers that were read and wait for their import. */
  runs: z.array(Run),
  duplicates: z.int(),
  /** How many agreements there are at all: none leads to the import. */
  agreements: z.int(),
})
export type Today = z.infer<typeof Today>

export const todayApi = {
  today: get('/today', { query: z.object({ locale: Locale.default('en') }), answer: Today, says: 'What needs this viewer today, in the organisations where they hold an office' }),
}
