// The tables of the reports.
import type { Id } from '#platform/kinds.ts'
import type { Pack } from './pack-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables { evidencePack: Pack; evidencePackPart: { packId: Id; place: number; bytes: Buffer } }
}
