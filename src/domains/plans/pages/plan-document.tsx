// A plan as a document: its six parts in the reader's language, with objectives, tasks and measures where they belong.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDays } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import { type PartName, partNames, type PlanFile, type Texts } from '../plan-model.ts'
import { StatusMark, TaskMark } from './plan-marks.tsx'
import { saidIn } from './said.ts'

export function PlanDocument({ plan }: { plan: PlanFile }) {
  const text = useText()
  const inside: Partial<Record<PartName, React.ReactNode>> = { objectives: <Objectives plan={plan} />, tasks: <Tasks plan={plan} /> }
  return partNames.map((part) => (
    <Section key={part} title={text(`plans.parts.${part}`)}>
      <Words texts={plan.content.parts[part]} alone={!inside[part]} />
      {inside[part]}
    </Section>
  ))
}

function Words({ texts = {}, alone }: { texts: Texts | undefined; alone: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  const said = saidIn(texts, locale)
  if (!said) return alone ? <p className="quiet">{text('plans.part-empty')}</p> : null
  return <div className="plan-words">{said.split(/\n+/).map((paragraph, at) => <p key={at} dir="auto">{paragraph}</p>)}</div>
}

function Objectives({ plan: { content, standings } }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ol className="plan-outline">
      {content.objectives.map((objective) => (
        <li key={objective.id}>
          <strong><bdi>{saidIn(objective.what, locale)}</bdi></strong> <small className="quiet">{text(`plans.levels.${objective.level}`)}</small>
          <ul>{content.measures.filter(({ objectiveId }) => objectiveId === objective.id).map((measure) => (
            <li key={measure.id}><bdi>{saidIn(measure.what, locale)}</bdi> <StatusMark standing={standings.find(({ subject }) => subject === measure.id)!} /></li>
          ))}</ul>
        </li>
      ))}
    </ol>
  )
}

function Tasks({ plan: { content, tasks, organisations } }: { plan: PlanFile }) {
  const locale = useLocale()
  return (
    <ol className="plan-outline">
      {content.tasks.map((task) => (
        <li key={task.id}>
          <strong><bdi>{saidIn(task.what, locale)}</bdi></strong> <TaskMark of={tasks.find(({ id }) => id === task.id)!} />
          <small className="quiet below"><bdi>{formatDays(task.startsOn, task.endsOn, locale)}</bdi>{task.owners.map((owner) => { const organisation = organisations.find(({ id }) => id === owner); return organisation && <span key={owner}> · <bdi>{nameIn(organisation, locale)}</bdi></span> })}</small>
        </li>
      ))}
    </ol>
  )
}
