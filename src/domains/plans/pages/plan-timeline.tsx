// The tasks of a plan along time, each a bar from its first day to its last; the same days stand in words beside, so that nobody needs the bars.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDays } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Empty } from '#web/ui/notes.tsx'
import type { PlanFile } from '../plan-model.ts'
import { TaskMark } from './plan-marks.tsx'
import { saidIn } from './said.ts'

const day = (on: string) => Date.parse(on)

export function PlanTimeline({ plan: { content, tasks, organisations } }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  if (content.tasks.length === 0) return <Empty title={text('plans.part-empty')} />
  const [from, until] = [Math.min(day(content.startsOn), ...content.tasks.map((task) => day(task.startsOn))), Math.max(day(content.endsOn), ...content.tasks.map((task) => day(task.endsOn)))]
  const share = (on: number) => `${Math.min(100, Math.max(0, ((on - from) / Math.max(1, until - from)) * 100))}%`
  const what = (id: string) => saidIn(content.tasks.find((task) => task.id === id)?.what ?? {}, locale)
  return (
    <table className="plan-time">
      <thead><tr>{['task', 'when', 'state'].map((column) => <th key={column} scope="col">{text(`plans.timeline.column.${column}`)}</th>)}</tr></thead>
      <tbody>
        {content.tasks.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).map((task) => {
          const state = tasks.find(({ id }) => id === task.id)!
          return (
            <tr key={task.id}>
              <th scope="row"><bdi>{saidIn(task.what, locale)}</bdi>
                <small className="quiet">{task.owners.map((owner) => { const one = organisations.find(({ id }) => id === owner); return one ? nameIn(one, locale) : '' }).filter(Boolean).join(' · ')}</small>
                {task.afterIds.map((id) => <small key={id} className="quiet">{text('plans.timeline.after', { what: what(id) })}</small>)}</th>
              <td><span className="plan-bar" aria-hidden="true"><i className={`is-${state.state}`} style={{ insetInlineStart: share(day(task.startsOn)), inlineSize: `max(4px, ${((day(task.endsOn) - day(task.startsOn)) / Math.max(1, until - from)) * 100}%)` }} /><b style={{ insetInlineStart: share(Date.now()) }} /></span>
                <small><bdi>{formatDays(task.startsOn, task.endsOn, locale)}</bdi></small></td>
              <td><TaskMark of={state} /></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
