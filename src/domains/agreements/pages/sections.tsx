// What the floors above say about an agreement, beneath its own sections: a domain that has something to say exports
// `AgreementSection` from `pages/agreement-section.tsx`.
import { type ComponentType, lazy, Suspense } from 'react'
import type { AgreementFile } from '../model.ts'

type Said = { AgreementSection: ComponentType<{ agreement: AgreementFile }> }
const rooms = import.meta.glob<Said>('../../*/pages/agreement-section.tsx')
const further = Object.entries(rooms).map(([room, open]) => ({ room, Further: lazy(async () => ({ default: (await open()).AgreementSection })) }))

export const FurtherSections = ({ agreement }: { agreement: AgreementFile }) =>
  further.map(({ room, Further }) => <Suspense key={room} fallback={null}><Further agreement={agreement} /></Suspense>)
