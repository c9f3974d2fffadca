// How an election stands, and what a rule found: a shape, a colour and a word, with the rule's number.
import { countryName } from '#platform/i18n/format.ts'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { useLocale, useText } from '#web/text.tsx'
import type { OfficeCheck, Stage } from '../model.ts'

const looks: Record<Stage, [Tone, Shape]> = { nominating: ['lapis', 'ring'], voting: ['saffron', 'half'], protest: ['saffron', 'square'], decided: ['lapis', 'diamond'], installed: ['jade', 'disc'], failed: ['garnet', 'cross'], cancelled: ['quiet', 'dash'] }
export function StageMark({ stage }: { stage: Stage }) {
  const text = useText()
  return <Mark tone={looks[stage][0]} shape={looks[stage][1]}>{text(`elections.stages.${stage}`)}</Mark>
}

/** What needs no look is not shown. */
export function Found({ checks }: { checks: readonly OfficeCheck[] }) {
  const [text, locale] = [useText(), useLocale()]
  return checks.filter(({ status }) => status === 'warn').map((check) => {
    const { country, year } = check.inputs
    const facts = { ...check.inputs, year: String(year ?? ''), country: typeof country === 'string' ? countryName(country, locale) : '' }
    return <small key={`${check.id} ${check.reason}`}><Mark tone="saffron" shape="triangle">{text(check.reason, facts)}</Mark> <bdi className="quiet">{check.id.toUpperCase()}</bdi></small>
  })
}
