// All alliances this viewer sees.
import { useState } from 'react'
import { one, useAddress } from '#web/address.ts'
import { linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { LanguageNames } from '#web/ui/names.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import type { Column } from '#web/ui/table/columns.ts'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { Figure } from '#web/ui/whole.tsx'
import { useViewer } from '#web/viewer.ts'
import { alliancesApi } from '../api.ts'
import type { AllianceRow } from '../model.ts'
import { mayFoundAny } from '../rules.ts'
import { namesOf } from './brief.ts'
import { FactsDialog } from './facts-dialog.tsx'
import { ExampleMark, KnownDay, useStatedWords } from './pieces.tsx'

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const [address, change] = useAddress()
  const [founding, setFounding] = useState(false)
  const asked = Object.fromEntries(['text', 'kind', 'public', 'country'].flatMap((name) => (one(address[name]) ? [[name, one(address[name])]] : [])))
  const query = { ...asked, locale, sort: one(address['sort']) || 'name' } as never
  const register = useRegister(alliancesApi.list, { query })
  return (
    <Frame title={text('alliances.title')} width="register" actions={<Actions query={query} onFound={() => setFounding(true)} />}>
      <FilterBar search="text" searchLabel={text('alliances.search')} filters={[
        { name: 'kind', label: text('alliances.kind'), kind: 'one', choices: (['alliance', 'sub-alliance'] as const).map((value) => ({ value, label: text(`alliances.${value}`) })) },
        { name: 'public', label: text('alliances.public'), kind: 'flag' },
      ]} />
      <DataTable label={text('alliances.title')} columns={useColumns()} register={register} rowKey={({ id }) => id} rowTo={({ id }) => `/alliances/${id}`}
        sort={one(address['sort']) || 'name'} onSort={(sort) => change({ sort })}
        empty={<Nothing filtered={Object.keys(asked).length > 0} onFound={() => setFounding(true)} />} />
      {founding && <FactsDialog onClose={() => setFounding(false)} />}
    </Frame>
  )
}

function Actions({ query, onFound }: { query: never; onFound: () => void }) {
  const [text, viewer] = [useText(), useViewer()]
  return (
    <>
      <a className="button quiet" href={linkTo(alliancesApi.export, { query })} download>{text('alliances.export')}</a>
      {viewer && mayFoundAny(viewer) && <Button look="primary" onPress={onFound}>{text('alliances.found')}</Button>}
    </>
  )
}

function useColumns(): Column<AllianceRow>[] {
  const [text, statedWords] = [useText(), useStatedWords()]
  return [
    { key: 'name', head: text('alliances.name'), sort: 'name', width: '34%', cell: ({ organisation, example }) => <><LanguageNames names={namesOf(organisation)} />{example && <> <ExampleMark /></>}</> },
    { key: 'parent', head: text('alliances.above'), phone: 'hide', cell: ({ parent }) => parent && <LanguageNames names={namesOf(parent.organisation)} /> },
    { key: 'host', head: text('alliances.host'), phone: 'hide', cell: ({ host }) => host && <LanguageNames names={namesOf(host)} /> },
    { key: 'members', head: text('alliances.members-recorded'), align: 'end', cell: ({ members }) => <Figure of={members} /> },
    { key: 'stated', head: text('alliances.members-stated'), cell: ({ stated }) => { const said = statedWords(stated); return said && <span className="quiet">{said}</span> } },
    { key: 'founded', head: text('alliances.founded'), phone: 'hide', cell: ({ foundedOn, foundedPrecision }) => foundedOn && <KnownDay day={foundedOn} precision={foundedPrecision} /> },
  ]
}

function Nothing({ filtered, onFound }: { filtered: boolean; onFound: () => void }) {
  const [text, viewer] = [useText(), useViewer()]
  const [, change] = useAddress()
  if (filtered) {
    return <Empty title={text('alliances.none-match')} action={<Button onPress={() => change({ text: null, kind: null, public: null, country: null })}>{text('web.filters.clear')}</Button>}>{text('alliances.none-match-what')}</Empty>
  }
  return (
    <Empty title={text('alliances.empty')} action={viewer && mayFoundAny(viewer) && <Button look="primary" onPress={onFound}>{text('alliances.found')}</Button>}>{text('alliances.empty-what')}</Empty>
  )
}
