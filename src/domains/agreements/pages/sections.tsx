// What the floors above say about an agreement, beneath its own sections: a domain that has something to say brings
// `pages/agreement-section.tsx`, and this page shows it without knowing who that is. It is fetched only when it is there.
import { type ComponentType, lazy, Suspense } from 'react'

type Brought = { Section: ComponentType<{ id: string }> }
const brought = import.meta.glob<Brought>('../../*/pages/agreement-section.tsx')
const further = Object.entries(brought).map(([room, open]) => ({ room, Section: lazy(async () => ({ default: (await open()).Section })) }))

export const FurtherSections = ({ id }: { id: string }) =>
  further.map(({ room, Section }) => <Suspense key={room} fallback={null}><Section id={id} /></Suspense>)
