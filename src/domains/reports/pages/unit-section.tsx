// Beneath a joint unit: its annual reports.
import type { UnitFile } from '#domains/joint-units/model.ts'
import { AnnualOf } from './annual-of.tsx'

export const UnitSection = ({ unit: { id, mayWrite } }: { unit: UnitFile }) => <AnnualOf kind="joint-unit" id={id} mayFreeze={mayWrite} />
