// What the floors above have to say where one decides on a term: a domain that has something exports `TermSection` from `pages/term-section.tsx`, and
// this page shows it without knowing who that is.
import { type ComponentType, lazy, Suspense } from 'react'

type Brought = { TermSection: ComponentType<{ id: string }> }
const brought = import.meta.glob<Brought>('../../*/pages/term-section.tsx')
const further = Object.entries(brought).map(([room, open]) => ({ room, Further: lazy(async () => ({ default: (await open()).TermSection })) }))

export const FurtherBeside = ({ id }: { id: string }) => further.map(({ room, Further }) => <Suspense key={room} fallback={null}><Further id={id} /></Suspense>)
