// What the floors above say about an agreement, beneath its own sections: a domain that has something to say exports
// `AgreementSection` from `pages/agreement-section.tsx`, and this page shows it without knowing who that is.
import { type ComponentType, lazy, Suspense } from 'react'
import type { AgreementFile } from '../model.ts'

type Brought = { AgreementSection: ComponentType<{ agreement: AgreementFile }> }
const brought = import.meta.glob<Brought>('../../*/pages/agreement-section.tsx')
const further = Object.entries(brought).map(([room, open]) => ({ room, Further: lazy(async () => ({ default: (await open()).AgreementSection })) }))

export const FurtherSections = ({ agreement }: { agreement: AgreementFile }) =>
  further.map(({ room, Further }) => <Suspense key={room} fallback={null}><Further agreement={agreement} /></Suspense>)
