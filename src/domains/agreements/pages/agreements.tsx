// The register of agreements: searched, filtered, sorted; how many stand how is said above it.
import { useQuery } from '@tanstack/react-query'
import { many, one, useAddress } from '#web/address.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { ask, askPages, linkTo } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { useViewer } from '#web/viewer.ts'
import { agreementsApi } from '../api.ts'
import { type Counts } from '../model.ts'
import { mayRecord } from '../rules.ts'
import './agreements.css'
import { useAgreementColumns } from './columns.tsx'
import { alliancesToChoose, useAgreementFilters } from './filters.ts'
import { StateCounts } from './state-counts.tsx'

/** The rows, the figures above them and what the filters offer come together, so that none pushes another down. */
export const load = ({ questions, search, locale }: Arriving) => {
  const { filter, list } = asked(search, locale)
  return Promise.all([questions.prefetchQuery(counted(filter)), questions.prefetchQuery(alliancesToChoose(locale)), questions.prefetchInfiniteQuery(askPages(agreementsApi.list, { query: list as never }))])
}

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const [address] = useAddress()
  const query = asked(address, locale)
  const { data: counts } = useQuery(counted(query.filter))
  return (
    <Frame title={text('agreements.agreements')} width="register" actions={<Actions query={query.list} />} about={counts && <StateCounts counts={counts} />}>
      <FilterBar filters={useAgreementFilters(counts)} search="text" searchLabel={text('agreements.search-here')} />
      <Register query={query.list} counts={counts} />
    </Frame>
  )
}

/** What the address asks for, in the words of the API. */
function asked(address: Address, locale: Locale) {
  const single = Object.fromEntries(['text', 'organisation', 'country', 'year', 'alliance', 'mine', 'field', 'parent'].map((name) => [name, one(address[name]) || undefined]))
  const several = Object.fromEntries(['state', 'kind', 'problem'].map((name) => [name, many(address[name]).join(',') || undefined]))
  const filter = Object.fromEntries(Object.entries({ ...single, ...several }).filter(([, value]) => value !== undefined))
  const sort = one(address['sort'])
  return { filter, list: { ...filter, locale, ...(sort ? { sort } : {}) } }
}

type Address = Arriving['search']
type Asked = Record<string, string | undefined>
const counted = (filter: Asked) => ask(agreementsApi.counts, { query: filter as never })

function Register({ query, counts }: { query: Asked; counts: Counts | undefined }) {
  const text = useText()
  const [address, change] = useAddress()
  const found = useRegister(agreementsApi.list, { query: query as never })
  return (
    <DataTable label={text('agreements.agreements')} columns={useAgreementColumns()} register={{ ...found, total: counts?.total }} rowKey={({ id }) => id}
      rowTo={({ id }) => `/agreements/${id}`} sort={one(address['sort']) || '-signed'} onSort={(sort) => change({ sort })} empty={<Nothing filtered={Object.keys(query).length > 1} />} />
  )
}

function Actions({ query }: { query: Asked }) {
  const [text, viewer] = [useText(), useViewer()]
  return (
    <>
      <ButtonLink look="quiet" to="/evidence-packs">{text('reports.packs')}</ButtonLink>
      <a className="button quiet" href={linkTo(agreementsApi.workbook, { query: query as never })} download>{text('agreements.export')}</a>
      <ButtonLink to="/import">{text('agreements.import')}</ButtonLink>
      {viewer && mayRecord(viewer) && <ButtonLink look="primary" to="/agreements/new">{text('agreements.record')}</ButtonLink>}
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const text = useText()
  const [address, change] = useAddress()
  if (filtered) {
    const clear = <Button onPress={() => change(Object.fromEntries(Object.keys(address).map((name) => [name, null])))}>{text('web.filters.clear')}</Button>
    return <Empty title={text('agreements.none-found')} action={clear}>{text('agreements.none-found-what')}</Empty>
  }
  return (
    <Empty title={text('agreements.empty')} action={<><ButtonLink look="primary" to="/import">{text('agreements.import')}</ButtonLink><ButtonLink to="/agreements/new">{text('agreements.record')}</ButtonLink></>}>
      {text('agreements.empty-what')}
    </Empty>
  )
}
