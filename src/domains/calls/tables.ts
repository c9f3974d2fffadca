// The tables of calls.
import { whenMerged } from '#domains/organisations/store.ts'
import type { AnswerRow, Asked, Call, LinkRow, ReadingRow } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { memberCall: Call; callMember: Asked; callAnswer: AnswerRow; callLink: LinkRow; callReading: ReadingRow }
}

whenMerged({ table: 'call_member', column: 'organisation_id', key: ['id'], once: [['call_id']] })
whenMerged({ table: 'call_answer', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'call_link', column: 'organisation_id', key: ['id'] })
