// One run, from the file to the report: being read, in review, being imported, imported.
import { useQuery } from '@tanstack/react-query'
import { one, useAddress, useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { registersApi } from '../api.ts'
import type { Run } from '../model.ts'
import { RunState } from './bring/runs.tsx'
import './registers.css'
import { Columns } from './review/columns.tsx'
import { Found } from './review/found.tsx'
import { ImportStep } from './review/import-step.tsx'
import { PutAway } from './review/put-away.tsx'
import { loadReview, Review } from './review/review.tsx'
import { Tabs } from './review/tabs.tsx'
import { Report, ReportActions } from './report/report.tsx'
import { Underway } from './underway.tsx'

const question = (id: string) => ask(registersApi.run, { params: { id } })
export const load = async (at: Arriving) => {
  const run = await at.questions.ensureQueryData(question(at.params['id']!))
  if (run.state === 'review') await loadReview(at)
}

export function Page() {
  const text = useText()
  const { data: run, error } = useQuery({ ...question(useParam('id')), refetchInterval: ({ state }) => (isUnderway(state.data) ? 3000 : false) })
  const above = <Go to="/import">{text('registers.bring.title')}</Go>
  if (!run) return <Frame title={text('registers.bring.title')} above={above}>{error ? <ErrorNote error={error} /> : <Skeleton lines={8} />}</Frame>
  return (
    <Frame title={run.fileName} above={above} width="register" about={<About run={run} />} actions={<Steps run={run} />}>
      <Matter run={run} />
    </Frame>
  )
}

const isUnderway = (run: Run | undefined) => run?.state === 'reading' || run?.state === 'importing'

function About({ run }: { run: Run }) {
  return <><RunState state={run.state} /><Go to={`/organisations/${run.ownerId}`}><bdi>{run.ownerName}</bdi></Go>{run.sheet && <bdi>{run.sheet}</bdi>}</>
}

function Steps({ run }: { run: Run }) {
  if (run.state === 'review') return <><PutAway run={run} /><ImportStep run={run} /></>
  if (run.state === 'imported') return <ReportActions run={run} />
  return run.state === 'failed' || run.state === 'reading' ? <PutAway run={run} /> : null
}

function Matter({ run }: { run: Run }) {
  const text = useText()
  const [address] = useAddress()
  const tab = one(address['tab']) || (run.state === 'imported' ? 'report' : 'rows')
  if (isUnderway(run) || run.state === 'failed') return <Underway run={run} />
  if (run.state === 'discarded') return <p>{text('registers.discarded')}</p>
  return (
    <>
      <Found run={run} />
      <Tabs run={run} current={tab} />
      {tab === 'report' ? <Report run={run} /> : tab === 'columns' ? <Columns run={run} /> : <Review run={run} />}
    </>
  )
}
