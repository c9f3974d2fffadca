// How dues stand: a shape, a colour and a word; and an amount that keeps together.
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { useLocale, useText } from '#web/text.tsx'
import type { State } from '../model.ts'
import { money } from '../rules.ts'

const looks: Record<State, [Tone, Shape]> = { asked: ['quiet', 'ring'], late: ['garnet', 'triangle'], claimed: ['saffron', 'half'], paid: ['jade', 'disc'], waived: ['lapis', 'dash'] }
export function StateMark({ state }: { state: State }) {
  const text = useText()
  return <Mark tone={looks[state][0]} shape={looks[state][1]}>{text(`dues.states.${state}`)}</Mark>
}

export const Money = ({ of, currency }: { of: number; currency: string }) => <bdi className="figures dues-money">{money(of, currency, useLocale())}</bdi>
export const saidIn = (texts: Partial<Record<string, string>>, locale: string): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
