// A call: what the house of an alliance asks of its members by a day; the questions, the answers, and the workbooks that are read back.
import * as z from 'zod'
import { Texts } from '#domains/alliances/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, Locale, ShortText } from '#platform/kinds.ts'

export const kinds = ['text', 'number', 'choice', 'date', 'file', 'table'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

const Titles = z.partialRecord(Locale, ShortText)
const Named = Titles.refine((titles) => Object.keys(titles).length > 0, { error: 'calls.needs-words' })
export const Option = z.object({ id: z.string().regex(/^o\d{1,3}$/), label: Named })
export type Option = z.infer<typeof Option>

/** What a question and a column of a table have in common. `unit` belongs to a number. */
const asked = { label: Named, unit: ShortText.nullable().default(null), least: z.number().nullable().default(null), most: z.number().nullable().default(null), options: z.array(Option).max(60).default([]) }
export const Column = z.object({ id: z.string().regex(/^c\d{1,2}$/), kind: z.enum(['text', 'number', 'choice', 'date']), ...asked })
export type Column = z.infer<typeof Column>
/** Its id is given once and stands in the workbook. `many`: several of the options. */
export const Question = z.object({
  id: z.string().regex(/^q\d{1,3}$/), kind: Kind, hint: Titles.default({}), required: z.boolean().default(false), many: z.boolean().default(false), ...asked, columns: z.array(Column).max(12).default([]),
})
export type Question = z.infer<typeof Question>

export const Cell = z.union([z.string().max(20_000), z.number()])
export type Cell = z.infer<typeof Cell>
export const Row = z.record(z.string(), Cell)
export type Row = z.infer<typeof Row>
/** A line, a number, a day; the ids of what was chosen or of files; the rows of a table. */
export const Value = z.union([z.string().max(20_000), z.number(), z.array(z.string().max(40)).max(60), z.array(Row).max(300)])
export type Value = z.infer<typeof Value>
export const Values = z.record(z.string(), Value)
export type Values = z.infer<typeof Values>

/** What stood in a workbook and could not be taken: kept as it came, with the reason, until it is answered. */
export const Unread = z.object({ question: z.string(), column: z.string().nullable(), row: z.int(), text: z.string(), why: z.string() })
export type Unread = z.infer<typeof Unread>

/** One row of `member_call`. */
export const Call = z.object({
  id: Id, allianceId: Id, title: Titles, about: Texts, questions: z.array(Question), everyone: z.boolean(), dueOn: Day,
  madeBy: Id, madeAt: Instant, changedAt: Instant, openedAt: Instant.nullable(), closedAt: Instant.nullable(),
})
export type Call = z.infer<typeof Call>

/** One row of `call_member`. */
export type Asked = { id: Id; callId: Id; organisationId: Id; draft: Values | null; draftAt: Instant | null; draftBy: Id | null; unread: Unread[]; answerId: Id | null; answeredAt: Instant | null }
export const Via = z.enum(['account', 'letter', 'link', 'workbook'])
export type AnswerRow = { id: Id; callId: Id; organisationId: Id; given: Values; via: z.infer<typeof Via>; who: Id | null; office: Id | null; name: string | null; officeName: string | null; at: Instant }
export type LinkRow = { id: Id; tokenHash: string; callId: Id; organisationId: Id; via: 'letter' | 'link'; toAddress: string | null; locale: Locale; madeBy: Id; madeAt: Instant; usedAt: Instant | null; revokedAt: Instant | null }

export const State = z.enum(['open', 'begun', 'answered'])
export type State = z.infer<typeof State>
export const Link = z.object({ id: Id, via: z.enum(['letter', 'link']), toAddress: z.string().nullable(), madeAt: Instant, usedAt: Instant.nullable(), revokedAt: Instant.nullable() })
/** How one member stands to a call. `mine`: this viewer answers for it. */
export const MemberLine = z.object({ organisation: OrganisationBrief, state: State, answeredAt: Instant.nullable(), draftAt: Instant.nullable(), unread: z.int(), via: Via.nullable(), by: z.string().nullable(), mine: z.boolean(), links: z.array(Link) })
export type MemberLine = z.infer<typeof MemberLine>

const Counts = z.object({ asked: z.int(), answered: z.int(), begun: z.int() })
export const CallLine = Call.pick({ id: true, title: true, dueOn: true, openedAt: true, closedAt: true }).extend({ alliance: z.object({ id: Id, name: Titles }), ...Counts.shape, mayManage: z.boolean(), mine: z.array(z.object({ organisationId: Id, state: State })) })
export type CallLine = z.infer<typeof CallLine>

export const HistoryLine = z.object({ id: Id, at: Instant, what: z.string(), who: z.string().nullable(), organisation: z.string().nullable(), count: z.int().nullable(), day: Day.nullable() })
export const CallFile = Call.extend({ alliance: CallLine.shape.alliance, mayManage: z.boolean(), ...Counts.shape, members: z.array(MemberLine), history: z.array(HistoryLine) })
export type CallFile = z.infer<typeof CallFile>

export const FileNamed = z.object({ id: Id, name: z.string(), size: z.int() })
const Given = z.object({ values: Values, via: Via, by: z.string().nullable(), officeName: z.string().nullable(), at: Instant })
/** What one member fills in: the questions, what was begun, what stands, what came and could not be taken. `whyNot` closes it. */
export const FormFile = z.object({
  call: Call.pick({ id: true, title: true, about: true, questions: true, dueOn: true, openedAt: true, closedAt: true }), alliance: CallLine.shape.alliance, organisation: OrganisationBrief,
  draft: Values.nullable(), draftAt: Instant.nullable(), answers: z.array(Given), unread: z.array(Unread), files: z.array(FileNamed), whyNot: z.string().nullable(),
})
export type FormFile = z.infer<typeof FormFile>

/** What every member answered, side by side. */
export const Results = z.object({ rows: z.array(z.object({ organisation: OrganisationBrief, state: State, at: Instant.nullable(), values: Values })), files: z.array(FileNamed) })
export type Results = z.infer<typeof Results>

export const NewCall = z.object({ allianceId: Id, title: Named, dueOn: Day })
/** `asked`: nothing asks every member; `seen` is the `changedAt` that was seen. After it opened only words and the day may change. */
export const Writing = z.object({ title: Named, about: Texts.default({}), questions: z.array(Question).max(80), asked: z.array(Id).max(2000).nullable().default(null), dueOn: Day, seen: Instant })
export type Writing = z.output<typeof Writing>
export const CallsQuery = z.object({ alliance: Id.optional(), open: z.enum(['true', 'false']).optional() })
export const Answering = z.object({ id: Id, values: Values })
export const Drafting = z.object({ values: Values })
export const Asking = z.object({
  organisationId: Id, via: z.enum(['letter', 'link']), toAddress: z.string().trim().toLowerCase().max(254).pipe(z.email({ error: 'calls.not-an-email' })).nullable().default(null), locale: Locale.default('en'),
}).refine(({ via, toAddress }) => via === 'link' || toAddress, { path: ['toAddress'], error: 'calls.not-an-email' })
export type Asking = z.output<typeof Asking>

/** What a workbook says of one member. `change`: what taking it would do. */
export const ReadRow = z.object({
  organisationId: Id.nullable(), name: z.string(), change: z.enum(['new', 'changed', 'same', 'incomplete', 'empty', 'stranger']), values: Values, missing: z.array(z.string()), unread: z.array(Unread),
})
export type ReadRow = z.infer<typeof ReadRow>
export const ReadingFile = z.object({ id: Id, callId: Id, fileName: z.string(), readAt: Instant, takenAt: Instant.nullable(), rows: z.array(ReadRow), notRead: z.array(z.string()), questions: z.array(Question) })
export type ReadingFile = z.infer<typeof ReadingFile>
export type ReadingRow = { id: Id; callId: Id; fileName: string; rows: { rows: ReadRow[]; notRead: string[] }; readBy: Id; readAt: Instant; takenAt: Instant | null }

/** How a member stands to the calls of its alliance, for whoever lists members. */
export type CallStanding = { organisationId: Id; open: number; late: number }
