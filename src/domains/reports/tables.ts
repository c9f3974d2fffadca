// The tables of the reports.
import type { Id } from '#platform/kinds.ts'
import { whenMerged } from '#domains/organisations/store.ts'
import type { AnnualReport } from './annual-model.ts'
import type { Pack } from './pack-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { evidencePack: Pack; evidencePackPart: { packId: Id; place: number; bytes: Buffer }; annualReport: AnnualReport }
}

whenMerged({ table: 'annual_report', column: 'house_id', key: ['id'] })
