// An annual report in public: what was frozen, approved and published, as tables that also carry their bars; the lists behind the numbers beneath.
import type { BriefBlock, BriefCell } from '#domains/reports/model.ts'
import { formatInstant, formatNumber } from '#platform/i18n/format.ts'
import { dirOf } from '#platform/i18n/locale.ts'
import { page, type Reader } from './page.tsx'

type Data = { title: string; blocks: BriefBlock[]; hash: string; frozenAt: string; approvedAt: string | null; publishedAt: string | null }

/** `GET /r/:id` */
export function annualPage(reader: Reader, { title, blocks, hash, frozenAt, approvedAt, publishedAt }: Data): string {
  const { text, locale } = reader
  const day = (at: string) => formatInstant(at, locale, 'UTC')
  return page({
    reader, title, description: title,
    children: (
      <article>
        <h1><bdi>{title}</bdi></h1>
        <p className="quiet">{[text('reports.annual.frozen-at', { on: day(frozenAt) }), approvedAt && text('reports.annual.approved-at', { on: day(approvedAt) }), publishedAt && text('reports.annual.published-at', { on: day(publishedAt) })].filter(Boolean).join(' · ')}</p>
        {blocks.map((block, at) => <Block key={at} reader={reader} of={block} />)}
        <p className="quiet source">{text('reports.annual.hash')} <code dir="ltr">{hash}</code></p>
      </article>
    ),
  })
}

function Block({ reader, of }: { reader: Reader; of: BriefBlock }) {
  return (
    <section {...(of.id ? { id: of.id } : {})}>
      {of.caption && <h2>{of.caption}</h2>}
      {of.kind === 'facts' ? <dl className="facts">{of.facts.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd><Cell of={value} /></dd></div>)}</dl>
        : of.kind === 'note' ? <p className="quiet">{of.text}</p>
          : of.kind === 'table' ? <Rows of={of} /> : <Charted reader={reader} of={of} />}
    </section>
  )
}

const Rows = ({ of: { columns, rows } }: { of: BriefBlock }) => (
  <div className="annual-scroll" tabIndex={0}><table className="annual">
    <thead><tr>{columns.map(({ label, align }, at) => <th key={at} scope="col" className={align}>{label}</th>)}</tr></thead>
    <tbody>{rows.map((row, place) => <tr key={place}>{row.map((cell, at) => <td key={at} className={columns[at]?.align}><Cell of={cell} /></td>)}</tr>)}</tbody>
  </table></div>
)

/** A way within the page stays; a way into the application is for those who sign in, and left out. */
function Cell({ of: { text, href, bold, lang } }: { of: BriefCell }) {
  const words = <bdi {...(lang ? { lang, dir: dirOf(lang) } : {})}>{text}</bdi>
  const said = bold ? <strong>{words}</strong> : words
  return href?.startsWith('#') ? <a href={href}>{said}</a> : said
}

/** The picture is the bar in each row; the numbers stand beside it. */
function Charted({ reader, of: { kind, columns, rings, bars } }: { reader: Reader; of: BriefBlock }) {
  const number = (value: number) => formatNumber(value, reader.locale, { maximumFractionDigits: 1 })
  const rows = kind === 'bars' ? bars.map(({ label, first, second }) => ({ label, values: [first, second], full: first, outline: first + second })) : rings.map(({ label, expected, claimed, confirmed }) => ({ label, values: [expected, claimed, confirmed], full: confirmed, outline: Math.max(claimed, confirmed) }))
  const most = Math.max(1, ...rows.flatMap(({ values, outline }) => [...values, outline]))
  const share = (value: number) => `${Math.round((value / most) * 1000) / 10}%`
  return (
    <div className="annual-scroll" tabIndex={0}><table className="annual">
      <thead><tr>{columns.map(({ label }, at) => <th key={at} scope="col" className={at > 0 ? 'end' : undefined}>{label}</th>)}<td /></tr></thead>
      <tbody>{rows.map(({ label, values, full, outline }) => (
        <tr key={label}><th scope="row">{label}</th>{values.map((value, at) => <td key={at} className="end"><bdi>{number(value)}</bdi></td>)}
          <td className="bars" aria-hidden="true"><svg width="160" height="12"><rect x="0.5" y="0.5" width={share(outline)} height="11" className="outline" /><rect x="0" y="2" width={share(full)} height="8" className="full" /></svg></td></tr>
      ))}</tbody>
    </table></div>
  )
}
