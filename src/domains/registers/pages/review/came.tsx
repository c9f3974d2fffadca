// A row as it came: the partner's cell first, then the others with their headings, nothing corrected.
import { useText } from '#web/text.tsx'
import { Figure } from '#web/ui/whole.tsx'
import type { Run, RunRow } from '../../model.ts'

type Cell = { heading: string; text: string; role: string | null }

export function cellsOf(run: Pick<Run, 'columns'>, row: Pick<RunRow, 'cells'>): Cell[] {
  const known = new Map(run.columns.map((one) => [one.column, one]))
  return row.cells.map((text, column) => ({ text, heading: known.get(column)?.header || `#${column + 1}`, role: known.get(column)?.role ?? null })).filter(({ text }) => text.trim() !== '')
}

/** A row has a number of its own, and what Pamir wrote is said beside it. An opened row shows these too. */
const aside = new Set(['number', 'pamir-id', 'known'])

export function Came({ run, row, onOpen }: { run: Run; row: RunRow; onOpen: () => void }) {
  const text = useText()
  const cells = cellsOf(run, row)
  const first = cells.find(({ role }) => role === 'partner') ?? cells[0]
  return (
    <div className={row.decided.skip ? 'came left-out' : 'came'}>
      <button type="button" data-row={row.row} className="came-open" onClick={onOpen}>
        <span className="row-number" aria-hidden="true"><Figure of={row.row} options={{ useGrouping: false }} /></span>
        <span className="unseen">{text('registers.row', { row: row.row })} </span>
        <span className="came-text" dir="auto">{first?.text}</span>
      </button>
      <ul className="came-rest">
        {cells.filter((cell) => cell !== first && !aside.has(cell.role ?? '')).map(({ heading, text: cell }) => <li key={heading}><span className="quiet" dir="auto">{heading}</span> <bdi>{cell}</bdi></li>)}
      </ul>
    </div>
  )
}
