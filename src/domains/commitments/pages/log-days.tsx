// When it was: today and yesterday are one touch away; several days are a range.
import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { dayBack, type Filled } from './log-state.ts'
import { useSay } from './say.ts'

type Props = { filled: Filled; onChange: (to: Partial<Filled>) => void; wrong: string[] | undefined }

export function LogDays({ filled: { onDay, untilDay }, onChange, wrong }: Props) {
  const { text } = useSay()
  const [several, setSeveral] = useState(untilDay !== '')
  const value = (day: string) => (day ? { value: day, precision: 'day' as const } : null)
  return (
    <div className="log-days">
      {[0, 1].map((back) => (
        <Chosen key={back} pressed={onDay === dayBack(back) && !several} onPress={() => (setSeveral(false), onChange({ onDay: dayBack(back), untilDay: '' }))}>{text(`commitments.log.${back === 0 ? 'today' : 'yesterday'}`)}</Chosen>
      ))}
      <DayField label={text(several ? 'commitments.log.from' : 'commitments.log.day')} precise required value={value(onDay)} onChange={(day) => onChange({ onDay: day?.value ?? '' })} wrong={wrong} />
      {several ? <DayField label={text('commitments.log.until')} precise value={value(untilDay)} onChange={(day) => onChange({ untilDay: day?.value ?? '' })} />
        : <Button look="quiet" onPress={() => setSeveral(true)}>{text('commitments.log.several')}</Button>}
    </div>
  )
}

const Chosen = ({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: string }) =>
  <button type="button" className="button plain" aria-pressed={pressed} onClick={onPress}>{children}</button>
