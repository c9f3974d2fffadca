// The tables of dues and of hosting.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Swap, Turn } from './hosting-model.ts'
import type { Due, PaymentRow, Scale, YearRow } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { duesScale: Scale; duesYear: YearRow; due: Due; duePayment: PaymentRow; hostingTurn: Turn; hostingSwap: Swap }
}

whenMerged({ table: 'due', column: 'organisation_id', key: ['id'], once: [['year_id']] })
whenMerged({ table: 'hosting_turn', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'hosting_swap', column: 'asked_for', key: ['id'] })
whenMerged({ table: 'hosting_swap', column: 'asked_of', key: ['id'] })
