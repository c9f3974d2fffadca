// What waits between the sides: our turn, their turn since when, what falls due, and what sleeps with its reasons and the ways out.
import { titleIn } from '#domains/agreements/model.ts'
import { titleOf } from '#domains/confirmations/rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import type { Named, Today, TurnShown } from '../model.ts'
import { Turn, Turns } from './turns.tsx'

const daysTo = (day: string): number => Math.round((Date.parse(day.slice(0, 10)) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000)
const restOf = (count: number, shown: number, text: ReturnType<typeof useText>, locale: ReturnType<typeof useLocale>) =>
  count > shown && <small className="quiet">{text('today.shown-of', { shown: formatNumber(shown, locale), count: formatNumber(count, locale) })}</small>

/** `yours` leads with the step, `theirs` with who is waited for, and since when. */
export function Waits({ whose, turns: { rows, count } }: { whose: 'yours' | 'theirs'; turns: Today['yours'] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text(`today.${whose}`)} aside={restOf(count, rows.length, text, locale)}>
      {rows.length === 0 ? <p className="quiet">{text(`today.${whose}.none`)}</p>
        : <ul className="waits">{rows.map((turn) => <Wait key={`${turn.kind} ${turn.about} ${turn.sideId}`} whose={whose} turn={turn} />)}</ul>}
    </Section>
  )
}

function Wait({ whose, turn: { kind, title, side, agreement, since, due, to, facts } }: { whose: 'yours' | 'theirs'; turn: TurnShown }) {
  const [text, locale] = [useText(), useLocale()]
  const [room, what] = kind.split('.') as [string, string]
  const [says, days] = [text(`${room}.turns.${what}`, facts), -daysTo(since)]
  return (
    <li>
      <div><Go to={to}><bdi>{titleOf({ title }, locale)}</bdi></Go> <small className="quiet">{whose === 'theirs' && side ? <><bdi>{nameIn(side, locale)}</bdi> · {says}</> : <>{says}{agreement && <> · <Partners of={agreement} /></>}</>}</small></div>
      <div className="wait-since">
        {due ? <Mark tone={daysTo(due) < 0 ? 'garnet' : 'saffron'} shape={daysTo(due) < 0 ? 'triangle' : 'half'}>{daysTo(due) < 0 ? text('today.over-since', { day: formatDay(due, 'day', locale) }) : text('today.left', { days: daysTo(due) })}</Mark>
          : <Mark tone={days > 30 ? 'garnet' : days > 7 ? 'saffron' : 'quiet'} shape={days > 30 ? 'triangle' : days > 7 ? 'half' : 'ring'}>{text('today.since', { days })}</Mark>}
        {whose === 'yours' && <Go to={to} className="turn-step">{text(`${room}.turns.${what}.do`)}</Go>}
      </div>
    </li>
  )
}

const Partners = ({ of: { partners } }: { of: Named }) => {
  const locale = useLocale()
  return partners.map((partner, at) => <span key={partner.id}>{at > 0 && ' · '}<bdi>{nameIn(partner, locale)}</bdi></span>)
}

export function DueTurns({ due: { rows, count } }: { due: Today['due'] }) {
  const [text, locale] = [useText(), useLocale()]
  if (rows.length === 0) return null
  return (
    <Turns title={text('today.due')} aside={restOf(count, rows.length, text, locale)}>
      {rows.map((row) => (
        <Turn key={row.id} to={`/activities/new?agreement=${row.agreement.id}`} step={text('today.due.do')} what={<Go to={`/agreements/${row.agreement.id}`}><bdi>{titleOf({ title: row.what }, locale)}</bdi></Go>}
          about={<><bdi>{titleIn(row.agreement, locale)}</bdi> · <Partners of={row.agreement} /></>} when={<Mark tone="saffron" shape="half">{text('today.left', { days: daysTo(row.dueOn) })}</Mark>} />
      ))}
    </Turns>
  )
}

/** Three ways out: begin again, agree on less, or let it end. */
export function Sleepers({ asleep: { rows, count } }: { asleep: Today['asleep'] }) {
  const [text, locale] = [useText(), useLocale()]
  const day = (on: unknown) => (typeof on === 'string' ? formatDay(on, 'day', locale) : '—')
  if (rows.length === 0) return null
  return (
    <Section title={text('today.asleep')} aside={restOf(count, rows.length, text, locale)}>
      <ul className="sleepers">
        {rows.map(({ agreement, pulse: { reasons } }) => (
          <li key={agreement.id}>
            <div><Go to={`/agreements/${agreement.id}`}><bdi>{titleIn(agreement, locale)}</bdi></Go> <small className="quiet"><Partners of={agreement} /></small>
              <p className="quiet">{reasons.map(({ key, facts }) => text(key, { ...facts, on: day(facts['on']), since: day(facts['since']) })).join(' · ')}</p></div>
            <div className="row no-print">
              <ButtonLink small to={`/activities/new?agreement=${agreement.id}`}>{text('today.asleep.restart')}</ButtonLink>
              <ButtonLink small to={`/agreements/${agreement.id}/term`}>{text('today.asleep.narrow')}</ButtonLink>
              <ButtonLink small to={`/agreements/${agreement.id}/term`}>{text('today.asleep.let-lapse')}</ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
