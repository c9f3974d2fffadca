// What the floors above say about an alliance, beneath its own sections: a domain that has something to say exports `AllianceSection` from
// `pages/alliance-section.tsx`, and this page shows it without knowing who that is.
import { type ComponentType, lazy, Suspense } from 'react'
import type { AllianceFile } from '../model.ts'

type Brought = { AllianceSection: ComponentType<{ alliance: AllianceFile }> }
const brought = import.meta.glob<Brought>('../../*/pages/alliance-section.tsx')
const further = Object.entries(brought).map(([room, open]) => ({ room, Further: lazy(async () => ({ default: (await open()).AllianceSection })) }))

export const FurtherSections = ({ alliance }: { alliance: AllianceFile }) =>
  further.map(({ room, Further }) => <Suspense key={room} fallback={null}><Further alliance={alliance} /></Suspense>)
