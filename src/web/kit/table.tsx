// A register with filters, sorting, choosing and the next page.
import { useState } from 'react'
import { countryName } from '#platform/i18n/format.ts'
import { one, useAddress } from '../address.ts'
import { useLocale, useText } from '../text.tsx'
import { Button } from '../ui/button.tsx'
import { FilterBar } from '../ui/filters.tsx'
import { StateMark } from '../ui/mark.tsx'
import { LanguageNames } from '../ui/names.tsx'
import { Empty } from '../ui/notes.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/table.tsx'
import { Day, Figure } from '../ui/whole.tsx'
import { type SampleRow, sampleRows } from './samples.ts'

export function TableSample() {
  const [text, locale] = [useText(), useLocale()]
  const [address, change] = useAddress()
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set(['1']))
  const [shown, setShown] = useState(5)
  const columns: Column<SampleRow>[] = [
    { key: 'name', head: 'Partner', sort: 'name', cell: ({ names }) => <LanguageNames names={names} /> },
    { key: 'country', head: 'Country', sort: 'country', cell: ({ country }) => countryName(country, locale) },
    { key: 'signed', head: 'Signed', sort: 'signed', cell: ({ signed, precision }) => <Day day={signed} precision={precision} /> },
    { key: 'state', head: 'State', cell: ({ state }) => <StateMark state={state} /> },
    { key: 'people', head: 'People', align: 'end', phone: 'hide', cell: ({ people }) => <Figure of={people} /> },
  ]
  const stateChoices = (['in-force', 'expiring', 'lapsed'] as const).map((value, index) => ({ value, label: text(`web.states.${value}`), count: 40 - index }))
  return (
    <>
      <FilterBar search="q" filters={[
        { name: 'state', label: 'State', kind: 'many', choices: stateChoices },
        { name: 'country', label: 'Country', kind: 'one', choices: ['CN', 'PK', 'RU'].map((value) => ({ value, label: countryName(value, locale) })) },
        { name: 'mine', label: 'Needs me', kind: 'flag' },
      ]}><Button small>Export</Button></FilterBar>
      <DataTable label="Agreements" columns={columns} rowKey={({ id }) => id} rowTo={({ id }) => `/kit?row=${id}`}
        register={{ rows: sampleRows.slice(0, shown), total: 100_041, hasMore: shown < 12, more: () => setShown(12) }}
        sort={one(address['sort']) || 'name'} onSort={(sort) => change({ sort })} rowTone={({ state }) => (state === 'lapsed' ? 'garnet' : undefined)}
        bulk={{ chosen, onChoose, actions: <Button small>Renew</Button> }} empty={<Empty title="No agreements yet" />} />
    </>
  )
}
