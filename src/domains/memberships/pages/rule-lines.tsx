// The rules of membership in words, each with its source.
import type { ReactNode } from 'react'
import { useLocale, useText } from '#web/text.tsx'
import type { RulesShown, Sourced } from '../rule-model.ts'
import { said } from './pieces.tsx'

type Props = { rules: RulesShown; bodies: readonly { id: string; name: Record<string, string> }[] }

export function RuleLines({ rules: { rules }, bodies }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const body = bodies.find(({ id }) => id === rules.bodyId)
  const lines: [Sourced, ReactNode][] = [
    ['path', <Requirements key="path" rules={rules} />],
    ['observer', text('memberships.rules.observer.says', { months: rules.observerMonths })],
    ['council', rules.bodyId ? text('memberships.rules.council.body', { body: body ? said(body.name, locale) : text('memberships.rules.council.its-body') }) : text('memberships.rules.council.secretariat')],
    ['pledge', Object.keys(rules.pledge).length > 0 ? <bdi className="said">{said(rules.pledge, locale)}</bdi> : text('memberships.rules.pledge.none')],
    ['notice', text('memberships.rules.notice.says', { months: rules.noticeMonths })],
    ['confirmation', text('memberships.rules.confirmation.says', { months: rules.confirmMonths, days: rules.answerDays })],
    ['dormancy', text('memberships.rules.dormancy.says', { months: rules.dormantMonths })],
  ]
  return (
    <ul className="rule-lines">
      {lines.map(([key, says]) => (
        <li key={key}>
          <strong>{text(`memberships.rules.${key}`)}</strong>
          <div>{says}{rules.sources[key] && <small className="quiet">{text('memberships.rules.source')} <Source of={rules.sources[key]} /></small>}</div>
        </li>
      ))}
    </ul>
  )
}

/** What Pamir proposes has nobody else to name; an address at the end is where the words lead. */
function Source({ of }: { of: string }) {
  const text = useText()
  if (of === 'Pamir') return <>{text('memberships.rules.proposed-by-pamir')}</>
  const [, words, address] = /^(.+?)[;,]?\s+(https?:\/\/\S+)$/.exec(of) ?? []
  return address ? <a href={address} rel="noreferrer" target="_blank"><bdi>{words}</bdi></a> : <bdi>{of}</bdi>
}

function Requirements({ rules: { requirements, checkDays } }: { rules: RulesShown['rules'] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <>
      {text('memberships.rules.path.says', { days: checkDays })}
      <ul>{requirements.map(({ key, what, optional }) => <li key={key}><bdi>{said(what, locale)}</bdi>{optional && <span className="quiet"> ({text('memberships.optional')})</span>}</li>)}</ul>
    </>
  )
}
