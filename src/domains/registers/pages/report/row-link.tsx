// The ways from a figure to its rows.
import type { ReactNode } from 'react'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Figure } from '#web/ui/whole.tsx'
import type { FigureName, Run } from '../../model.ts'
import type { Named } from './use-named.ts'

export const toFigure = (run: Pick<Run, 'id'>, figure: FigureName, value: string) => `/import/${run.id}?tab=rows&figure=${figure}&value=${encodeURIComponent(value)}`
export const toRows = (run: Pick<Run, 'id'>, rows: number[]) => `/import/${run.id}?tab=rows&rows=${rows.join(',')}`

export const FigureLink = ({ run, figure, value, rows }: { run: Run; figure: FigureName; value: string; rows: number }) =>
  <Go to={toFigure(run, figure, value)}><Figure of={rows} /></Go>

/** A row by its partner: to its agreement once it was imported, else to the row. */
export function RowLink({ run, named, number }: { run: Run; named: Named; number: number }) {
  const text = useText()
  const { name, row } = named(number)
  const to = row?.agreementId ? `/agreements/${row.agreementId}` : `/import/${run.id}?tab=rows&row=${number}`
  return <><Go to={to}><bdi>{name || text('registers.row', { row: number })}</bdi></Go>{name && <small className="quiet"> {text('registers.row', { row: number })}</small>}</>
}

export const RowsLink = ({ run, rows, children }: { run: Run; rows: number[]; children: ReactNode }) => <Go to={toRows(run, rows)}>{children}</Go>
