// The heads of a register: buttons where one can sort, and a box that chooses all that is shown.
import { useText } from '../../text.tsx'
import { Icon } from '../icon.tsx'
import { type Column, nextSort, sortedAs } from './columns.ts'
import type { TableProps } from './table.tsx'

type Props<Row> = { columns: Column<Row>[]; keys: string[] } & { [Name in 'sort' | 'onSort' | 'bulk']: TableProps<Row>[Name] | undefined }

export function Head<Row>({ columns, sort, onSort, bulk, keys }: Props<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {bulk && <th role="columnheader" className="selects"><ChooseAll {...{ bulk, keys }} /></th>}
        {columns.map((column) => (
          <th key={column.key} role="columnheader" scope="col" className={column.align} style={{ inlineSize: column.width }}
            aria-sort={onSort ? sortedAs(sort, column.sort) : undefined}>
            {column.sort && onSort ? <SortButton {...{ column, sort, onSort }} /> : column.head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortButton<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string | undefined; onSort: (sort: string) => void }) {
  const sorted = sortedAs(sort, column.sort)
  return (
    <button type="button" onClick={() => onSort(nextSort(sort, column.sort!))}>
      {column.head}
      <span className={sorted === 'none' ? 'sort-sign idle' : 'sort-sign'}><Icon name={sorted === 'descending' ? 'sortDown' : 'sortUp'} size={14} /></span>
    </button>
  )
}

function ChooseAll({ bulk, keys }: { bulk: NonNullable<TableProps<never>['bulk']>; keys: string[] }) {
  const text = useText()
  const all = keys.length > 0 && keys.every((key) => bulk.chosen.has(key))
  return (
    <input type="checkbox" aria-label={text('web.table.choose-all')} checked={all}
      ref={(box) => void (box && (box.indeterminate = bulk.chosen.size > 0 && !all))}
      onChange={() => bulk.onChoose(new Set(all ? [] : keys))} />
  )
}
