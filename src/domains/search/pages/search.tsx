// What was found for what a person typed, kind by kind, each with the way to its whole list.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PartiesInLine } from '#domains/agreements/pages/parties-in-line.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { Title } from '#domains/agreements/pages/title.tsx'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import { one, useAddress } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { searchApi } from '../api.ts'
import './search.css'

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const [address] = useAddress()
  const typed = one(address['q']) ?? ''
  const { data, error, refetch } = useQuery({ ...ask(searchApi.search, { query: { text: typed, locale } }), enabled: typed !== '', placeholderData: keepPreviousData })
  const title = typed ? text('search.found-for', { typed }) : text('search.search')
  if (error) return <Frame title={title}><ErrorNote error={error} onRetry={() => void refetch()} /></Frame>
  if (!typed) return <Frame title={title}><Empty title={text('search.type')}>{text('search.type-what')}</Empty></Frame>
  if (!data) return <Frame title={title}><Skeleton lines={8} /></Frame>
  const nothing = Object.values(data).every(({ rows }) => rows.length === 0)
  if (nothing) return <Frame title={title}><Empty title={text('search.nothing')}>{text('search.nothing-what')}</Empty></Frame>
  return (
    <Frame title={title}>
      <Kind name="agreements" typed={typed} of={data.agreements} line={(row) => ({ to: `/agreements/${row.id}`, what: <Title of={row} />, beside: <PartiesInLine parties={row.parties} />, mark: <StateMark state={row.state} /> })} />
      <Kind name="organisations" typed={typed} of={data.organisations} line={(row) => ({ to: `/organisations/${row.id}`, what: <Named of={row} />, beside: placeOf(row, locale) })} />
      <Kind name="alliances" typed={typed} of={data.alliances} line={(row) => ({ to: `/alliances/${row.id}`, what: <Named of={row.organisation} />, beside: text('search.members', { count: row.members }) })} />
      <Kind name="people" typed={typed} of={data.people} line={(row) => ({ to: `/people/${row.id}`, what: <bdi>{row.name}</bdi>, beside: row.offices.map(({ title, role }) => title ?? text(`people.roles.${role}`)).join(' · ') })} />
    </Frame>
  )
}

type Line = { to: string; what: ReactNode; beside?: ReactNode; mark?: ReactNode }
type Found<Row> = { rows: Row[]; more: boolean }

function Kind<Row extends { id: string }>({ name, typed, of: { rows, more }, line }: { name: 'agreements' | 'organisations' | 'alliances' | 'people'; typed: string; of: Found<Row>; line: (row: Row) => Line }) {
  const text = useText()
  if (rows.length === 0) return null
  const all = name === 'people' ? `/settings/people?search=${encodeURIComponent(typed)}` : `/${name}?text=${encodeURIComponent(typed)}`
  return (
    <Section title={text(`search.kinds.${name}`)} aside={more && <Go to={all}>{text('search.all')}</Go>}>
      <ul className="found">
        {rows.map((row) => {
          const { to, what, beside, mark } = line(row)
          return <li key={row.id}><Go to={to}>{what}</Go>{beside && <span className="quiet">{beside}</span>}{mark}</li>
        })}
      </ul>
    </Section>
  )
}

function Named({ of }: { of: OrganisationBrief }) {
  const locale = useLocale()
  const shown = nameIn(of, locale)
  return <><bdi>{shown}</bdi>{shown !== of.name && <bdi className="quiet original">{of.name}</bdi>}</>
}

const placeOf = ({ city, country }: OrganisationBrief, locale: 'en' | 'zh' | 'ru' | 'ur') => [city, country && countryName(country, locale)].filter(Boolean).join(' · ')
