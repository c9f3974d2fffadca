// What happened to a call, in words, from the journal.
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { CallFile } from '../model.ts'

export function CallHistory({ call: { history } }: { call: CallFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ol className="call-history">
      {history.map(({ id, at, what, who, organisation, count, day }) => (
        <li key={id}>
          <time className="quiet" dateTime={at}><bdi>{formatInstant(at, locale)}</bdi></time>
          <span>{text(`calls.history.${what}`, { organisation: organisation ?? '', count: count ?? 0, day: day ? formatDay(day, 'day', locale) : '' })} <small className="quiet"><bdi>{who ?? text('calls.history.by-pamir')}</bdi></small></span>
        </li>
      ))}
    </ol>
  )
}
