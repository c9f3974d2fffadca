// What the person did not know: how their agreements stand, what is doubtful, where the partners are. Each figure leads to its rows.
import { useQuery } from '@tanstack/react-query'
import { ask, linkTo } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { registersApi } from '../../api.ts'
import type { Run, Summary } from '../../model.ts'
import { Doubts } from './doubts.tsx'
import { Spread } from './spread.tsx'
import { Standing } from './standing.tsx'
import { useNamed } from './use-named.ts'

export function Report({ run }: { run: Run }) {
  const { data: figures, error, refetch } = useQuery(ask(registersApi.figures, { params: { id: run.id } }))
  if (!run.summary) return null
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!figures) return <Skeleton lines={12} />
  return (
    <div className="report">
      {run.report && <Done run={run} report={run.report} />}
      <Told run={run} summary={run.summary} figures={figures} />
    </div>
  )
}

function Told({ run, summary, figures }: { run: Run; summary: Summary; figures: Parameters<typeof Standing>[0]['figures'] }) {
  const named = useNamed(run, mentioned(summary))
  return (
    <>
      <Standing {...{ run, summary, figures, named }} />
      <Doubts {...{ run, summary, figures, named }} />
      <Spread {...{ run, figures, summary }} />
    </>
  )
}

/** The rows that the report names by their partner. */
const mentioned = (summary: Summary): number[] =>
  [...summary.lapsed.slice(0, 12), ...summary.expiring.slice(0, 12)].map(({ row }) => row)
    .concat(summary.unreadableDates.slice(0, 12), summary.duplicateGroups.slice(0, 40).flatMap(({ rows }) => rows.slice(0, 1)))

function Done({ run, report }: { run: Run; report: NonNullable<Run['report']> }) {
  const text = useText()
  const { agreementsAdded: added, agreementsChanged: changed, unchanged, left } = report
  const did = Object.entries({ added, changed, unchanged, left }).filter(([did, count]) => count > 0 || did === 'added').map(([did, count]) => text(`registers.report.${did}`, { count }))
  return (
    <Note tone="jade">
      <p><strong>{did.join(' · ')}</strong></p>
      {report.organisationsAdded > 0 && <p>{text('registers.report.organisations', { count: report.organisationsAdded })}</p>}
      <p className="row no-print"><ButtonLink small to={`/agreements?organisation=${run.ownerId}`}>{text('registers.report.to-agreements')}</ButtonLink></p>
    </Note>
  )
}

export function ReportActions({ run }: { run: Run }) {
  const text = useText()
  return (
    <>
      <Button look="quiet" onPress={() => window.print()}>{text('registers.report.print')}</Button>
      <a className="button quiet" href={linkTo(registersApi.register, { params: { id: run.ownerId } })} download>{text('registers.report.register')}</a>
      <a className="button" href={linkTo(registersApi.workbook, { params: { id: run.id } })} download>{text('registers.report.workbook')}</a>
    </>
  )
}
