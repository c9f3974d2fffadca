// How a measure and a task stand, as marks: a shape, a colour and a word.
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import type { MeasureStanding, PlanFile } from '../plan-model.ts'

const statuses: Record<MeasureStanding['status'], [Tone, Shape]> = { green: ['jade', 'disc'], amber: ['saffron', 'half'], red: ['garnet', 'triangle'], grey: ['quiet', 'ring'] }
export const StatusMark = ({ standing: { status } }: { standing: MeasureStanding }) => <Mark tone={statuses[status][0]} shape={statuses[status][1]}>{useText()(`plans.status.${status}`)}</Mark>

type TaskState = PlanFile['tasks'][number]
const states: Record<TaskState['state'], [Tone, Shape]> = { 'done': ['jade', 'disc'], 'claimed': ['saffron', 'square'], 'late': ['garnet', 'triangle'], 'running': ['lapis', 'half'], 'to-come': ['quiet', 'ring'] }
export function TaskMark({ of: { state, doneOn } }: { of: TaskState }) {
  const [text, locale] = [useText(), useLocale()]
  return <Mark tone={states[state][0]} shape={states[state][1]}>{text(`plans.task-states.${state}`, { on: doneOn ? formatDay(doneOn, 'day', locale) : '' })}</Mark>
}
