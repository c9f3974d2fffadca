// The columns of the register of organisations.
import { useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Column } from '#web/ui/table/columns.ts'
import { Day } from '#web/ui/whole.tsx'
import type { ListRow } from '../model.ts'
import './organisation.css'
import { OrganisationName, Place } from './organisation-name.tsx'

export function useOrganisationColumns(): Column<ListRow>[] {
  const text = useText()
  return [
    { key: 'name', head: text('organisations.list.name'), sort: 'name', cell: (row) => <OrganisationName of={row} />, width: '36%' },
    { key: 'place', head: text('organisations.list.place'), cell: (row) => <Place of={row} />, width: '20%' },
    { key: 'kind', head: text('organisations.facts.kind'), cell: ({ kind }) => text(`organisations.kinds.${kind}`) },
    { key: 'standing', head: text('organisations.facts.status'), cell: (row) => <Standing of={row} />, width: '10rem' },
    { key: 'source', head: text('organisations.facts.source'), cell: ({ source }) => <span className="quiet organisation-source">{text(`organisations.sources.${source}`)}</span>, phone: 'hide', width: '9rem' },
    { key: 'changed', head: text('organisations.list.changed'), sort: 'changed', cell: ({ changedAt }) => <Day short day={changedAt.slice(0, 10)} />, phone: 'hide' },
  ]
}

/** What is as it should be needs no mark. */
export function Standing({ of: { status, provisional, example } }: { of: Pick<ListRow, 'status' | 'provisional' | 'example'> }) {
  const text = useText()
  if (provisional) return <Mark tone="saffron" shape="half">{text('organisations.list.provisional')}</Mark>
  if (status === 'active') return example ? <Mark tone="quiet" shape="square">{text('organisations.sources.example')}</Mark> : <span className="quiet">{text('organisations.statuses.active')}</span>
  return <Mark tone={status === 'withdrawn' ? 'garnet' : 'quiet'} shape={status === 'withdrawn' ? 'cross' : 'dash'}>{text(`organisations.statuses.${status}`)}</Mark>
}
