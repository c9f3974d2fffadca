// What the reports are asked for, and how a brief comes to a page: as the blocks of the paper that it is also printed from.
import * as z from 'zod'
import { Id, Locale } from '#platform/kinds.ts'

/** Several values in an address: `a,b`. */
const list = <T extends z.ZodType>(one: T, most: number) =>
  z.preprocess((typed) => (typeof typed === 'string' ? typed.split(',').filter(Boolean) : typed), z.array(one).min(1, 'reports.nothing-chosen').max(most, 'reports.too-many-chosen'))

export const tripMost = 40

/** One or two languages; two stand `beside` each other or one `after` the other. */
const Printed = { languages: list(Locale, 2).default(['en']), layout: z.enum(['beside', 'after']).default('after') }
export const Form = z.enum(['pdf', 'docx'])
export type Form = z.infer<typeof Form>

export const BriefQuery = z.object({ locale: Locale.default('en') })
export const BriefFile = z.object({ ...Printed, form: Form.default('pdf') })
export type BriefFile = z.output<typeof BriefFile>
/** The partners of a trip, in the order of the trip. */
export const TripFile = BriefFile.extend({ organisations: list(Id, tripMost) })

const Cell = z.object({ text: z.string(), lang: z.string().optional(), bold: z.literal(true).optional(), href: z.string().optional() })
const Column = z.object({ label: z.string(), align: z.enum(['start', 'center', 'end']).optional(), share: z.number().optional() })
/** Of the blocks of a paper, those that a brief is made of. */
export const BriefBlock = z.object({
  /** `id`: where a way within the paper leads. */
  id: z.string().nullable(), kind: z.enum(['facts', 'table', 'rings', 'bars', 'note']), caption: z.string().nullable(), text: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), value: Cell })), columns: z.array(Column), rows: z.array(z.array(Cell)),
  rings: z.array(z.object({ label: z.string(), expected: z.number(), claimed: z.number(), confirmed: z.number() })),
  bars: z.array(z.object({ label: z.string(), first: z.number(), second: z.number() })),
})
export type BriefBlock = z.infer<typeof BriefBlock>
export type BriefCell = z.infer<typeof Cell>

export const BriefShown = z.object({ organisationId: Id, title: z.string(), original: z.string().nullable(), blocks: z.array(BriefBlock) })
export type BriefShown = z.infer<typeof BriefShown>
