// What the floors above say about a joint unit, beneath its own facts: a domain that has something to say exports `UnitSection` from
// `pages/unit-section.tsx`, and this page shows it without knowing who that is.
import { type ComponentType, lazy, Suspense } from 'react'
import type { UnitFile } from '../model.ts'

type Brought = { UnitSection: ComponentType<{ unit: UnitFile }> }
const brought = import.meta.glob<Brought>('../../*/pages/unit-section.tsx')
const further = Object.entries(brought).map(([room, open]) => ({ room, Further: lazy(async () => ({ default: (await open()).UnitSection })) }))

export const FurtherSections = ({ unit }: { unit: UnitFile }) => further.map(({ room, Further }) => <Suspense key={room} fallback={null}><Further unit={unit} /></Suspense>)
