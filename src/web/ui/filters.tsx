// The filters of a register. What is chosen stands in the address, so a view can be kept and sent.
import { type ReactNode, useId } from 'react'
import { one, useAddress } from '../address.ts'
import { useText } from '../text.tsx'
import { Button } from './button.tsx'
import './fields/field.css'
import './filters.css'
import { ManyFilter } from './many-filter.tsx'
import { SearchField } from './search-field.tsx'

export type FilterChoice = { value: string; label: string; count?: number }
/** `one` of the choices, `many` of them, or a `flag` that is set or not. */
export type Filter = { name: string; label: string } & ({ kind: 'one' | 'many'; choices: FilterChoice[] } | { kind: 'flag' })

type Props = { filters: Filter[]; search?: string; searchLabel?: string; children?: ReactNode }

/** `search` names the address key of the words one looks for; what the page adds stands at the end. */
export function FilterBar({ filters, search, searchLabel, children }: Props) {
  const text = useText()
  const [address, change] = useAddress()
  const names = [...filters.map(({ name }) => name), ...(search ? [search] : [])]
  const isSet = names.some((name) => address[name] !== undefined)
  return (
    <div className="filter-bar no-print" role="search" aria-label={text('web.filters')}>
      {search && (
        <SearchField label={searchLabel ?? text('web.search.here')} value={one(address[search])} onChange={(words) => change({ [search]: words || null })} />
      )}
      {filters.map((filter) => <Control key={filter.name} filter={filter} />)}
      {isSet && (
        <Button small look="quiet" onPress={() => change(Object.fromEntries(names.map((name) => [name, null])))}>{text('web.filters.clear')}</Button>
      )}
      {children && <div className="filter-end row">{children}</div>}
    </div>
  )
}

function Control({ filter }: { filter: Filter }) {
  if (filter.kind === 'many') return <ManyFilter {...filter} />
  return filter.kind === 'flag' ? <FlagFilter {...filter} /> : <OneFilter {...filter} />
}

function FlagFilter({ name, label }: { name: string; label: string }) {
  const id = useId()
  const [address, change] = useAddress()
  return (
    <span className="filter-flag">
      <input id={id} type="checkbox" checked={one(address[name]) === 'true'} onChange={({ target }) => change({ [name]: target.checked ? 'true' : null })} />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}

function OneFilter({ name, label, choices }: { name: string; label: string; choices: FilterChoice[] }) {
  const text = useText()
  const [address, change] = useAddress()
  return (
    <select className="control filter" aria-label={label} value={one(address[name])} onChange={({ target }) => change({ [name]: target.value || null })}>
      <option value="">{text('web.filters.any', { what: label })}</option>
      {choices.map(({ value, label: words }) => <option key={value} value={value}>{words}</option>)}
    </select>
  )
}
