// The registers that were brought in before, newest first, each with how far it came.
import { formatInstant } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { Figure } from '#web/ui/whole.tsx'
import type { Run } from '../../model.ts'

const looks: Record<Run['state'], { tone: Tone; shape: Shape }> = {
  reading: { tone: 'lapis', shape: 'ring' }, review: { tone: 'saffron', shape: 'half' }, importing: { tone: 'lapis', shape: 'ring' },
  imported: { tone: 'jade', shape: 'disc' }, discarded: { tone: 'quiet', shape: 'dash' }, failed: { tone: 'garnet', shape: 'cross' },
}

export const RunState = ({ state }: { state: Run['state'] }) => <Mark {...looks[state]}>{useText()(`registers.states.${state}`)}</Mark>

export function Runs({ runs }: { runs: Run[] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <DataTable label={text('registers.runs.title')} register={{ rows: runs }} rowKey={({ id }) => id} rowTo={({ id }) => `/import/${id}`} empty={<Nothing />} columns={[
      { key: 'file', head: text('registers.runs.file'), cell: (run) => <bdi>{run.fileName}</bdi> },
      { key: 'owner', head: text('registers.bring.whose'), cell: (run) => <Go to={`/organisations/${run.ownerId}`}><bdi>{run.ownerName}</bdi></Go> },
      { key: 'state', head: text('registers.runs.state'), cell: (run) => <RunState state={run.state} /> },
      { key: 'rows', head: text('registers.runs.rows'), align: 'end', cell: (run) => <Figure of={run.rows} /> },
      { key: 'needs', head: text('registers.runs.needs'), align: 'end', cell: (run) => <Figure of={run.needs} /> },
      { key: 'when', head: text('registers.runs.when'), cell: (run) => <bdi>{formatInstant(run.importedAt ?? run.begunAt, locale)}</bdi> },
    ]} />
  )
}

function Nothing() {
  const text = useText()
  return <Empty title={text('registers.runs.none')}>{text('registers.runs.none-what')}</Empty>
}
