// The rows of a register. A row's first cell is its head and leads to the thing.
import { memo, type ReactNode } from 'react'
import { useText } from '../../text.tsx'
import { Go } from '../link.tsx'
import type { Column } from './columns.ts'
import type { TableProps } from './table.tsx'

type Props<Row> = { rows: Row[]; columns: Column<Row>[]; rowKey: (row: Row) => string }
  & { [Name in 'rowTo' | 'bulk' | 'rowTone']: TableProps<Row>[Name] | undefined }

export function Rows<Row>({ rows, columns, rowKey, rowTo, bulk, rowTone }: Props<Row>) {
  const choose = (key: string) => bulk?.onChoose(bulk.chosen.symmetricDifference(new Set([key])))
  return rows.map((row) => {
    const key = rowKey(row)
    const chosen = bulk?.chosen.has(key) ?? false
    return (
      <tr key={key} role="row" className={rowTone?.(row)} aria-selected={bulk ? chosen : undefined}>
        {bulk && <Chooser chosen={chosen} onChoose={() => choose(key)} />}
        {columns.map((column, index) => <Cell key={column.key} column={column} first={index === 0} to={index === 0 ? rowTo?.(row) : undefined} content={column.cell(row)} />)}
      </tr>
    )
  })
}

type CellProps = { column: { head: string; align?: 'end'; phone?: 'hide' }; first: boolean; to: string | undefined; content: ReactNode }

const Cell = memo(({ column, first, to, content }: CellProps) => {
  const inside = to ? <Go to={to} className="row-link">{content}</Go> : content
  const look = [column.align, column.phone === 'hide' ? 'not-on-phone' : ''].filter(Boolean).join(' ') || undefined
  return first
    ? <th role="rowheader" scope="row" className={look}>{inside}</th>
    : <td role="cell" className={look} data-head={column.head}>{inside}</td>
})

function Chooser({ chosen, onChoose }: { chosen: boolean; onChoose: () => void }) {
  const text = useText()
  return <td role="cell" className="selects"><input type="checkbox" aria-label={text('web.table.choose')} checked={chosen} onChange={onChoose} /></td>
}
