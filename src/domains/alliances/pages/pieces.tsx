// Small pieces of an alliance's pages: figures that keep stated and recorded apart, marks, a known day.
import { Mark } from '#web/ui/mark.tsx'
import { useText } from '#web/text.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { Precision, Day as DayText } from '#platform/kinds.ts'
import type { Stated } from '../model.ts'

export { StandingMark } from '#web/alliances/members.tsx'

export const ExampleMark = () => <Mark tone="lapis" shape="square">{useText()('alliances.example')}</Mark>

/** «over 160 members · 2 nations», or nothing when no source states a figure. */
export function useStatedWords(): (stated: Stated) => string {
  const text = useText()
  return ({ members, nations, atLeast }) => {
    const count = members ? text('alliances.count-members', { count: members }) : ''
    return [count && atLeast ? text('alliances.over', { what: count }) : count, nations ? text('alliances.count-nations', { count: nations }) : ''].filter(Boolean).join(' · ')
  }
}

export function KnownDay({ day, precision }: { day: DayText | null; precision: Precision | null }) {
  const text = useText()
  return day ? <Day day={day} precision={precision ?? 'day'} /> : <span className="quiet">{text('alliances.not-stated')}</span>
}

export const today = (): DayText => new Date().toISOString().slice(0, 10)
