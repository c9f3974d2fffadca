// The versions of a text: who handed it over when and with what word, who agreed, and any two of them beside each other.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant, listOf } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { textsApi } from '../api.ts'
import type { Comparison, TextFile, VersionLine } from '../negotiation-model.ts'
import { PiecesView } from './pieces-view.tsx'
import './text.css'
import { questionOf, useSideName, useTextFile } from './use-text.ts'

const versionsOf = (id: string) => ask(textsApi.versions, { params: { id } })
export const load = ({ questions, params }: Arriving) => Promise.all([questions.ensureQueryData(questionOf(params['id']!)), questions.ensureQueryData(versionsOf(params['id']!))])

export function Page() {
  const [say, locale] = [useText(), useLocale()]
  const id = useParam('id')
  const text = useTextFile(id)
  const { data: versions } = useSuspenseQuery(versionsOf(id))
  return (
    <Frame title={say('texts.versions')} above={<Go to={`/agreements/${id}/text`}>{say('texts.text-of', { title: text.title[locale] ?? Object.values(text.title)[0] ?? '' })}</Go>}>
      {versions.length === 0 ? <Empty title={say('texts.versions-none')}>{say('texts.no-version-yet.next')}</Empty> : (
        <>
          <ol className="version-list">{versions.map((version) => <Line key={version.id} text={text} version={version} />)}</ol>
          <Section title={say('texts.compare')}><Compare id={id} versions={versions} /></Section>
        </>
      )}
    </Frame>
  )
}

function Line({ text, version }: { text: TextFile; version: VersionLine }) {
  const [say, locale, sideName] = [useText(), useLocale(), useSideName(text)]
  const agreed = version.consents.map(({ sideId }) => sideName(sideId))
  return (
    <li>
      <div className="version-number"><strong>{say('texts.version-number', { number: version.number })}</strong><time className="quiet" dateTime={version.at}><bdi>{formatInstant(version.at, locale)}</bdi></time></div>
      <div>
        <p><bdi>{[version.who, sideName(version.sideId)].filter(Boolean).join(', ')}</bdi> → <bdi>{sideName(version.handedToId)}</bdi> · {say(`texts.waiting.${version.waitingFor}`)}</p>
        {version.note && <p dir="auto" className="status-note">{version.note}</p>}
        {agreed.length > 0 && <Mark tone="jade" shape="disc">{say('texts.agreed-by', { sides: listOf(agreed, locale) })}</Mark>}
        <details className="quiet"><summary>{say('texts.hashes')}</summary>{Object.entries(version.hashes).map(([lang, hash]) => <p key={lang}><code dir="ltr" className="hash">{lang} {hash}</code></p>)}</details>
      </div>
    </li>
  )
}

function Compare({ id, versions }: { id: string; versions: VersionLine[] }) {
  const say = useText()
  const [from, setFrom] = useState(versions[1]?.id ?? versions[0]!.id)
  const [to, setTo] = useState(versions.length > 1 ? versions[0]!.id : '')
  const { data, error } = useQuery(ask(textsApi.compare, { params: { id }, query: { from, ...(to ? { to } : {}) } }))
  const options = versions.map(({ id: value, number }) => ({ value, label: say('texts.version-number', { number }) }))
  return (
    <div className="stack">
      <div className="two-selects no-print">
        <SelectField label={say('texts.compare-from')} required value={from} options={options} onChange={setFrom} />
        <SelectField label={say('texts.compare-to')} required value={to} none={say('texts.as-it-stands')} options={options} onChange={setTo} />
      </div>
      {error ? <ErrorNote error={error} /> : data ? <Differences comparison={data} /> : <Skeleton lines={6} />}
    </div>
  )
}

function Differences({ comparison: { clauses, languages } }: { comparison: Comparison }) {
  const say = useText()
  const changed = clauses.filter(({ what }) => what !== 'same')
  if (changed.length === 0) return <p className="quiet">{say('texts.no-difference')}</p>
  const tones = { added: ['jade', 'disc'], removed: ['garnet', 'cross'], changed: ['saffron', 'half'], moved: ['saffron', 'diamond'], same: ['quiet', 'ring'] } as const
  return (
    <ol className="difference-list">
      {changed.map(({ id, number, formerly, what, moved, pieces }) => (
        <li key={id}>
          <header><strong className="figures">{number}</strong> <Mark tone={tones[what][0]} shape={tones[what][1]}>{say(`texts.difference.${what}`)}</Mark>{moved && formerly && formerly !== number && <> <span className="quiet">{say('texts.difference.formerly', { number: formerly })}</span></>}</header>
          <div className="proposal-pieces" style={{ '--languages': languages.length } as React.CSSProperties}>{languages.map((lang) => (pieces[lang] ? <PiecesView key={lang} pieces={pieces[lang]} lang={lang} /> : <span key={lang} />))}</div>
        </li>
      ))}
    </ol>
  )
}
