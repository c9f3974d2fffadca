// What the floors above say about an organisation: each domain may bring `pages/organisation-section.tsx`, and its page shows them
// without knowing who they are. A section is fetched only when the page is there.
import { type ComponentType, lazy, Suspense } from 'react'

type Brought = { Section: ComponentType<{ id: string }> }
type Place = 'before' | 'after'

const brought = import.meta.glob<Brought>('../domains/*/pages/organisation-section.tsx')
/** What a director looks for first stands first. */
const first = ['agreements', 'alliances']

const sections = Object.entries(brought).map(([path, load]) => {
  const domain = /domains\/([^/]+)\//.exec(path)![1]!
  return { domain, place: (first.includes(domain) ? 'before' : 'after') as Place, Section: lazy(async () => ({ default: (await load()).Section })) }
}).toSorted((a, b) => order(a.domain) - order(b.domain))

function order(domain: string): number {
  const place = first.indexOf(domain)
  return place < 0 ? first.length : place
}

export const OrganisationSections = ({ id, place }: { id: string; place: Place }) =>
  sections.filter((section) => section.place === place).map(({ domain, Section }) => <Suspense key={domain}><Section id={id} /></Suspense>)
