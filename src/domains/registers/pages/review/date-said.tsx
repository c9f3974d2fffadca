// The date of signing as a person states it, where it could not be read or was read wrongly.
import { useState } from 'react'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import type { RunRow } from '../../model.ts'
import { signedOn } from './dates.tsx'
import type { Decide } from './use-decide.ts'

const lengths = { day: 10, month: 7, year: 4 } as const

export function DateSaid({ row, decide }: { row: RunRow; decide: Decide }) {
  const text = useText()
  const now = signedOn(row)
  const [day, setDay] = useState<KnownDay | null>(now && { value: `${now.value}-01-01`.slice(0, 10), precision: now.precision })
  const said = day && { value: day.value.slice(0, lengths[day.precision]), precision: day.precision }
  const isSame = said?.value === now?.value
  return (
    <section className="date-said">
      <DayField label={text('registers.signed-on')} required value={day} onChange={setDay} />
      {!isSame && <Button small busy={decide.busy} onPress={() => decide.date(row.row, said)}>{text(said ? 'registers.date.keep' : 'registers.date.none')}</Button>}
    </section>
  )
}
