// A plan: what it says, how its measures stand, and the same seen as a logical framework, along time, and from objective to evidence.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDays } from '#platform/i18n/format.ts'
import { one, useAddress, useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { plansApi } from '../api.ts'
import type { PlanFile } from '../plan-model.ts'
import { whyNotLay } from '../plan-rules.ts'
import { PlanDocument } from './plan-document.tsx'
import { Framework } from './plan-framework.tsx'
import { LayDialog } from './lay-dialog.tsx'
import { Measures } from './plan-measures.tsx'
import { PlanTimeline } from './plan-timeline.tsx'
import { PlanTree } from './plan-tree.tsx'
import { Versions } from './plan-versions.tsx'
import { saidIn } from './said.ts'
import './plans.css'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(plansApi.read, { params: { id: params['id']! } }))

const views = { document: PlanDocument, measures: Measures, framework: Framework, timeline: PlanTimeline, tree: PlanTree, versions: Versions }
const isView = (name: string): name is keyof typeof views => name in views

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const [address] = useAddress()
  const { data: plan } = useSuspenseQuery(ask(plansApi.read, { params: { id } }))
  const asked = one(address['view'])
  const current = isView(asked) ? asked : 'document'
  const View = views[current]
  return (
    <Frame title={saidIn(plan.content.title, locale)} width={current === 'document' ? 'page' : 'register'} above={<Go to={plan.about.kind === 'alliance' ? `/alliances/${plan.about.id}` : `/agreements/${plan.about.id}`}><bdi>{saidIn(plan.about.name, locale)}</bdi></Go>}
      about={<About plan={plan} />} actions={plan.mayWrite && <Steps plan={plan} />}>
      <nav className="plan-views no-print" aria-label={text('plans.view')}>
        {Object.keys(views).map((view) => <Go key={view} to={`/plans/${id}?view=${view}`} {...(view === current ? { 'aria-current': 'page' as const } : {})}>{text(`plans.views.${view}`)}</Go>)}
      </nav>
      <View plan={plan} />
    </Frame>
  )
}

function About({ plan: { content, versions, approvedId, changedAt } }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  const approved = versions.find(({ id }) => id === approvedId)
  const waits = versions.find(({ claim }) => claim?.state === 'open')
  return (
    <>
      <bdi>{formatDays(content.startsOn, content.endsOn, locale)}</bdi>
      {approved ? <Mark tone="jade" shape="disc">{text('plans.approved-version', { number: approved.number })}</Mark> : <Mark tone="quiet" shape="ring">{text('plans.not-approved')}</Mark>}
      {waits && <Mark tone="saffron" shape="square">{text('plans.version-waits-short', { number: waits.number })}</Mark>}
      {approved && changedAt > approved.laidAt && <span>{text('plans.changed-since')}</span>}
    </>
  )
}

function Steps({ plan }: { plan: PlanFile }) {
  const text = useText()
  const [laying, setLaying] = useState(false)
  return (
    <>
      <ButtonLink to={`/plans/${plan.id}/write`}>{text('plans.write')}</ButtonLink>
      <Button look="primary" whyNot={whyNotLay(plan.content, plan.versions.some(({ claim }) => claim?.state === 'open'))} onPress={() => setLaying(true)}>{text('plans.lay')}</Button>
      {laying && <LayDialog plan={plan} onClose={() => setLaying(false)} />}
    </>
  )
}
