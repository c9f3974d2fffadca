// What the floors above say about an organisation: each domain may bring `pages/organisation-section.tsx`, and its page shows them
// without knowing who they are. They are fetched with the page, all at once, so that none pushes another down.
import type { ComponentType } from 'react'
import type { Arriving } from './site.ts'

/** `load` asks beforehand what the section will show; what it cannot have, the section itself says. */
type Brought = { Section: ComponentType<{ id: string }>; load?: (at: Arriving) => Promise<unknown> }
type Place = 'before' | 'after'

const brought = import.meta.glob<Brought>('../domains/*/pages/organisation-section.tsx')
/** What a director looks for first stands first. */
const first = ['agreements', 'alliances']

const sections = Object.entries(brought).map(([path, fetch]) => {
  const domain = /domains\/([^/]+)\//.exec(path)![1]!
  return { domain, place: (first.includes(domain) ? 'before' : 'after') as Place, fetch }
}).toSorted((a, b) => order(a.domain) - order(b.domain))

function order(domain: string): number {
  const place = first.indexOf(domain)
  return place < 0 ? first.length : place
}

const here = new Map<string, Brought>()

/** For the `load` of the organisation's page. */
export const loadOrganisationSections = (at: Arriving): Promise<unknown> => Promise.all(sections.map(async ({ domain, fetch }) => {
  const section = await fetch()
  here.set(domain, section)
  await section.load?.(at)
}))

export const OrganisationSections = ({ id, place }: { id: string; place: Place }) =>
  sections.filter((section) => section.place === place).map(({ domain }) => {
    const Section = here.get(domain)?.Section
    return Section && <Section key={domain} id={id} />
  })
