// Annual reports: those one sees, by whom and for which year, whether adopted and published in time; and the way to a new one.
import { useSuspenseQuery } from '@tanstack/react-query'
import { countryName, formatDay } from '#platform/i18n/format.ts'
import { one, useAddress } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { annualApi } from '../api.ts'
import type { AnnualLine } from '../annual-model.ts'
import { said } from './said.ts'
import './reports.css'

export function Page() {
  const text = useText()
  const [address] = useAddress()
  const aboutId = one(address['about'])
  const { data: reports } = useSuspenseQuery(ask(annualApi.listAnnual, { query: aboutId ? { aboutId } : {} }))
  return (
    <Frame title={text('reports.annual')} about={<p>{text('reports.annual.lead')}</p>} actions={<><ButtonLink to="/ministry">{text('reports.ministry')}</ButtonLink><ButtonLink to="/reports/new">{text('reports.annual.new')}</ButtonLink></>}>
      {reports.length === 0 ? <Empty title={text('reports.annual.none')}>{text('reports.annual.none-why')}</Empty> : <AnnualLines reports={reports} />}
    </Frame>
  )
}

export function AnnualLines({ reports }: { reports: AnnualLine[] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ul className="packs">
      {reports.map((report) => (
        <li key={report.id}>
          <Go to={`/reports/${report.id}`}><strong><bdi>{report.country ? countryName(report.country, locale) : said(report.names, locale)}</bdi></strong> · <bdi>{report.year}</bdi></Go>
          <span className="packs-about"><span className="quiet">{text(`reports.annual.kinds.${report.kind}`)}</span><Stage of={report} /><Due of={report.due} /></span>
        </li>
      ))}
    </ul>
  )
}

type Staged = Pick<AnnualLine, 'publishedAt' | 'approvedAt' | 'kind'>
export function Stage({ of: { publishedAt, approvedAt, kind } }: { of: Staged }) {
  const text = useText()
  if (publishedAt) return <Mark tone="jade" shape="disc">{text('reports.annual.stage.published')}</Mark>
  if (approvedAt) return <Mark tone="lapis" shape="half">{text('reports.annual.stage.approved')}</Mark>
  return <Mark tone="saffron" shape="square">{text(kind === 'organisation' || kind === 'country' ? 'reports.annual.stage.frozen' : 'reports.annual.stage.waits')}</Mark>
}

export function Due({ of: { status, reason } }: { of: AnnualLine['due'] }) {
  const [text, locale] = [useText(), useLocale()]
  const day = (on: string | undefined) => (on ? formatDay(on, 'day', locale) : '')
  const words = text(reason.key, { due: day(reason.facts['due']), published: day(reason.facts['published']) })
  return status === 'warn' ? <Mark tone="garnet" shape="triangle">{words}</Mark> : <span className="quiet">{words}</span>
}
