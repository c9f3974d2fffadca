// What a side says of itself: the days on which it does not answer, and whether its members may decide in writing at all.
import { useState } from 'react'
import { formatDay } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { CheckField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { bodiesApi } from '../api.ts'
import type { SideShown } from '../model.ts'

export function SideDialog({ bodyId, side, onClose }: { bodyId: string; side: SideShown; onClose: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const [forbidsWritten, setForbids] = useState(side.forbidsWritten)
  const [holidays, setHolidays] = useState(side.holidays)
  const [day, setDay] = useState<KnownDay | null>(null)
  const change = useDeed(bodiesApi.changeSide)
  // What was typed and not added yet counts as well.
  const all = day ? [...new Set([...holidays, day.value])].toSorted() : holidays
  const add = () => { setHolidays(all); setDay(null) }
  return (
    <Dialog open onClose={onClose} title={text('committees.side')} actions={<Button look="primary" busy={change.isPending} onPress={() => change.mutate({ params: { id: bodyId, sideId: side.id }, body: { forbidsWritten, holidays: all } }, { onSuccess: onClose })}>{text('committees.record')}</Button>}>
      <CheckField label={text('committees.side.forbids')} hint={text('committees.side.forbids.why')} checked={forbidsWritten} onChange={setForbids} />
      <DayField label={text('committees.side.holiday')} precise value={day} onChange={setDay} />
      <div className="row"><Button small onPress={add}>{text('committees.side.add-holiday')}</Button></div>
      {holidays.length > 0 && <ul className="plain-list">{holidays.map((one) => <li key={one} className="row"><span>{formatDay(one, 'day', locale)}</span><Button small look="quiet" label={text('web.remove-one', { what: formatDay(one, 'day', locale) })} onPress={() => setHolidays(holidays.filter((each) => each !== one))}>{text('web.remove')}</Button></li>)}</ul>}
      <p className="quiet">{text('committees.side.holidays.why')}</p>
      {change.error && <ErrorNote error={change.error} />}
    </Dialog>
  )
}
