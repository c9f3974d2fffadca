// Indicators: the catalogue of the field, and, of an alliance, an agreement, an organisation or a country, the numbers of a year with the lists
// behind them.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#platform/i18n/format.ts'
import { one, useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField, SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { indicatorsApi } from '../api.ts'
import type { Values, ValueShown } from '../indicator-model.ts'
import { groupOf, indicators } from '../indicator-rules.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { OwnDialog } from './own-dialog.tsx'
import { homeOf, nameOf, scopeIn, type ScopeQuery } from './scope.ts'
import './plans.css'

export const load = ({ questions, search }: Arriving) => {
  const scope = scopeIn(search)
  return scope && questions.ensureQueryData(ask(indicatorsApi.values, { query: scope as never }))
}

export function Page() {
  const [address] = useAddress()
  const scope = scopeIn(address)
  return scope ? <Numbers scope={scope} /> : <Catalogue />
}

const catalogue: ValueShown[] = indicators.map(({ code, unit, type }) => ({ code, unit, type, value: null, claimed: null, parts: [], unknown: null, listed: false, own: null }))

function Catalogue() {
  const text = useText()
  return (
    <Frame title={text('plans.indicators')} about={<p>{text('plans.indicators.about')}</p>} width="register">
      {grouped(catalogue).map(([group, rows]) => <Section key={group} title={text(`plans.groups.${group}`)}><IndicatorTable rows={rows} /></Section>)}
    </Frame>
  )
}

function Numbers({ scope }: { scope: ScopeQuery }) {
  const [text, locale] = [useText(), useLocale()]
  const [address, change] = useAddress()
  const { data: values } = useSuspenseQuery(ask(indicatorsApi.values, { query: scope as never }))
  const [choosing, setChoosing] = useState(false)
  const narrowed = one(address['only']) === 'chosen' && values.chosen.length > 0
  const rows = values.values.filter(({ code, own }) => !narrowed || own || values.chosen.includes(code))
  const what = nameOf(values.about, locale)
  const day = (on: string) => formatDay(on, 'day', locale)
  return (
    <Frame title={text('plans.indicators.of', { what })} width="register" above={<Go to={homeOf(values.about)}><bdi>{what}</bdi></Go>}
      about={<span>{text('plans.indicators.span', { from: day(values.from), until: day(values.until), agreements: values.agreements })}</span>}
      actions={values.mayChoose && !choosing && <Steps values={values} onChoose={() => setChoosing(true)} />}>
      {choosing ? <Choosing values={values} onDone={() => setChoosing(false)} /> : (
        <>
          <div className="indicator-filters no-print">
            <SelectField label={text('plans.indicators.year')} required value={String(values.year)} onChange={(year) => change({ year })} options={years(values.year).map((year) => ({ value: String(year), label: String(year) }))} />
            {values.chosen.length > 0 && <CheckField label={text('plans.indicators.only-chosen')} checked={narrowed} onChange={(on) => change({ only: on ? 'chosen' : null })} />}
          </div>
          {grouped(rows.filter(isKnown)).map(([group, some]) => <Section key={group} title={text(`plans.groups.${group}`)}><IndicatorTable rows={some} scope={scope} mayRemove={values.mayChoose} /></Section>)}
          <NotKnown rows={rows.filter((row) => !isKnown(row))} />
        </>
      )}
    </Frame>
  )
}

/** An own one stays in sight, so that it can be let go. */
const isKnown = ({ value, claimed, own }: ValueShown): boolean => value !== null || claimed !== null || own !== null

/** What nobody can say from the records, by the reason: short, so that it does not hide what is known. */
function NotKnown({ rows }: { rows: ValueShown[] }) {
  const text = useText()
  if (rows.length === 0) return null
  return (
    <Section title={text('plans.indicators.not-known', { count: rows.length })}>
      <dl className="facts">
        {[...Map.groupBy(rows, ({ unknown }) => unknown)].map(([why, some]) => (
          <div key={why}><dt>{text(`plans.unknown.${why}`)}</dt><dd><ul className="plain-list">{some.map(({ code }) => <li key={code}>{text(`plans.indicators.${code}.name`)} <small className="quiet"><bdi>{code}</bdi></small></li>)}</ul></dd></div>
        ))}
      </dl>
    </Section>
  )
}

function Steps({ values, onChoose }: { values: Values; onChoose: () => void }) {
  const text = useText()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Button onPress={onChoose}>{text('plans.indicators.choose')}</Button>
      <Button onPress={() => setAdding(true)}>{text('plans.indicators.add')}</Button>
      {adding && <OwnDialog allianceId={values.about.id!} onClose={() => setAdding(false)} />}
    </>
  )
}

function Choosing({ values, onDone }: { values: Values; onDone: () => void }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const [codes, setCodes] = useState(values.chosen)
  const deed = useDeed(indicatorsApi.choose, ['/indicators'])
  const save = () => deed.mutate({ params: { id: values.about.id! }, body: { codes } }, { onSuccess: () => (say(text('plans.indicators.chosen')), onDone()), onError: trouble })
  return (
    <>
      <Note><p>{text('plans.indicators.choose.about')}</p></Note>
      {grouped(catalogue).map(([group, rows]) => (
        <Section key={group} title={text(`plans.groups.${group}`)}>
          <div className="plan-asked">{rows.map(({ code }) => <CheckField key={code} label={`${text(`plans.indicators.${code}.name`)} (${code})`} checked={codes.includes(code)} onChange={(on) => setCodes(on ? [...codes, code] : codes.filter((known) => known !== code))} />)}</div>
        </Section>
      ))}
      <div className="row"><Button look="primary" busy={deed.isPending} onPress={save}>{text('plans.indicators.save')}</Button><Button look="quiet" onPress={onDone}>{text('plans.indicators.cancel')}</Button></div>
    </>
  )
}

const grouped = (rows: ValueShown[]): [string, ValueShown[]][] => [...Map.groupBy(rows, ({ code, own }) => (own ? 'own' : groupOf(code)))]
const years = (shown: number): number[] => [...new Set([shown, ...Array.from({ length: 8 }, (_, back) => new Date().getFullYear() - back)])].toSorted((a, b) => b - a)
