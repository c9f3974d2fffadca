// What was found, in one calm line, and how the dates of the file were decided.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Note } from '#web/ui/notes.tsx'
import { registersApi } from '../../api.ts'
import type { Run, Summary } from '../../model.ts'
import { useSay } from '../say.ts'

export function Found({ run }: { run: Run }) {
  const text = useText()
  if (!run.summary) return null
  const { decisions, changes } = run.summary
  const again = changes.same + changes.changed > 0
  return (
    <div className="found">
      <p className="found-line">
        <strong>{text('registers.found.rows', { rows: run.rows })}</strong>
        <span>{text('registers.found.matched', { count: decisions.matched })}</span>
        {run.state === 'review' && <span className={run.needs > 0 ? 'due' : ''}>{text('registers.found.needs', { count: run.needs })}</span>}
        <span>{text('registers.found.new', { count: decisions.new })}</span>
        {again && <span>{text('registers.found.changes', changes)}</span>}
      </p>
      <DatesSaid dates={run.summary.dates} />
      {run.state === 'review' && run.needs > 0 && <Provisional run={run} />}
    </div>
  )
}

/** Said only where something had to be decided. */
function DatesSaid({ dates }: { dates: Summary['dates'] }) {
  const { reason, text } = useSay()
  const said = dates.filter(({ because }) => !because.endsWith('nothing-open'))
  if (said.length === 0) return null
  return <ul className="dates-said quiet">{said.map(({ column, because, facts }) => <li key={column}>{text('registers.dates.in-column', { column })} {reason(because, facts)}</li>)}</ul>
}

/** What importing now would mean for the rows that nobody has decided. */
function Provisional({ run }: { run: Run }) {
  const text = useText()
  const { data: tally } = useQuery(ask(registersApi.tally, { params: { id: run.id } }))
  return tally && <Note tone="saffron"><p>{text('registers.import.needs', { count: run.needs })}</p></Note>
}
