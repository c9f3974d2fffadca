// A run that is being read or imported, or that could not be read: how far it is, or why it stopped and what to do.
import { useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/text.tsx'
import { useWork, LongWork } from '#web/work.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Note, Progress } from '#web/ui/notes.tsx'
import type { Run } from '../model.ts'
import { Columns } from './review/columns.tsx'

export function Underway({ run }: { run: Run }) {
  const text = useText()
  const questions = useQueryClient()
  const again = () => void questions.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/register-runs') })
  const label = text(`registers.underway.${run.state}`, { file: run.fileName })
  return (
    <div className="stack underway">
      {run.workId ? <Watched id={run.workId} label={label} onDone={again} /> : <Progress label={label} />}
      {run.state === 'failed' && <Otherwise run={run} />}
    </div>
  )
}

/** Work that a colleague began is seen to go on, though only they can stop it. */
function Watched({ id, label, onDone }: { id: string; label: string; onDone: () => void }) {
  const { error } = useWork(id)
  return error ? <Progress label={label} /> : <LongWork id={id} label={label} onDone={onDone}>{() => <Progress label={label} />}</LongWork>
}

/** Where the columns were read but no partners recognised, a person can say where they are. */
function Otherwise({ run }: { run: Run }) {
  const text = useText()
  return (
    <>
      <Note><p>{text('registers.failed.nothing-lost')}</p></Note>
      {run.columns.length > 0 || run.sheets.length > 1 ? <Columns run={run} /> : <div className="row"><ButtonLink look="primary" to="/import">{text('registers.failed.bring-another')}</ButtonLink></div>}
    </>
  )
}
