// An organisation's agreements, for its page: how many stand how, the newest, and the way to all of them.
import { useQuery } from '@tanstack/react-query'
import type { Locale } from '#platform/i18n/locale.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { agreementsApi } from '../api.ts'
import { states } from '../model.ts'
import './agreements.css'
import { useAgreementColumns } from './columns.tsx'

export { OrganisationAgreements as Section }

const newest = (organisation: string, locale: Locale) => ask(agreementsApi.list, { query: { organisation, locale, limit: 10 } as never })
const standings = (organisation: string) => ask(agreementsApi.counts, { query: { organisation } as never })
export const load = ({ questions, params: { id }, locale }: Arriving) => Promise.all([questions.prefetchQuery(newest(id!, locale)), questions.prefetchQuery(standings(id!))])

function OrganisationAgreements({ id: organisationId }: { id: string }) {
  const [text, locale] = [useText(), useLocale()]
  const columns = useAgreementColumns(organisationId).map(({ sort: _sort, ...column }) => column)
  const { data, error, refetch } = useQuery(newest(organisationId, locale))
  const all = `/agreements?organisation=${organisationId}`
  return (
    <Frame title={text('agreements.of-organisation')} aside={data?.next ? <Go to={all}>{text('agreements.of-organisation.all')}</Go> : undefined}>
      <Standings organisationId={organisationId} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton lines={4} /> : (
        <DataTable label={text('agreements.of-organisation')} columns={columns} register={{ rows: data.rows }} rowKey={({ id }) => id} rowTo={({ id }) => `/agreements/${id}`}
          empty={<p className="quiet">{text('agreements.of-organisation.none')}</p>} />
      )}
    </Frame>
  )
}

function Standings({ organisationId }: { organisationId: string }) {
  const { data: counts } = useQuery(standings(organisationId))
  if (!counts || counts.total === 0) return null
  return (
    <ul className="state-counts">
      {states.filter((state) => counts.states[state] > 0).map((state) => (
        <li key={state}><Go to={`/agreements?organisation=${organisationId}&state=${state}`}><StateMark state={state} /> <Figure of={counts.states[state]} /></Go></li>
      ))}
    </ul>
  )
}
