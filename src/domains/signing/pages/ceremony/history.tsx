// What happened to a ceremony, in words, from its journal. Unfolded when asked: seventeen agreements make some seventy steps.
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { HistoryLine } from '#domains/agreements/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { ceremoniesApi } from '../../api.ts'
import type { CeremonyFile } from '../../ceremony-model.ts'
import { tells } from '../history-words.ts'

export function History({ ceremony }: { ceremony: CeremonyFile }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className="no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text('agreements.history')}</summary>
      {open && <Told ceremony={ceremony} />}
    </details>
  )
}

function Told({ ceremony }: { ceremony: CeremonyFile }) {
  const { data: lines, error, refetch } = useQuery(ask(ceremoniesApi.ceremonyHistory, { params: { id: ceremony.id } }))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!lines) return <Skeleton lines={3} />
  return <ol className="ceremony-history">{lines.map((line) => <li key={line.id}><One line={line} ceremony={ceremony} /></li>)}</ol>
}

function One({ line: { at, who, office, what, data }, ceremony }: { line: HistoryLine; ceremony: CeremonyFile }) {
  const [text, locale] = [useText(), useLocale()]
  const by = who ? (office ? text('agreements.history.by', { who, office }) : who) : text('agreements.history.by-pamir')
  const person = ceremony.people.find(({ id }) => id === data['personId'])
  const agreed = ceremony.items.find(({ agreementId }) => agreementId === data['agreementId'])
  const named = { ...data, name: person?.name ?? agreed?.title ?? (agreed ? text(`agreements.kinds.${agreed.kind}`) : '') }
  return (
    <>
      <time className="quiet" dateTime={at}><bdi>{formatInstant(at, locale)}</bdi></time>{' '}
      <span>{tells(what, named, { text, locale, day: String }) ?? text('agreements.history.other', { what })} <small className="quiet"><bdi>{by}</bdi></small></span>
    </>
  )
}
