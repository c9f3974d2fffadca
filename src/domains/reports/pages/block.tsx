// A block of a brief on the page: the same words as on paper, with the ways to what they are about.
import type { ReactNode } from 'react'
import { useLocale } from '#web/text.tsx'
import { formatNumber } from '#platform/i18n/format.ts'
import { Go } from '#web/ui/link.tsx'
import { Facts } from '#web/ui/page.tsx'
import { StandingRing } from '#web/ui/standing.tsx'
import type { BriefBlock, BriefCell } from '../model.ts'

export function Block({ of }: { of: BriefBlock }) {
  return (
    <section className="brief-block" {...(of.id ? { id: of.id } : {})}>
      {of.caption && <h2>{of.caption}</h2>}
      {of.kind === 'facts' ? <Facts of={of.facts.map(({ label, value }): [string, ReactNode] => [label, <Cell key={label} of={value} />])} />
        : of.kind === 'note' ? <p className="quiet">{of.text}</p>
          : of.kind === 'rings' ? <Rings of={of} /> : of.kind === 'bars' ? <Bars of={of} /> : <Table columns={of.columns} rows={of.rows.map((row) => row.map((cell, at) => <Cell key={at} of={cell} />))} />}
    </section>
  )
}

/** Within this installation a link stays inside; elsewhere it is a letter. */
function Cell({ of: { text, href, bold } }: { of: BriefCell }) {
  const words = bold ? <strong><bdi>{text}</bdi></strong> : <bdi>{text}</bdi>
  if (!href) return words
  if (href.startsWith('#')) return <a href={href}>{words}</a>
  const url = URL.parse(href)
  return url?.protocol === 'mailto:' ? <a href={href}>{words}</a> : <Go to={`${url?.pathname ?? '/'}${url?.search ?? ''}`}>{words}</Go>
}

function Rings({ of: { columns, rings } }: { of: BriefBlock }) {
  const locale = useLocale()
  const rows = rings.map(({ label, expected, claimed, confirmed }) => [
    <span key="what" className="brief-promise"><StandingRing promised={expected} claimed={claimed} confirmed={confirmed} /><bdi>{label}</bdi></span>,
    ...[expected, claimed, confirmed].map((value, at) => <bdi key={at} className="figures">{formatNumber(value, locale)}</bdi>),
  ])
  return <Table columns={columns.map((column, at) => (at === 0 ? column : { ...column, align: 'end' as const }))} rows={rows} />
}

/** Confirmed and claimed of each line, from one middle; the numbers stand beside the picture. */
function Bars({ of: { columns, bars } }: { of: BriefBlock }) {
  const locale = useLocale()
  const most = Math.max(1, ...bars.flatMap(({ first, second }) => [first, second]))
  const bar = (value: number, tone: string) => <i key={tone} className={tone} style={{ inlineSize: `${(value / most) * 50}%` }} />
  const rows = bars.map(({ label, first, second }) => [
    <span key="what" className="brief-bar"><bdi>{label}</bdi><span aria-hidden="true">{bar(first, 'is-first')}{bar(second, 'is-second')}</span></span>,
    ...[first, second].map((value, at) => <bdi key={at} className="figures">{formatNumber(value, locale)}</bdi>),
  ])
  return <Table columns={columns.map((column, at) => (at === 0 ? column : { ...column, align: 'end' as const }))} rows={rows} />
}

/** On a phone each row stands as its own small list, with the name of each column before its cell. */
function Table({ columns, rows }: { columns: BriefBlock['columns']; rows: ReactNode[][] }) {
  return (
    <table className="brief-table">
      <thead><tr>{columns.map(({ label, align }, at) => <th key={at} scope="col" className={align}>{label}</th>)}</tr></thead>
      <tbody>{rows.map((row, place) => (
        <tr key={place}>{row.map((cell, at) => <td key={at} className={columns[at]?.align} data-label={columns[at]?.label}>{cell}</td>)}</tr>
      ))}</tbody>
    </table>
  )
}
