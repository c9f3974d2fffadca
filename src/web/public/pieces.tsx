// The small pieces of public pages: a day as far as it is known, a figure, an organisation, a source, a link that keeps the language.
import type { ReactNode } from 'react'
import type { PublicAgreement, PublicAlliance, PublicNews, PublicOrganisation } from '#domains/publication/model.ts'
import { textFor } from '#domains/publication/model.ts'
import { countryName, formatDay, formatDays } from '#platform/i18n/format.ts'
import { dirOf } from '#platform/i18n/locale.ts'
import type { Precision } from '#platform/kinds.ts'
import { Names } from './names.tsx'
import type { Reader } from './page.tsx'

export const To = ({ reader, path, current = false, children }: { reader: Reader; path: string; current?: boolean; children: ReactNode }) =>
  <a href={`${path}?lang=${reader.locale}`} aria-current={current ? 'page' : undefined}>{children}</a>

export function When({ reader, day, precision, until }: { reader: Reader; day: string | null; precision: Precision | null; until?: string | null }) {
  if (!day) return <span className="quiet">{reader.text('publication.day-not-stated')}</span>
  const known = precision ?? 'day'
  const words = until ? formatDays(day, until, reader.locale, known) : formatDay(day, known, reader.locale)
  return <time dateTime={day.slice(0, { day: 10, month: 7, year: 4 }[known])}><bdi>{words}</bdi></time>
}

/** A text in its own language and direction, its paragraphs kept. */
export function Said({ reader, texts, className }: { reader: Reader; texts: Record<string, string>; className?: string }) {
  const said = textFor(texts, reader.locale)
  if (!said) return null
  return <>{said.value.split(/\n+/).map((paragraph) => <p key={paragraph} className={className} lang={said.lang} dir={dirOf(said.lang)}>{paragraph}</p>)}</>
}

export const Title = ({ reader, texts }: { reader: Reader; texts: Record<string, string> }) => {
  const said = textFor(texts, reader.locale)
  return said ? <bdi lang={said.lang} dir={dirOf(said.lang)}>{said.value}</bdi> : null
}

export function Organisation({ reader, organisation }: { reader: Reader; organisation: PublicOrganisation }) {
  const names = <Names reader={reader} names={organisation.names} />
  return organisation.path ? <To reader={reader} path={organisation.path}>{names}</To> : <>{names}</>
}

export const Country = ({ reader, code }: { reader: Reader; code: string | null }) =>
  <>{code ? countryName(code, reader.locale) : reader.text('publication.country-not-stated')}</>

export function Source({ reader, source, example }: { reader: Reader; source: string | null; example: boolean }) {
  if (!source && !example) return null
  return (
    <p className="quiet source">
      {example && <><strong className="mark saffron">{reader.text('publication.example')}</strong> {reader.text('publication.example-what')} </>}
      {source && <>{reader.text('publication.source')} <bdi lang="en" dir="ltr">{source}</bdi></>}
    </p>
  )
}

/** What a source states and what is recorded here are two figures and are never added. */
export function Figures({ reader, stated, members, countries }: { reader: Reader } & Pick<PublicAlliance, 'stated' | 'members' | 'countries'>) {
  const { text } = reader
  const over = (words: string) => (stated.atLeast ? text('publication.over', { what: words }) : words)
  const said = [stated.members && over(text('publication.members', { count: stated.members })), stated.nations && text('publication.nations', { count: stated.nations })].filter(Boolean)
  const here = [text('publication.members', { count: members }), countries > 0 && text('publication.countries', { count: countries })].filter(Boolean)
  return (
    <span className="quiet figures">
      {said.length > 0 && <span>{said.join(' · ')} <small>({text('publication.as-stated')})</small></span>}
      {members > 0 && <span>{here.join(' · ')} <small>({text('publication.as-recorded')})</small></span>}
    </span>
  )
}

export const AllianceList = ({ reader, alliances }: { reader: Reader; alliances: PublicAlliance[] }) => (
  <ul className="list">
    {alliances.map((alliance) => (
      <li key={alliance.path}>
        <To reader={reader} path={alliance.path}><Names reader={reader} names={alliance.names} /></To>
        <Figures reader={reader} {...alliance} />
      </li>
    ))}
  </ul>
)

export const NewsList = ({ reader, news }: { reader: Reader; news: PublicNews[] }) => (
  <ul className="list">
    {news.map((item) => (
      <li key={item.id}>
        {item.path ? <To reader={reader} path={item.path}><Title reader={reader} texts={item.title} /></To> : <strong><Title reader={reader} texts={item.title} /></strong>}
        <span className="quiet"><When reader={reader} day={item.onDay} precision={item.precision} until={item.untilDay} />{item.place && <> · <bdi>{item.place}</bdi></>}</span>
      </li>
    ))}
  </ul>
)

export function AgreementList({ reader, agreements }: { reader: Reader; agreements: PublicAgreement[] }) {
  const { text } = reader
  return (
    <ul className="list">
      {agreements.map(({ id, kind, title, titleLang, titles, signedOn, signedPrecision, until, parties }) => (
        <li key={id}>
          <strong><Title reader={reader} texts={{ [titleLang ?? 'en']: title, ...titles }} /></strong>
          <ul className="parties">{parties.map(({ organisation, unit }) => (
            <li key={organisation.id}><Organisation reader={reader} organisation={organisation} />{unit && <span className="quiet"> (<bdi>{unit}</bdi>)</span>}</li>
          ))}</ul>
          <span className="quiet">
            {text(`agreements.kinds.${kind}`)} · {text('publication.signed')} <When reader={reader} day={signedOn} precision={signedPrecision} />
            {until && <> · {text('publication.until')} <When reader={reader} day={until} precision="day" /></>}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function Agreements({ reader, inForce, unclear }: { reader: Reader; inForce: PublicAgreement[]; unclear: PublicAgreement[] }) {
  const { text } = reader
  return (
    <>
      <h2>{text('publication.in-force')}</h2>
      {inForce.length > 0 ? <AgreementList reader={reader} agreements={inForce} /> : <p className="quiet">{text('publication.none-in-force')}</p>}
      {unclear.length > 0 && <><h2>{text('publication.term-not-stated')}</h2><p className="quiet">{text('publication.term-not-stated-what')}</p><AgreementList reader={reader} agreements={unclear} /></>}
    </>
  )
}
