// How an agreement stands: a shape, a colour and a word.
import { useText } from '#web/text.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import type { State } from '../model.ts'

export const looks: Record<State, { tone: Tone; shape: Shape }> = {
  'in-force': { tone: 'jade', shape: 'disc' },
  'expiring': { tone: 'saffron', shape: 'half' },
  'lapsed': { tone: 'garnet', shape: 'triangle' },
  'ended': { tone: 'quiet', shape: 'square' },
  'unclear': { tone: 'quiet', shape: 'dash' },
  'not-yet': { tone: 'lapis', shape: 'ring' },
}

export const StandingMark = ({ state }: { state: State }) => <Mark {...looks[state]}>{useText()(`agreements.states.${state}`)}</Mark>
