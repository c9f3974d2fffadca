// What the rules say: authority and rank, each with its reason, version and source. What is in order is not shouted.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Check } from '../clearance-model.ts'
import type { SigningFile } from '../model.ts'

export function Checks({ signing: { checks, sides, sealedAt } }: { signing: SigningFile }) {
  const locale = useLocale()
  const worthSaying = checks.filter(({ status, reason }) => status !== 'holds' || reason === 'signing.checks.authority-delegated')
  if (sealedAt || worthSaying.length === 0) return null
  return (
    <ul className="check-list">
      {worthSaying.map((check) => <Line key={`${check.id} ${check.subject}`} check={check} side={nameIn(sides.find(({ id }) => id === check.subject)!.organisation, locale)} />)}
    </ul>
  )
}

const looks = { holds: { tone: 'jade', shape: 'disc' }, warns: { tone: 'saffron', shape: 'triangle' }, blocks: { tone: 'garnet', shape: 'cross' } } as const

function Line({ check: { status, reason, inputs, ruleVersion, source }, side }: { check: Check; side: string }) {
  const [text, locale] = [useText(), useLocale()]
  const rank = (name: 'rank' | 'others') => (inputs[name] ? text(`signing.ranks.${String(inputs[name])}`) : '')
  return (
    <li>
      <Mark {...looks[status]}>{text(`signing.checks.status.${status}`)}</Mark>
      <span><bdi>{side}</bdi>: {text(reason, { ...inputs, day: inputs['day'] ? formatDay(String(inputs['day']), 'day', locale) : '', rank: rank('rank'), others: rank('others') })}</span>
      <small className="quiet"><bdi>{text('signing.checks.rule', { version: ruleVersion })}</bdi>{source && <> · <a href={source} rel="external noreferrer">{text('signing.checks.source')}</a></>}</small>
    </li>
  )
}
