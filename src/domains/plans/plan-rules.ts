// What may happen to a plan, what cannot be so in one, and how its tasks stand on a day.
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { indicatorOf } from './indicator-rules.ts'
import type { Feed } from './indicator-model.ts'
import type { Measure, PlanContent, PlanFile, PlanValue, Task } from './plan-model.ts'

/** What cannot be so, by field. `members` are those who can own a task. */
export function mistakesIn({ startsOn, endsOn, objectives, tasks, measures }: PlanContent, members: ReadonlySet<Id>): Record<string, string[]> {
  const known = new Set(objectives.map(({ id }) => id))
  const ids = [...objectives, ...tasks, ...measures].map(({ id }) => id)
  const wrong: [boolean, string, string][] = [
    [endsOn <= startsOn, 'endsOn', 'plans.ends-before-it-starts'],
    [new Set(ids).size < ids.length, 'objectives', 'plans.twice-the-same'],
    [objectives.some(({ aboveId }) => aboveId !== null && !known.has(aboveId)) || circular(objectives.map(({ id, aboveId }) => [id, aboveId ? [aboveId] : []])), 'objectives', 'plans.objective-unknown'],
    [[...tasks, ...measures].some(({ objectiveId }) => !known.has(objectiveId)), 'objectives', 'plans.objective-unknown'],
    [tasks.some((task) => task.endsOn < task.startsOn), 'tasks', 'plans.task-ends-before-it-starts'],
    [tasks.some(({ owners }) => owners.some((owner) => !members.has(owner))), 'tasks', 'plans.owner-not-a-member'],
    [tasks.some(({ afterIds }) => afterIds.some((after) => !tasks.some(({ id }) => id === after))), 'tasks', 'plans.after-unknown'],
    [circular(tasks.map(({ id, afterIds }) => [id, afterIds])), 'tasks', 'plans.after-is-circular'],
    [measures.some(({ targets }) => targets.some(({ on }, at) => on <= (targets[at - 1]?.on ?? startsOn))), 'measures', 'plans.targets-out-of-order'],
    [measures.some(({ code }) => code !== null && !indicatorOf(code)), 'measures', 'plans.no-such-indicator'],
  ]
  const fields: Record<string, string[]> = {}
  for (const [, field, key] of wrong.filter(([is]) => is)) fields[field] = [...(fields[field] ?? []), key]
  return fields
}

/** Whether one waits, through any others, for itself. */
function circular(steps: readonly (readonly [Id, readonly Id[]])[]): boolean {
  const [next, done] = [new Map(steps), new Set<Id>()]
  const returns = (id: Id, path: ReadonlySet<Id>): boolean => {
    if (path.has(id)) return true
    if (done.has(id)) return false
    const found = (next.get(id) ?? []).some((one) => returns(one, new Set([...path, id])))
    done.add(id)
    return found
  }
  return steps.some(([id]) => returns(id, new Set()))
}

/** A version is laid before the sides when it says what for, by whom, and how one will know. */
export function whyNotLay({ objectives, tasks, measures }: PlanContent, waits: boolean): Reason | undefined {
  if (waits) return 'plans.version-waits'
  if (objectives.length === 0) return 'plans.no-objective'
  if (tasks.some(({ owners }) => owners.length === 0)) return 'plans.task-without-owner'
  return measures.length === 0 ? 'plans.no-measure' : undefined
}

/** The records from which a measure is fed; nothing when it lives on claims. */
export const feedOf = ({ code, feed }: Pick<Measure, 'code' | 'feed'>): Feed | null => (code ? indicatorOf(code)?.feed ?? null : feed)

type Said = Pick<PlanValue, 'itemId' | 'state' | 'onDay'>
/** A task is done when another has confirmed that it is. */
export function taskStateOn(day: Day, { id, startsOn, endsOn }: Pick<Task, 'id' | 'startsOn' | 'endsOn'>, said: readonly Said[]): PlanFile['tasks'][number] {
  const own = said.filter(({ itemId }) => itemId === id)
  const done = own.filter(({ state }) => state === 'confirmed').map(({ onDay }) => onDay).toSorted()[0]
  if (done) return { id, state: 'done', doneOn: done }
  if (own.some(({ state }) => state === 'open' || state === 'disputed')) return { id, state: 'claimed', doneOn: null }
  return { id, state: endsOn < day ? 'late' : startsOn <= day ? 'running' : 'to-come', doneOn: null }
}
