// Small pieces of committees: a text in the reader's language, what a side is called, what a check says with its source.
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName, formatDay } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Decision, Tally, Texts } from '../model.ts'
import type { Check, Source } from '../rule-model.ts'

export const inLocale = (texts: Texts, locale: Locale): string => texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? ''

type SideLike = { country: string | null; organisation: OrganisationBrief | null }
export const sideName = ({ country, organisation }: SideLike, locale: Locale): string => (organisation ? nameIn(organisation, locale) : country ? countryName(country, locale) : '')
export const SideName = ({ side }: { side: SideLike }) => <bdi>{sideName(side, useLocale())}</bdi>

const looks = { pass: ['jade', 'disc'], warn: ['saffron', 'half'], fail: ['garnet', 'cross'], notApplicable: ['quiet', 'dash'] } as const

/** What asks for attention stands open; what is in order is one line that opens. Each has its source. */
export function Checks({ checks, told }: { checks: readonly Check[]; told?: readonly { id: string; sources: Source[] }[] }) {
  const text = useText()
  const said = checks.filter(({ status }) => status !== 'notApplicable')
  const [open, good] = [said.filter(({ status }) => status !== 'pass'), said.filter(({ status }) => status === 'pass')]
  return (
    <>
      {open.length > 0 && <ul className="check-lines">{open.map((one, at) => <CheckLine key={`${one.id}${at}`} check={one} told={told} />)}</ul>}
      {good.length > 0 && <details><summary>{text('committees.checks.in-order', { count: good.length })}</summary><ul className="check-lines">{good.map((one, at) => <CheckLine key={`${one.id}${at}`} check={one} told={told} />)}</ul></details>}
    </>
  )
}

function CheckLine({ check: { id, status, messageKey, inputs, ruleVersion }, told }: { check: Check; told: readonly { id: string; sources: Source[] }[] | undefined }) {
  const text = useText()
  const sources = told?.find((one) => one.id === id)?.sources ?? []
  return (
    <li>
      <Mark tone={looks[status][0]} shape={looks[status][1]}>{text(`committees.status.${status}`)}</Mark>
      <span>{text(messageKey, inputs)} <small className="quiet">{id.toUpperCase()} · {text('committees.version', { version: ruleVersion })}</small></span>
      {sources.length > 0 && <Sources of={sources} />}
    </li>
  )
}

export function Sources({ of }: { of: readonly Source[] }) {
  const text = useText()
  return <details className="sources"><summary>{text('committees.sources')}</summary><ul className="plain-list">{of.map(({ tag, title, url }) => <li key={tag} lang="en" dir="ltr">{url ? <a href={url} rel="noreferrer">{title}</a> : title}</li>)}</ul></details>
}

export function DecisionLine({ decision }: { decision: Decision }) {
  const [text, locale] = [useText(), useLocale()]
  const { number, text: said, takenOn, how, class: by, matter, effect, ruleVersion } = decision
  return (
    <li>
      <strong>{text('committees.decision-number', { number })}</strong> <bdi className="decision-text">{inLocale(said, locale)}</bdi>
      {effect && <p><bdi>{effect}</bdi></p>}
      <small className="quiet">{formatDay(takenOn, 'day', locale)} · {text(`committees.matters.${matter}`)} · {text(`committees.how.${how}`)} · {text(`committees.classes.${by}`)} · {text('committees.version', { version: ruleVersion })}</small>
    </li>
  )
}

/** The result as the rule explains it, and each side's word. */
export function Result({ tally, sides }: { tally: Tally; sides: readonly (SideLike & { id: string })[] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <div className="result">
      <Mark tone={tally.carried ? 'jade' : 'garnet'} shape={tally.carried ? 'disc' : 'cross'}>{text(tally.carried ? 'committees.carried' : 'committees.not-carried')}</Mark>
      <p>{text(`committees.why.${tally.why}`, { seats: tally.seats })}</p>
      <p className="quiet">{text('committees.tally', { for: tally.for, against: tally.against, abstain: tally.abstain, silent: tally.silent })}</p>
      <ul className="plain-list">{tally.sides.map((one) => <li key={one.sideId}><bdi>{sideName(sides.find(({ id }) => id === one.sideId) ?? { country: null, organisation: null }, locale)}</bdi>: {text(`committees.says.${one.says}`)} ({text('committees.tally', { for: one.for, against: one.against, abstain: one.abstain, silent: one.silent })})</li>)}</ul>
    </div>
  )
}
