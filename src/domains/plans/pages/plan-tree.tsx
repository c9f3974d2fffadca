// From objective to evidence: each objective with what stands beneath it, its tasks, its measures, and the way to what was confirmed for them.
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import type { Measure, Objective, PlanFile } from '../plan-model.ts'
import { feedOf } from '../plan-rules.ts'
import { StatusMark, TaskMark } from './plan-marks.tsx'
import { saidIn } from './said.ts'

export function PlanTree({ plan }: { plan: PlanFile }) {
  const text = useText()
  const top = plan.content.objectives.filter(({ aboveId }) => aboveId === null)
  if (top.length === 0) return <Empty title={text('plans.tree.empty')} />
  return <ul className="plan-tree">{top.map((one) => <Branch key={one.id} objective={one} plan={plan} />)}</ul>
}

function Branch({ objective, plan }: { objective: Objective; plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { content, tasks, standings } = plan
  return (
    <li>
      <strong><bdi>{saidIn(objective.what, locale)}</bdi></strong> <small className="quiet">{text(`plans.levels.${objective.level}`)}</small>
      <ul>
        {content.objectives.filter(({ aboveId }) => aboveId === objective.id).map((one) => <Branch key={one.id} objective={one} plan={plan} />)}
        {content.tasks.filter(({ objectiveId }) => objectiveId === objective.id).map((task) => (
          <li key={task.id}><small className="quiet">{text('plans.tree.task')}</small> <bdi>{saidIn(task.what, locale)}</bdi> <TaskMark of={tasks.find(({ id }) => id === task.id)!} /><Said plan={plan} itemId={task.id} /></li>
        ))}
        {content.measures.filter(({ objectiveId }) => objectiveId === objective.id).map((measure) => (
          <li key={measure.id}><small className="quiet">{text('plans.tree.measure')}</small> <bdi>{saidIn(measure.what, locale)}</bdi> <StatusMark standing={standings.find(({ subject }) => subject === measure.id)!} />
            {feedOf(measure) ? <Records measure={measure} plan={plan} /> : <Said plan={plan} itemId={measure.id} />}</li>
        ))}
      </ul>
    </li>
  )
}

/** A measure that is fed by an indicator leads to the list of that indicator. */
function Records({ measure, plan: { about, standings } }: { measure: Measure; plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  const actual = standings.find(({ subject }) => subject === measure.id)?.inputs.actual ?? null
  const feed = feedOf(measure)!
  const words = <>{text('plans.tree.evidence')}: <bdi className="figures">{actual === null ? '—' : formatNumber(actual, locale)}</bdi></>
  return <ul><li>{measure.code && feed.from !== 'promises' ? <Go to={`/indicators/list?${about.kind}=${about.id}&of=${measure.code}&state=confirmed`}>{words}</Go> : words}</li></ul>
}

function Said({ plan: { values }, itemId }: { plan: PlanFile; itemId: string }) {
  const [text, locale] = [useText(), useLocale()]
  const own = values.filter((one) => one.itemId === itemId && one.state === 'confirmed')
  if (own.length === 0) return null
  return <ul>{own.map(({ id, claimId, onDay, value, url }) => <li key={id}><Go to={`/confirmations/${claimId}`}>{text('plans.tree.evidence')}: <bdi className="figures">{formatNumber(value, locale)}</bdi>, <bdi>{formatDay(onDay, 'day', locale)}</bdi></Go>{url && <> · <a href={url} rel="noreferrer" target="_blank" dir="ltr"><bdi>{new URL(url).host}</bdi></a></>}</li>)}</ul>
}
