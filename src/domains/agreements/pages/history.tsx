// What happened to an agreement, in words, from the journal.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { ask, linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { agreementsApi } from '../api.ts'
import { type AgreementFile, type HistoryLine, historyLines } from '../model.ts'
import { toldAbove } from './told-above.ts'

export function History({ agreement: { id } }: { agreement: AgreementFile }) {
  const text = useText()
  return (
    <>
      <Lines id={id} />
      <p className="no-print"><a href={linkTo(agreementsApi.archive, { params: { id } })} download>{text('agreements.archive.take')}</a> <small className="quiet">{text('agreements.archive.what')}</small></p>
    </>
  )
}

/** A page of it, and behind its last line the one before it, when somebody wants to see it. */
function Lines({ id, before }: { id: string; before?: string }) {
  const text = useText()
  const [earlier, setEarlier] = useState(false)
  const { data: lines, error, refetch } = useQuery(ask(agreementsApi.history, { params: { id }, query: before ? { before } : {} }))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!lines) return <Skeleton lines={3} />
  return (
    <>
      <ol className="history-list">{lines.map((line) => <Line key={line.id} line={line} />)}</ol>
      {lines.length === historyLines && (earlier ? <Lines id={id} before={lines.at(-1)!.id} /> : <p className="no-print"><Button small look="quiet" onPress={() => setEarlier(true)}>{text('agreements.history.earlier')}</Button></p>)}
    </>
  )
}

function Line({ line: { at, who, office, what, data } }: { line: HistoryLine }) {
  const [text, locale] = [useText(), useLocale()]
  const name = what.replace('agreement.', '')
  const visitor = visitorIn(data)
  const by = who ? (office ? text('agreements.history.by', { who, office }) : who) : visitor ? text(`agreements.history.by-${visitor.via}`, { who: visitor.who }) : text('agreements.history.by-pamir')
  const known = ['recorded', 'drafted', 'in-force', 'renewed', 'revised', 'ended', 'end-taken-back', 'removed', 'restored', 'file-attached', 'file-removed'].includes(name)
  const facts = { name: String(data['name'] ?? ''), because: String(data['because'] ?? ''), on: dayOr(data['endedOn'] ?? data['signedOn'] ?? data['until'], locale), automatic: data['automatic'] === true ? 'yes' : 'no' }
  const above = known ? undefined : toldAbove(what, data, { text, locale, day: (day) => dayOr(day, locale) })
  return (
    <li>
      <time className="quiet" dateTime={at}><bdi>{formatInstant(at, locale)}</bdi></time>
      <div>
        {known ? text(`agreements.history.${name}`, facts) : above ?? text('agreements.history.other', { what })} <small className="quiet"><bdi>{by}</bdi></small>
        {name === 'revised' && <Changes data={data} />}
      </div>
    </li>
  )
}

/** Who answered without an account, in the name that they gave, and by which way they were asked. */
function visitorIn({ via, name, officeName, byName }: Record<string, unknown>): { who: string; via: 'letter' | 'link' } | undefined {
  const who = typeof byName === 'string' ? byName : [name, officeName].filter((one) => typeof one === 'string').join(', ')
  return who && (via === 'letter' || via === 'link') ? { who, via } : undefined
}

type Changed = Record<string, { before: unknown; after: unknown }>
/** What a field is called, where it is not called as its own name is. */
const words: Record<string, string> = {
  title: 'columns.title', titles: 'columns.title', titleLang: 'form.title-lang', signedOn: 'signed-on', signedPrecision: 'form.precision', startsOn: 'starts-on',
  termKind: 'form.term-kind', termYears: 'form.years', termUntil: 'form.until', untilPrecision: 'form.precision', renewalYears: 'form.renewal-years',
  noticeMonths: 'form.notice-months', termText: 'term-as-written', endedOn: 'end.on', endedBecause: 'end.because', parentId: 'parent',
}

function Changes({ data }: { data: Record<string, unknown> }) {
  const text = useText()
  const say = useValue()
  const fields = Object.entries((data['fields'] ?? {}) as Changed)
  return (
    <ul className="quiet">
      {fields.map(([field, { before, after }]) => (
        <li key={field}>{text('agreements.history.changed', { field: text(`agreements.${words[field] ?? field}`), before: say(field, before), after: say(field, after) })}</li>
      ))}
      {'parties' in data && <li>{text('agreements.history.parties-changed')}</li>}
    </ul>
  )
}

function useValue() {
  const [text, locale] = [useText(), useLocale()]
  return (field: string, value: unknown): string => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return text('agreements.history.nothing')
    if (field === 'kind' || field === 'visibility') return text(`agreements.${field === 'kind' ? 'kinds' : 'visibilities'}.${String(value)}`)
    if (field === 'termKind') return text(`agreements.terms.${String(value)}`)
    if (field.endsWith('Precision')) return text(`agreements.precision.${String(value)}`)
    if (Array.isArray(value)) return value.map((code) => text(`agreements.fields.${code}`)).join(' · ')
    return typeof value === 'object' ? Object.values(value ?? {}).join(' · ') : dayOr(value, locale)
  }
}

const dayOr = (value: unknown, locale: Parameters<typeof formatDay>[2]): string =>
  (/^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDay(String(value), 'day', locale) : String(value ?? ''))
