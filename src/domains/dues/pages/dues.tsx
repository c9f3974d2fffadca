// The dues of an alliance: the years with how much is in, the arrears, the scale in its versions; to a member its own lines.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { duesApi } from '../api.ts'
import type { DuesFile } from '../model.ts'
import './dues.css'
import { DueLines } from './due-lines.tsx'
import { Money, saidIn } from './marks.tsx'
import { ScaleDialog } from './scale-dialog.tsx'
import { YearDialog } from './year-dialog.tsx'

const asked = (id: string) => ask(duesApi.read, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: dues } = useSuspenseQuery(asked(id))
  const [open, setOpen] = useState<'scale' | 'year'>()
  return (
    <Frame title={text('dues.title')} above={<Go to={`/alliances/${id}`}><bdi>{saidIn(dues.alliance.name, locale)}</bdi></Go>} about={<p>{text('dues.no-money')}</p>}
      actions={<><ButtonLink to={`/alliances/${id}/hosting`}>{text('dues.hosting')}</ButtonLink>{dues.mayManage && <Button look="primary" {...(dues.scales.length === 0 ? { whyNot: 'dues.scale-first' } : {})} onPress={() => setOpen('year')}>{text('dues.ask-year')}</Button>}</>}>
      {dues.mine.length > 0 && <Section title={text('dues.mine')}><DueLines lines={dues.mine} withYear mayManage={dues.mayManage} allianceId={id} /></Section>}
      {dues.mayManage && <Years dues={dues} />}
      {dues.mayManage && dues.arrears.length > 0 && <Section title={text('dues.arrears')}><DueLines lines={dues.arrears} withYear mayManage allianceId={id} /></Section>}
      <Scales dues={dues} onAdd={() => setOpen('scale')} />
      {open === 'scale' && <ScaleDialog dues={dues} onClose={() => setOpen(undefined)} />}
      {open === 'year' && <YearDialog allianceId={id} onClose={() => setOpen(undefined)} />}
    </Frame>
  )
}

function Years({ dues: { years } }: { dues: DuesFile }) {
  const text = useText()
  return (
    <Section title={text('dues.years')}>
      {years.length === 0 && <p className="quiet">{text('dues.no-years')}</p>}
      <ul className="dues-lines">
        {years.map(({ id, year, dueOn, currency, totals }) => (
          <li key={id}>
            <span><Go to={`/dues-years/${id}`}>{text('dues.of-year', { year: String(year) })}</Go><small className="quiet">{text('dues.due')} <Day day={dueOn} /></small></span>
            <span className="quiet">{text('dues.members', { count: totals.members })}</span>
            <span className="end">{text('dues.column.confirmed')} <Money of={totals.confirmed} currency={currency} /></span>
            <span className="end">{text('dues.column.outstanding')} <Money of={totals.outstanding} currency={currency} /></span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Scales({ dues: { scales, mayManage }, onAdd }: { dues: DuesFile; onAdd: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const names = new Intl.DisplayNames(locale === 'zh' ? 'zh-Hans' : locale, { type: 'region' })
  return (
    <Section title={text('dues.scale')} aside={mayManage && <Button small onPress={onAdd}>{text('dues.scale.add')}</Button>}>
      {scales.length === 0 && <p className="quiet">{text('dues.scale.none')}</p>}
      {scales.map(({ id, version, fromYear, currency, bands, source }) => (
        <div key={id} className="stack">
          <h3>{text('dues.scale.version', { version, year: String(fromYear) })}</h3>
          {source && <small className="quiet"><bdi>{source}</bdi></small>}
          <ul className="dues-lines">
            {bands.map((band) => (
              <li key={band.id}>
                <span><bdi>{saidIn(band.name, locale)}</bdi></span>
                <span className="quiet">{band.kinds.length > 0 ? band.kinds.map((kind) => text(`organisations.kinds.${kind}`)).join(' · ') : text('dues.every-kind')}</span>
                <span className="quiet">{band.countries.length > 0 ? band.countries.map((code) => names.of(code) ?? code).join(' · ') : text('dues.every-country')}</span>
                <span className="end"><Money of={band.amount} currency={currency} /></span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
