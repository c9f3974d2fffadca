// How a call stands, and how one who was asked stands to it: a shape, a colour and a word.
import { Mark } from '#web/ui/mark.tsx'
import { useText } from '#web/text.tsx'
import type { Call, State } from '../model.ts'

export function CallMark({ call: { openedAt, closedAt } }: { call: Pick<Call, 'openedAt' | 'closedAt'> }) {
  const text = useText()
  if (closedAt) return <Mark tone="quiet" shape="square">{text('calls.standing.closed')}</Mark>
  return openedAt ? <Mark tone="jade" shape="disc">{text('calls.standing.open')}</Mark> : <Mark tone="quiet" shape="ring">{text('calls.standing.draft')}</Mark>
}

export function StateMark({ state, late = false }: { state: State; late?: boolean }) {
  const text = useText()
  if (state === 'answered') return <Mark tone="jade" shape="disc">{text('calls.states.answered')}</Mark>
  if (late) return <Mark tone="garnet" shape="triangle">{text(`calls.states.late-${state}`)}</Mark>
  return state === 'begun' ? <Mark tone="saffron" shape="half">{text('calls.states.begun')}</Mark> : <Mark tone="quiet" shape="ring">{text('calls.states.open')}</Mark>
}
