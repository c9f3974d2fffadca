// Indicators as a table: what, how counted, the confirmed number with the way to its list, and the claimed one beside it.
import { Fragment } from 'react'
import { formatNumber, formatShare } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { indicatorsApi } from '../api.ts'
import type { ValueShown } from '../indicator-model.ts'
import { indicatorOf, sourceOf } from '../indicator-rules.ts'
import { addressOf, type ScopeQuery } from './scope.ts'
import { saidIn } from './said.ts'

export function IndicatorTable({ rows, scope, mayRemove = false }: { rows: ValueShown[]; scope?: ScopeQuery; mayRemove?: boolean }) {
  const text = useText()
  const heads = scope ? ['what', 'confirmed', 'claimed'] : ['what', 'unit', 'sources']
  return (
    <table className={scope ? 'indicator-table' : 'indicator-table described'}>
      <thead><tr>{heads.map((head, at) => <th key={head} scope="col" className={scope && at > 0 ? 'end' : undefined}>{text(`plans.indicators.column.${head}`)}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row"><What row={row} /></th>
            {scope ? <Numbers row={row} scope={scope} mayRemove={mayRemove} /> : <Described row={row} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function What({ row: { code, own, type, unit } }: { row: ValueShown }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <>
      <strong>{own ? <bdi>{saidIn(own.name, locale)}</bdi> : text(`plans.indicators.${code}.name`)}</strong>
      <small className="quiet">{!own && <><bdi>{code}</bdi> · </>}{text(`plans.types.${type}`)} · {text(`plans.units.${unit}`)}</small>
      <small>{own ? <bdi>{saidIn(own.rule, locale)}{own.source && ` (${own.source})`}</bdi> : text(`plans.indicators.${code}.rule`)}</small>
    </>
  )
}

function Described({ row: { code, unit } }: { row: ValueShown }) {
  const text = useText()
  const { by = [], sources = [] } = indicatorOf(code) ?? {}
  return (
    <>
      <td data-label={text('plans.indicators.column.unit')}>{text(`plans.units.${unit}`)}{by.map((one) => <small key={one} className="quiet">{text(`plans.by.${one}`)}</small>)}</td>
      <td data-label={text('plans.indicators.column.sources')}>{sources.map((id) => <small key={id}>{sourceOf[id]?.url ? <a href={sourceOf[id].url} rel="noreferrer" target="_blank"><bdi lang="en">{sourceOf[id].name}</bdi></a> : <bdi lang="en">{sourceOf[id]?.name}</bdi>}</small>)}</td>
    </>
  )
}

function Numbers({ row: { code, unit, value, claimed, parts, unknown, listed, own }, scope, mayRemove }: { row: ValueShown; scope: ScopeQuery; mayRemove: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  const name = own ? saidIn(own.name, locale) : text(`plans.indicators.${code}.name`)
  const number = (of: number) => <bdi className="figures">{unit === 'percent' ? formatShare(of / 100, locale) : formatNumber(of, locale, { maximumFractionDigits: 1 })}</bdi>
  const listTo = (state: string) => `/indicators/list?${addressOf(scope, { of: code, state })}`
  const linked = (of: number, state: 'confirmed' | 'claimed') => (listed && of > 0 ? <Go to={listTo(state)} aria-label={`${text('plans.indicators.list.show')}: ${name}, ${text(`plans.indicators.column.${state}`)}`}>{number(of)}</Go> : number(of))
  return (
    <>
      <td className="end" data-label={text('plans.indicators.column.confirmed')}>
        {value === null ? <><Mark tone="quiet" shape="dash">{text('plans.unknown')}</Mark>{unknown && <small className="quiet">{text(`plans.unknown.${unknown}`)}</small>}</> : linked(value, 'confirmed')}
        {parts.some((part) => part.value !== 0) && <small className="quiet">{parts.map((part, at) => <Fragment key={part.key}>{at > 0 && ' · '}{text(`plans.parts.${part.key}`, { value: part.value })}</Fragment>)}</small>}
        {own && mayRemove && <Remove allianceId={scope.alliance!} id={own.id} name={name} />}
      </td>
      <td className="end" data-label={text('plans.indicators.column.claimed')}>{claimed === null ? <span className="quiet">—</span> : linked(claimed, 'claimed')}</td>
    </>
  )
}

function Remove({ allianceId, id, name }: { allianceId: string; id: string; name: string }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const deed = useDeed(indicatorsApi.remove, ['/indicators'])
  return <Button small look="quiet" label={`${text('plans.indicators.remove')}: ${name}`} busy={deed.isPending} onPress={() => deed.mutate({ params: { id: allianceId, indicatorId: id } }, { onSuccess: () => say(text('plans.indicators.removed')), onError: trouble })}>{text('plans.indicators.remove')}</Button>
}
