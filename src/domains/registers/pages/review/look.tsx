// What a person should look at in a row: problems in words, rows that say the same, what changed since last time.
import { Go } from '#web/ui/link.tsx'
import type { Duplicate, RunRow } from '../../model.ts'
import { useSay } from '../say.ts'

type Props = { row: RunRow; onOpen: (row: number) => void; whole?: boolean }

export function Look({ row, onOpen, whole = false }: Props) {
  const { text, problem, cell } = useSay()
  const nothing = row.problems.length + row.duplicates.length + (whole ? row.related.length : 0) === 0 && row.change !== 'changed'
  if (nothing) return null
  const problems = whole ? row.problems : row.problems.slice(0, 3)
  return (
    <ul className="look">
      {row.change === 'changed' && <li><Changed row={row} /></li>}
      {problems.map((one) => <li key={`${one.key} ${one.column} ${one.text}`}>{one.text && <><q dir="auto">{shortened(cell(one.text))}</q> </>}{problem(one)}</li>)}
      {row.problems.length > problems.length && <li className="quiet">{text('registers.more-problems', { count: row.problems.length - problems.length })}</li>}
      {row.duplicates.map((other) => <li key={keyOf(other)}><Other of={other} onOpen={onOpen} /></li>)}
      {whole && row.related.map((other) => <li key={keyOf(other)}><Other of={other} onOpen={onOpen} /></li>)}
    </ul>
  )
}

const shortened = (written: string) => (written.length > 60 ? `${written.slice(0, 60)}…` : written)
const keyOf = ({ row, agreementId, reason }: Duplicate) => `${row ?? agreementId} ${reason}`

function Other({ of: { row, agreementId, reason, facts }, onOpen }: { of: Duplicate; onOpen: Props['onOpen'] }) {
  const { text, reason: say } = useSay()
  return (
    <>
      {row !== null ? <button type="button" className="link" onClick={() => onOpen(row)}>{text('registers.row', { row })}</button>
        : <Go to={`/agreements/${agreementId}`}>{text('registers.recorded')}</Go>}{' '}
      {say(reason, facts)}
    </>
  )
}

/** Each cell that says otherwise than last time: before → after. */
export function Changed({ row: { differences } }: { row: RunRow }) {
  const { text } = useSay()
  return (
    <dl className="changed">
      {differences.map(({ column, before, after }) => (
        <div key={column}>
          <dt dir="auto">{column}</dt>
          <dd><del dir="auto">{before || text('registers.empty-cell')}</del> <span aria-hidden="true" className="flips">→</span> <ins dir="auto">{after || text('registers.empty-cell')}</ins></dd>
        </div>
      ))}
    </dl>
  )
}
