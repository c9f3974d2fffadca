// The pack of a session: what each side promised and did, the last decisions and what became of them, indicators; live until it is frozen.
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatDay, formatInstant, formatNumber, formatShare } from '#platform/i18n/format.ts'
import { type Address, one, useAddress, useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { meetingsApi } from '../../api.ts'
import { type OwedState, owedStates, type PackFile } from '../../pack-model.ts'
import '../committees.css'
import { inLocale } from '../pieces.tsx'
import { Challenges, Proposals } from './pack-challenges.tsx'
import { Promises, Sums } from './pack-promises.tsx'

function wantedIn(address: Address) {
  const [side, state] = [one(address['side']), one(address['state'])]
  return { ...(side ? { side } : {}), ...(owedStates.includes(state as OwedState) ? { state: state as OwedState } : {}) }
}
const at = (id: string, address: Address) => ask(meetingsApi.pack, { params: { id }, query: wantedIn(address) })
export const load = ({ questions, params, search }: Arriving) => questions.ensureQueryData(at(params['id']!, search))

export function Page() {
  const [text, locale, id, trouble] = [useText(), useLocale(), useParam('id'), useToastTrouble()]
  const [address] = useAddress()
  const { data: pack } = useSuspenseQuery(at(id, address))
  const freeze = useDeed(meetingsApi.freezePack)
  const file = (format: 'pdf' | 'xlsx') => linkTo(meetingsApi.packFile, { params: { id }, query: { format, locale } })
  return (
    <Frame title={text('committees.pack')} above={<Go to={`/meetings/${id}`}>{text('committees.pack.back')}</Go>}
      about={<div className="row">{pack.frozenAt ? <Mark tone="lapis" shape="square">{text('committees.pack.frozen-on', { on: formatInstant(pack.frozenAt, locale) })}</Mark> : <Mark tone="saffron" shape="half">{text('committees.pack.live')}</Mark>}{pack.assembledAt && <span className="quiet">{text('committees.pack.assembled-on', { on: formatDay(pack.assembledAt.slice(0, 10), 'day', locale) })}</span>}</div>}
      actions={<><a className="button quiet" href={file('xlsx')} download>{text('committees.pack.workbook')}</a><a className="button" href={file('pdf')} download>{text('committees.pack.pdf')}</a>{pack.mayFreeze && <Button look="primary" busy={freeze.isPending} onPress={() => freeze.mutate({ params: { id } }, { onError: trouble })}>{text('committees.pack.freeze')}</Button>}</>}>
      <Sums pack={pack} at={`/meetings/${id}/pack`} wanted={wantedIn(address)} />
      <Promises pack={pack} at={`/meetings/${id}/pack`} wanted={wantedIn(address)} />
      <Decisions pack={pack} />
      <Section title={text('committees.actions')}>
        {pack.actions.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
        <ul className="body-lines">{pack.actions.map(({ id: action, what, owner, dueOn, done }) => <li key={action}><bdi>{what}</bdi><span className="quiet"><bdi>{owner}</bdi> · {formatDay(dueOn, 'day', locale)}</span><Mark tone={done ? 'jade' : 'quiet'} shape={done ? 'disc' : 'ring'}>{text(done ? 'committees.done' : 'committees.to-do')}</Mark></li>)}</ul>
      </Section>
      <Challenges pack={pack} />
      <Proposals pack={pack} />
      {pack.indicators.length > 0 && <Indicators pack={pack} />}
    </Frame>
  )
}

const outcomes = { 'carried-out': ['jade', 'disc'], open: ['saffron', 'half'], late: ['garnet', 'triangle'], nothing: ['quiet', 'ring'] } as const
function Decisions({ pack: { decisions } }: { pack: PackFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('committees.pack.last-decisions')}>
      {decisions.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
      <ul className="body-lines">
        {decisions.map(({ id, number, text: said, takenOn, open, done, became, meetingId }) => (
          <li key={id}>
            <strong>{meetingId ? <Go to={`/meetings/${meetingId}`}>{text('committees.decision-number', { number })}</Go> : text('committees.decision-number', { number })}</strong><bdi>{inLocale(said, locale)}</bdi>
            <Mark tone={outcomes[became][0]} shape={outcomes[became][1]}>{text(`committees.pack.outcome.${became}`)}</Mark>
            <span className="quiet">{formatDay(takenOn, 'day', locale)}{open + done > 0 && <> · {text('committees.pack.became', { open, done })}</>}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Indicators({ pack: { indicators, scope } }: { pack: PackFile }) {
  const [text, locale] = [useText(), useLocale()]
  const number = (of: number, unit: string) => <bdi className="figures">{unit === 'percent' ? formatShare(of / 100, locale) : formatNumber(of, locale, { maximumFractionDigits: 1 })}</bdi>
  const listTo = (code: string, state: string) => `/indicators/list?${new URLSearchParams({ [scope!.kind]: scope!.id, year: String(scope!.year), of: code, state }).toString()}`
  const told = (of: number | null, { code, unit, listed }: PackFile['indicators'][number], state: string) => (of === null ? '—' : listed && scope && of > 0 ? <Go to={listTo(code, state)}>{number(of, unit)}</Go> : number(of, unit))
  return (
    <Section title={text('committees.pack.indicators')} aside={scope && <span className="quiet">{text('committees.pack.of-year', { year: String(scope.year) })}</span>}>
      <table className="pack-table">
        <thead><tr>{['indicator', 'confirmed', 'claimed'].map((head, place) => <th key={head} scope="col" className={place > 0 ? 'end' : undefined}>{text(`committees.pack.${head}`)}</th>)}</tr></thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.code}>
              <th scope="row">{indicator.own ? <bdi>{inLocale(indicator.own, locale)}</bdi> : text(`plans.indicators.${indicator.code}.name`)} <small className="quiet">{text(`plans.units.${indicator.unit}`)}</small></th>
              <td className="end" data-label={text('committees.pack.confirmed')}>{told(indicator.value, indicator, 'confirmed')}</td>
              <td className="end" data-label={text('committees.pack.claimed')}>{told(indicator.claimed, indicator, 'claimed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
