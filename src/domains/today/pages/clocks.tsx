// What time it is where one is, and where the partners are whom one waits for: it moves with the minute.
import { useEffect, useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { intlTag } from '#platform/i18n/message.ts'
import { useLocale } from '#web/text.tsx'
import type { Today } from '../model.ts'

export function Clocks({ places }: { places: Today['places'] }) {
  const locale = useLocale()
  const [now, tick] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => tick(new Date()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return places.map(({ id, organisation, timeZone }) => (
    <span key={id} className="today-clock"><bdi className="figures">{new Intl.DateTimeFormat(intlTag(locale), { hour: '2-digit', minute: '2-digit', timeZone }).format(now)}</bdi> <bdi>{organisation.city ?? nameIn(organisation, locale)}</bdi></span>
  ))
}
