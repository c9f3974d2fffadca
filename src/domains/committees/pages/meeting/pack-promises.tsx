// What each side promised and did: a number for each state, each leading to its list, and the promises with the arithmetic of their standing.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { oftenOf, type OwedState, owedStates, type PackFile, type PackPromise, type PackWanted } from '../../pack-model.ts'
import { sumOf } from '../../pack-rules.ts'
import { inLocale } from '../pieces.tsx'

const looks = { confirmed: ['jade', 'disc'], done: ['lapis', 'disc'], 'under-way': ['saffron', 'half'], late: ['garnet', 'triangle'], 'not-started': ['quiet', 'ring'] } as const
type Props = { pack: PackFile; at: string; wanted: PackWanted }
const StateMark = ({ state }: { state: OwedState }) => <Mark tone={looks[state][0]} shape={looks[state][1]}>{useText()(`committees.pack.states.${state}`)}</Mark>

export function Sums({ pack: { sums, names }, at, wanted }: Props) {
  const [text, locale] = [useText(), useLocale()]
  if (sums.length === 0) return null
  return (
    <Section title={text('committees.pack.by-side')}>
      <table className="pack-table">
        <thead><tr><th scope="col">{text('committees.pack.side')}</th><th scope="col" className="end">{text('committees.pack.target')}</th>{owedStates.map((state) => <th key={state} scope="col" className="end">{text(`committees.pack.states.${state}`)}</th>)}</tr></thead>
        <tbody>
          {sums.map((one) => (
            <tr key={one.side}>
              <th scope="row"><bdi>{names[one.side] && nameIn(names[one.side]!, locale)}</bdi></th>
              <td className="end" data-label={text('committees.pack.target')}><Go to={`${at}?side=${one.side}`} aria-current={wanted.side === one.side && !wanted.state ? 'true' : undefined}>{formatNumber(one.promised, locale)}</Go></td>
              {owedStates.map((state) => <td key={state} className="end" data-label={text(`committees.pack.states.${state}`)}>{sumOf(one, state) === 0 ? <span className="quiet">{formatNumber(0, locale)}</span> : <Go to={`${at}?side=${one.side}&state=${state}`} aria-current={wanted.side === one.side && wanted.state === state ? 'true' : undefined}>{formatNumber(sumOf(one, state), locale)}</Go>}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

export function Promises({ pack: { promises, promised, names, agreements, scope }, at, wanted }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const side = wanted.side && names[wanted.side]
  const filter = wanted.side || wanted.state ? <span className="row"><span>{side && <bdi>{nameIn(side, locale)}</bdi>} {wanted.state && text(`committees.pack.states.${wanted.state}`)}</span><Go to={at}>{text('committees.pack.all')}</Go></span> : null
  return (
    <Section title={text('committees.pack.promises')} aside={filter}>
      {promises.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
      {promises.length < promised && <p className="quiet">{text('committees.pack.so-many-shown', { shown: promises.length, all: promised })}</p>}
      <ul className="body-lines">{promises.map((promise) => <Line key={promise.id} promise={promise} names={names} {...(scope?.kind === 'alliance' ? { of: agreements[promise.agreementId] } : {})} />)}</ul>
    </Section>
  )
}

function Line({ promise: { id, agreementId, what, unit, target, claimed, confirmed, expected, pace, dueOn, state, why, sides, ...often }, names, of }: { promise: PackPromise; names: PackFile['names']; of?: string | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  const number = (value: number | null) => (value === null ? '—' : formatNumber(value, locale, { maximumFractionDigits: 2 }))
  return (
    <li className="pack-line">
      <div><Go to={`/agreements/${agreementId}/commitments/${id}`}><bdi>{inLocale(what, locale)}</bdi></Go>{of && <small className="quiet"><bdi>{of}</bdi></small>}</div>
      <StateMark state={state} />
      <details>
        <summary>{text('committees.pack.numbers', { target: number(target), claimed: number(claimed), confirmed: number(confirmed) })}{unit && <> · {text(`commitments.units.${unit}`)}, {text(oftenOf(often))}</>}{dueOn && <> · {formatDay(dueOn, 'day', locale)}</>}</summary>
        {expected !== null && <p className="quiet">{text('committees.pack.arithmetic', { confirmed: number(confirmed), expected: number(expected), pace: pace === null ? '—' : formatNumber(Math.round(pace * 100), locale) })}</p>}
        {why && <p className="quiet">{text(why.key, { ...why.facts, on: typeof why.facts['on'] === 'string' ? formatDay(why.facts['on'], 'day', locale) : '' })}</p>}
        <ul className="plain-list">
          {sides.map((own) => (
            <li key={own.side}><bdi>{names[own.side] && nameIn(names[own.side]!, locale)}</bdi>: {own.target === null ? text('committees.pack.brought', { claimed: number(own.claimed), confirmed: number(own.confirmed) }) : <>{text('committees.pack.numbers', { target: number(own.target), claimed: number(own.claimed), confirmed: number(own.confirmed) })} <StateMark state={own.state} /></>}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}
