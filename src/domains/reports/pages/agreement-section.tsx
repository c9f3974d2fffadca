// Beneath an agreement that holds: its annual reports.
import type { AgreementFile } from '#domains/agreements/model.ts'
import { AnnualOf } from './annual-of.tsx'

export const AgreementSection = ({ agreement: { id, draft, mayWrite } }: { agreement: AgreementFile }) => (draft ? null : <AnnualOf kind="agreement" id={id} mayFreeze={mayWrite} />)
