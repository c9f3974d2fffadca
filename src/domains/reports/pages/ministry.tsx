// The ministry's view: agreements and promises that touch a country, by partner, field and state, and the same as a file for a meeting tomorrow.
import { useQuery } from '@tanstack/react-query'
import { one, useAddress } from '#web/address.ts'
import { countryName } from '#platform/i18n/format.ts'
import { ask, linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useViewer } from '#web/viewer.ts'
import { annualApi } from '../api.ts'
import { Block } from './block.tsx'
import './reports.css'

/** Countries of the alliances that Pamir was begun for stand first; any other by its code. */
const near = ['CN', 'PK', 'RU', 'KZ', 'KG', 'TJ', 'UZ', 'IN', 'IR', 'BY', 'MN', 'AF', 'TR', 'TH', 'MY', 'LK', 'NP', 'KH', 'KR', 'AT', 'IT', 'FI', 'GB', 'AU', 'DE', 'FR', 'US']

export function Page() {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const [address, change] = useAddress()
  const own = viewer?.offices.find(({ role, country }) => role === 'ministry-observer' && country)?.country ?? viewer?.offices.find(({ country }) => country)?.country
  const country = /^[A-Z]{2}$/.test(one(address['country'])) ? one(address['country']) : own ?? 'PK'
  const mayFreeze = viewer?.admin || viewer?.offices.some((office) => office.role === 'ministry-observer' && office.country === country)
  const options = [...new Set([country, ...near])].map((value) => ({ value, label: countryName(value, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <Frame title={text('reports.ministry.title', { country: countryName(country, locale) })} width="register" above={<Go to="/reports">{text('reports.annual')}</Go>} about={<p>{text('reports.ministry.lead')}</p>}
      actions={mayFreeze && <ButtonLink to={`/reports/new?kind=country&country=${country}`}>{text('reports.annual.new')}</ButtonLink>}>
      <div className="brief-choice no-print"><SelectField required label={text('reports.ministry.country')} value={country} onChange={(to) => change({ country: to })} options={options} /></div>
      <Shown country={country} />
    </Frame>
  )
}

function Shown({ country }: { country: string }) {
  const [text, locale] = [useText(), useLocale()]
  const { data, error, refetch } = useQuery(ask(annualApi.ministry, { query: { country, locale } }))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <div className="no-print"><Section title={text('reports.file')}><div className="row">{(['pdf', 'docx', 'xlsx'] as const).map((form) => <a key={form} className={`button ${form === 'pdf' ? 'primary' : ''}`} href={linkTo(annualApi.ministryFile, { query: { country, locale, form } })} download>{text(`reports.file.${form}`)}</a>)}</div></Section></div>
      <div className="brief">{data.blocks.map((block, at) => <Block key={at} of={block} />)}</div>
    </>
  )
}
