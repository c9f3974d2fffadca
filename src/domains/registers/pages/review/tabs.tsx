// The ways to look at a run: its rows, what it tells, how its columns were read.
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import type { Run } from '../../model.ts'

export function Tabs({ run, current }: { run: Run; current: string }) {
  const text = useText()
  const tabs = run.state === 'imported' ? ['report', 'rows'] : ['rows', 'report', 'columns']
  return (
    <nav className="run-tabs no-print" aria-label={text('registers.tabs')}>
      {tabs.map((tab) => <Go key={tab} to={`/import/${run.id}?tab=${tab}`} {...(tab === current ? { 'aria-current': 'page' as const } : {})}>{text(`registers.tabs.${tab}`)}</Go>)}
    </nav>
  )
}
