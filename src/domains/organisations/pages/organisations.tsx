// The register of organisations: searched in four languages, filtered, sorted, taken along.
import { one, useAddress } from '#web/address.ts'
import { linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { useViewer } from '#web/viewer.ts'
import { organisationsApi } from '../api.ts'
import { mayAdd } from '../rules.ts'
import { useOrganisationColumns } from './columns.tsx'
import { filterNames, useOrganisationFilters } from './filters.ts'

export function Page() {
  const text = useText()
  const query = useAsked()
  const [address, change] = useAddress()
  const register = useRegister(organisationsApi.list, { query: { ...query, total: 'true' } as never })
  return (
    <Frame title={text('organisations.title')} width="register" actions={<Actions query={query} />}>
      <FilterBar filters={useOrganisationFilters()} search="text" searchLabel={text('organisations.list.search')} />
      <DataTable label={text('organisations.title')} columns={useOrganisationColumns()} register={register} rowKey={({ id }) => id} rowTo={({ id }) => `/organisations/${id}`}
        sort={one(address['sort']) || 'name'} onSort={(sort) => change({ sort })} empty={<Nothing filtered={filterNames.some((name) => address[name] !== undefined)} />} />
    </Frame>
  )
}

/** What the address asks for, in the words of the API. */
function useAsked(): Record<string, string> {
  const locale = useLocale()
  const [address] = useAddress()
  const asked = [...filterNames, 'sort'].map((name) => [name, one(address[name])]).filter(([, value]) => value !== '')
  return { ...Object.fromEntries(asked), locale }
}

function Actions({ query }: { query: Record<string, string> }) {
  const [text, viewer] = [useText(), useViewer()]
  const file = (format: 'xlsx' | 'csv') => linkTo(organisationsApi.export, { query: { ...query, format } as never })
  return (
    <>
      <a className="button quiet" href={file('xlsx')} download>{text('organisations.list.export-xlsx')}</a>
      <a className="button quiet" href={file('csv')} download>{text('organisations.list.export-csv')}</a>
      <ButtonLink to="/organisations/duplicates">{text('organisations.list.duplicates')}</ButtonLink>
      {viewer && mayAdd(viewer) && <ButtonLink look="primary" to="/organisations/new">{text('organisations.list.add')}</ButtonLink>}
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const text = useText()
  const [, change] = useAddress()
  const key = filtered ? 'organisations.list.empty' : 'organisations.list.none-yet'
  const clear = <Button onPress={() => change(Object.fromEntries(filterNames.map((name) => [name, null])))}>{text('web.filters.clear')}</Button>
  return <Empty title={text(key)} action={filtered ? clear : <ButtonLink look="primary" to="/organisations/new">{text('organisations.list.add')}</ButtonLink>}>{text(`${key}.next`)}</Empty>
}
