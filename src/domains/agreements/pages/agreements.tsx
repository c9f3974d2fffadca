// The register of agreements: searched, filtered, sorted; how many stand how is said above it.
import { useQuery } from '@tanstack/react-query'
import { many, one, useAddress } from '#web/address.ts'
import { ask, linkTo } from '#web/client.ts'
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
import { useAgreementFilters } from './filters.ts'
import { StateCounts } from './state-counts.tsx'

export function Page() {
  const text = useText()
  const query = useAsked()
  const { data: counts } = useQuery(ask(agreementsApi.counts, { query: query.filter as never }))
  return (
    <Frame title={text('agreements.agreements')} width="register" actions={<Actions query={query.list} />} about={counts && <StateCounts counts={counts} />}>
      <FilterBar filters={useAgreementFilters(counts)} search="text" searchLabel={text('agreements.search-here')} />
      <Register query={query.list} counts={counts} />
    </Frame>
  )
}

/** What the address asks for, in the words of the API. */
function useAsked() {
  const locale = useLocale()
  const [address] = useAddress()
  const single = Object.fromEntries(['text', 'organisation', 'country', 'year', 'alliance', 'mine', 'field', 'parent'].map((name) => [name, one(address[name]) || undefined]))
  const several = Object.fromEntries(['state', 'kind', 'problem'].map((name) => [name, many(address[name]).join(',') || undefined]))
  const filter = Object.fromEntries(Object.entries({ ...single, ...several }).filter(([, value]) => value !== undefined))
  const sort = one(address['sort'])
  return { filter, list: { ...filter, locale, ...(sort ? { sort } : {}) } }
}

type Asked = Record<string, string | undefined>

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
