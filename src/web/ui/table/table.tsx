// A register: sorted and paged by the server, kept in its place, the same rows as a list on a phone.
import { type ReactNode, useRef } from 'react'
import { formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '../../text.tsx'
import { ErrorNote } from '../notes.tsx'
import { Skeleton } from '../skeleton.tsx'
import { Bulk } from './bulk.tsx'
import type { Column } from './columns.ts'
import { Head } from './head.tsx'
import { useArrows } from './keys.ts'
import { More } from './more.tsx'
import { Rows } from './rows.tsx'
import './table.css'

export type Register<Row> = {
  rows: Row[]
  total?: number | null | undefined
  loading?: boolean
  error?: unknown
  again?: () => void
  hasMore?: boolean
  more?: () => void
  loadingMore?: boolean
}

export type TableProps<Row> = {
  /** What the register holds, for those who hear it. */
  label: string
  columns: Column<Row>[]
  register: Register<Row>
  rowKey: (row: Row) => string
  /** Where a row leads; its first cell becomes the link. */
  rowTo?: (row: Row) => string
  sort?: string | undefined
  onSort?: (sort: string) => void
  empty: ReactNode
  /** What can be done with several rows at once. */
  bulk?: { chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void; actions: ReactNode }
  /** A row that needs someone. */
  rowTone?: (row: Row) => 'saffron' | 'garnet' | undefined
}

export function DataTable<Row>(props: TableProps<Row>) {
  const { label, columns, register, rowKey, rowTo, sort, onSort, empty, bulk, rowTone } = props
  const body = useRef<HTMLTableSectionElement>(null)
  useArrows(body)
  if (register.loading) return <Skeleton lines={10} />
  if (register.error && register.rows.length === 0) return <ErrorNote error={register.error} {...(register.again ? { onRetry: register.again } : {})} />
  if (register.rows.length === 0) return <>{empty}</>
  const keys = register.rows.map(rowKey)
  return (
    <div className="register-frame">
      <Count shown={keys.length} total={register.total} />
      <div className="register-scroll">
        <table className="register" role="table" aria-label={label} aria-rowcount={register.total ?? -1}>
          <Head {...{ columns, sort, onSort, bulk, keys }} />
          <tbody ref={body} role="rowgroup"><Rows {...{ rows: register.rows, columns, rowKey, rowTo, bulk, rowTone }} /></tbody>
        </table>
      </div>
      {register.hasMore && <More {...{ register }} />}
      {bulk && bulk.chosen.size > 0 && <Bulk {...bulk} />}
    </div>
  )
}

function Count({ shown, total }: { shown: number; total: number | null | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  const words = total == null ? text('web.table.shown', { shown }) : text('web.table.of', { shown, total, totalWords: formatNumber(total, locale) })
  return <p className="register-count quiet" role="status">{words}</p>
}
