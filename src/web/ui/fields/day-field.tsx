// A day as far as it is known: a day, only the month, or only the year.
import { useState } from 'react'
import type { DayPrecision } from '#platform/i18n/format.ts'
import { intlTag } from '#platform/i18n/message.ts'
import { useLocale, useText } from '../../text.tsx'
import { Field, type FieldProps, type Wiring } from './field.tsx'

export type KnownDay = { value: string; precision: DayPrecision }
type Props = FieldProps & { value: KnownDay | null; onChange: (day: KnownDay | null) => void; precise?: boolean }

/** `precise` asks for the day and offers nothing less. */
export function DayField({ value, onChange, precise = false, ...field }: Props) {
  const text = useText()
  const [precision, setPrecision] = useState<DayPrecision>(value?.precision ?? 'day')
  const change = (next: DayPrecision) => {
    setPrecision(next)
    if (value) onChange(coarsen(value.value, next))
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="day-field">
          {precision === 'day'
            ? <input {...wiring} type="date" className="control" value={value?.value ?? ''} max="9999-12-31"
                onChange={({ target }) => onChange(target.value ? { value: target.value, precision } : null)} />
            : <MonthAndYear wiring={wiring} value={value} precision={precision} onChange={onChange} />}
          {!precise && (
            <select className="control" aria-label={text('web.day.known')} value={precision} onChange={({ target }) => change(target.value as DayPrecision)}>
              {(['day', 'month', 'year'] as const).map((each) => <option key={each} value={each}>{text(`web.day.${each}`)}</option>)}
            </select>
          )}
        </div>
      )}
    </Field>
  )
}

type PartsProps = { wiring: Wiring; value: KnownDay | null; precision: DayPrecision; onChange: (day: KnownDay | null) => void }

function MonthAndYear({ wiring, value, precision, onChange }: PartsProps) {
  const text = useText()
  const months = monthNames(useLocale())
  const [year = '', month = '01'] = value?.value.split('-') ?? []
  const [typed, setTyped] = useState(year)
  const put = (nextYear: string, nextMonth: string) => {
    setTyped(nextYear)
    onChange(/^\d{4}$/.test(nextYear) ? { value: `${nextYear}-${precision === 'year' ? '01' : nextMonth}-01`, precision } : null)
  }
  return (
    <>
      {precision === 'month' && (
        <select className="control" aria-label={text('web.day.month')} value={month} onChange={({ target }) => put(typed, target.value)}>
          {months.map((name, index) => <option key={name} value={String(index + 1).padStart(2, '0')}>{name}</option>)}
        </select>
      )}
      <input {...wiring} className="control part" inputMode="numeric" maxLength={4} placeholder="2026" aria-label={text('web.day.year')} value={typed}
        onChange={({ target }) => put(target.value, month)} />
    </>
  )
}

const coarsen = (day: string, precision: DayPrecision): KnownDay =>
  ({ value: precision === 'day' ? day : precision === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`, precision })

function monthNames(locale: ReturnType<typeof useLocale>): string[] {
  const format = new Intl.DateTimeFormat(intlTag(locale), { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)))
}
