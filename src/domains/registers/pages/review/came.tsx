// A row as it came: the partner's cell first, then the others with their headings, nothing corrected.
import { useText } from '#web/text.tsx'
import { Figure } from '#web/ui/whole.tsx'
import type { Run, RunRow } from '../../model.ts'

type Cell = { heading: string; text: string; isPartner: boolean }

export function cellsOf(run: Pick<Run, 'columns'>, row: Pick<RunRow, 'cells'>): Cell[] {
  const role = (column: number) => run.columns.find((one) => one.column === column)
  return row.cells.map((text, column) => ({ text, heading: role(column)?.header || `#${column + 1}`, isPartner: role(column)?.role === 'partner' })).filter(({ text }) => text.trim() !== '')
}

export function Came({ run, row, onOpen }: { run: Run; row: RunRow; onOpen: () => void }) {
  const text = useText()
  const cells = cellsOf(run, row)
  const first = cells.find(({ isPartner }) => isPartner) ?? cells[0]
  return (
    <div className={row.decided.skip ? 'came left-out' : 'came'}>
      <button type="button" data-row={row.row} className="came-open" onClick={onOpen}>
        <span className="row-number" aria-hidden="true"><Figure of={row.row} options={{ useGrouping: false }} /></span>
        <span className="unseen">{text('registers.row', { row: row.row })} </span>
        <span className="came-text" dir="auto">{first?.text}</span>
      </button>
      <ul className="came-rest">
        {cells.filter((cell) => cell !== first).map(({ heading, text: cell }) => <li key={heading}><span className="quiet" dir="auto">{heading}</span> <bdi>{cell}</bdi></li>)}
      </ul>
    </div>
  )
}
